package org.zhice.store.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.vocabulary.SKOS;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhice.store.Limits;
import org.zhice.store.Terms;
import org.zhice.store.find.NameIndex.Found;
import org.zhice.store.find.NameIndex.Method;
import org.zhice.store.memory.MemoryReleases;

/** What names mean to an index of ten names. */
class NameIndexTest {
    static {
        JenaSystem.init();
    }

    private static final List<Quad> NAMES = List.of(
            name("agency/ip", "国家知识产权局", "zh"),
            name("agency/ip", "China National Intellectual Property Administration", "en"),
            name("agency/market", "国家市场监督管理总局", "zh"),
            name("agency/drugs", "国家药品监督管理局", "zh"),
            name("agency/ji", "𠮷林省知识产权局", "zh"),
            name("instrument/patents", "中华人民共和国专利法", "zh"),
            name("instrument/patents", "Patent Law of the People's Republic of China", "en"),
            name("instrument/procedure", "民事诉讼法", "zh"),
            name("campaign/net", "剑网专项行动", "zh"),
            name("campaign/net-2023", "剑网2023", "zh"),
            name("campaign/bank", "央行", "zh"),
            name("topic/market", "国家市场监督管理总局", "zh"));

    private static Quad name(String thing, String name, String language) {
        return Quad.create(
                Terms.graph("reference"),
                NodeFactory.createURI(Terms.ID + thing),
                SKOS.prefLabel.asNode(),
                NodeFactory.createLiteralLang(name, language));
    }

    private static final Path CONFIG = Path.of(System.getProperty("zhice.home"), "fuseki-config", "zhice.ttl");

    private static final NameIndex INDEX =
            MemoryReleases.of(NAMES, Limits.read(CONFIG)).read(NameIndex::of);

    private static Found best(String text) {
        return INDEX.find(text, Set.of(), 5).get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "国家知识产权局, agency/ip",
        "國家知識產權局, agency/ip",
        "《专利法》, instrument/patents",
        "patent law, instrument/patents",
        "国家市场监督管理局, agency/market",
        "民诉法, instrument/procedure",
        "剑网, campaign/net",
        "劍網 2023, campaign/net-2023",
        "𠮷林知识产权局, agency/ji",
        "Inteletual Property Administration, agency/ip",
    })
    void the_thing_that_is_meant_comes_first(String text, String thing) {
        assertThat(best(text).thing()).isEqualTo(Terms.ID + thing);
    }

    @Test
    void the_very_name_scores_one_whatever_its_script_and_marks() {
        assertThat(best("《中華人民共和國專利法》"))
                .extracting(Found::score, Found::method, Found::kind)
                .containsExactly(1.0, Method.EXACT, "instrument");
    }

    /** One of ten characters is missing; both hold the name of the country or not. */
    @Test
    void a_score_is_the_share_of_letters_that_stay() {
        assertThat(best("国家市场监督管理局").score()).isEqualTo(0.9, within(0.001));
        assertThat(best("专利法")).extracting(Found::score, Found::method).containsExactly(0.99, Method.SIMILAR);
    }

    /** A part of two of six characters, of which the other name has a number and this one none. */
    @Test
    void a_part_counts_by_the_root_of_its_share_and_a_number_that_only_one_has_counts_against_it() {
        assertThat(INDEX.find("剑网", Set.of("campaign"), 2))
                .extracting(found -> Math.round(found.score() * 1000))
                .containsExactly(Math.round(1000 * Math.sqrt(2 / 6.0)), Math.round(950 * Math.sqrt(2 / 6.0)));
    }

    @Test
    void another_year_is_another_thing() {
        assertThat(best("剑网2018").score()).isLessThan(0.7);
        assertThat(INDEX.certain("剑网2018", Set.of(), thing -> true)).isEmpty();
    }

    @Test
    void certain_is_only_the_very_name_of_one_thing_that_is_not_too_short() {
        String market = Terms.ID + "agency/market";
        String name = "国家市场监督管理总局";
        assertThat(INDEX.certain(name, Set.of("agency"), thing -> true)).contains(market);
        assertThat(INDEX.certain(name, Set.of(), thing -> true)).isEmpty();
        assertThat(INDEX.certain("国家市场监督管理局", Set.of("agency"), thing -> true)).isEmpty();
        assertThat(INDEX.certain("央行", Set.of(), thing -> true)).isEmpty();
        assertThat(INDEX.certain(name, Set.of(), market::equals)).contains(market);
    }

    @Test
    void only_things_of_the_kinds_asked_for_are_found() {
        assertThat(INDEX.find("国家市场监督管理总局", Set.of("topic"), 5))
                .extracting(Found::thing)
                .containsExactly(Terms.ID + "topic/market");
    }

    @Test
    void kinds_are_told_those_with_most_names_first() {
        assertThat(INDEX.kinds()).containsExactly("agency", "campaign", "instrument", "topic");
    }

    @Test
    void a_name_that_is_begun_is_completed() {
        assertThat(INDEX.beginning("劍網", Set.of()))
                .extracting(Found::thing)
                .containsExactly(Terms.ID + "campaign/net", Terms.ID + "campaign/net-2023");
        assertThat(INDEX.beginning("law", Set.of()))
                .extracting(Found::thing)
                .containsExactly(Terms.ID + "instrument/patents");
    }

    @ParameterizedTest
    @CsvSource({"''", "！？", "' '"})
    void nothing_means_nothing(String text) {
        assertThat(INDEX.find(text, Set.of(), 5)).isEmpty();
        assertThat(INDEX.certain(text, Set.of(), thing -> true)).isEmpty();
        assertThat(INDEX.beginning(text, Set.of())).isEmpty();
    }

    /** A limit of five rows for twelve names. */
    @Test
    void names_are_read_in_parts_where_there_are_more_than_a_query_may_answer() throws Exception {
        String config = Files.readString(CONFIG).replaceFirst("limit:rows \\d+", "limit:rows 5");
        Limits limits = Limits.read(RDFParser.fromString(config, Lang.TURTLE)
                .base("http://localhost/")
                .toModel());
        List<Node> things = NAMES.stream().map(Quad::getSubject).distinct().toList();

        assertThat(things)
                .hasSize(10)
                .allMatch(thing -> MemoryReleases.of(NAMES, limits)
                        .<Boolean>read(release -> NameIndex.of(release).knows(thing.getURI())));
    }
}
