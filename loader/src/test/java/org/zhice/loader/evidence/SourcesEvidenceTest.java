package org.zhice.loader.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.Loader;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.store.Names;

/** The five real documents, where they lie beside the checkout, against the originals as they stand on disk. */
class SourcesEvidenceTest {
    static {
        JenaSystem.init();
    }

    private static final Path SOURCES = Checkout.home().root().resolve("../shared/sources");
    private static final Map<String, String> FILES = new TreeMap<>(Map.of(
            "plan-2019", "2019-plan.txt",
            "plan-2023", "2023-plan.txt",
            "plan-2024", "2024-plan.txt",
            "report-2023", "2023-report.txt",
            "zones-2022", "2022-zones.txt"));

    @TempDir
    static Path folder;

    private static DatasetGraph union;
    private static List<Difference> misfits;

    @BeforeAll
    static void a_graph_with_the_texts() {
        assumeThat(SOURCES).as("the official documents are not at hand").isDirectory();
        Home home = Checkout.copyTo(folder);
        FILES.forEach((document, file) -> AddedTexts.add(home, SOURCES.resolve(file), document));
        misfits = Comparison.all(home).stream()
                .flatMap(comparison -> comparison.differences().stream())
                .filter(difference -> difference.table().equals("text_fragment"))
                .toList();
        union = DatasetGraphFactory.wrap(new Loader(home, Progress.NONE).check().union());
    }

    @Test
    void every_quote_stands_in_the_original_at_its_code_points() throws Exception {
        List<String> passages = Answers.of(union, """
                SELECT ?document ?start ?end ?quote WHERE {
                  ?p a zc:Passage ; oa:hasSource/eli:realizes ?document ;
                    zc:charStart ?start ; zc:charEnd ?end ; zc:quote ?quote }""");
        assertThat(passages).hasSizeGreaterThan(1000);
        Map<String, String> originals = new TreeMap<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            originals.put(file.getKey(), Files.readString(SOURCES.resolve(file.getValue())));
        }
        assertThat(passages).allSatisfy(passage -> {
            String[] cells = passage.split("\\|", 4);
            String original = originals.get(cells[0]);
            int from = original.offsetByCodePoints(0, Integer.parseInt(cells[1]));
            int to = original.offsetByCodePoints(0, Integer.parseInt(cells[2]));
            assertThat(cells[3]).isNotEmpty().isEqualTo(original.substring(from, to));
        });
    }

    @Test
    void every_text_is_kept_character_by_character() throws Exception {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            assertThat(Answers.of(
                            union,
                            "SELECT ?text WHERE { source:" + file.getKey() + " <https://schema.org/text> ?text }"))
                    .containsExactly(Files.readString(SOURCES.resolve(file.getValue())));
        }
    }

    @Test
    void every_task_and_every_responsibility_of_the_three_plans_is_quoted() {
        assertThat(Answers.of(union, """
                SELECT (COUNT(DISTINCT ?task) AS ?tasks) (COUNT(DISTINCT ?r) AS ?responsibilities) WHERE {
                  ?task a zc:Task ; zc:text ?text ; zc:statedIn ?p ; zc:qualifiedResponsibility ?r . ?r zc:statedIn ?q }""")).containsExactly((106 + 139 + 110) + "|" + 707);
    }

    /** Sentences of the tasks of each plan, counted in the texts apart from this program. */
    private static final Map<String, Integer> SENTENCES =
            new TreeMap<>(Map.of("plan-2019", 170, "plan-2023", 212, "plan-2024", 152));

    /**
     * A sentence ends with 。 or ； outside quotes and brackets, or with its task; the bracket of agencies is none. One full
     * stop of 2023 is damaged in this copy.
     */
    @Test
    void every_sentence_of_the_plans_promises_something() throws Exception {
        Map<String, List<int[]>> acts = new TreeMap<>();
        for (String act : Answers.of(union, """
                SELECT ?task ?start ?end WHERE {
                  ?task zc:hasActionItem/zc:statedIn ?p . ?p zc:charStart ?start ; zc:charEnd ?end }""")) {
            String[] cells = act.split("\\|", 3);
            acts.computeIfAbsent(cells[0], first -> new ArrayList<>())
                    .add(new int[] {Integer.parseInt(cells[1]), Integer.parseInt(cells[2])});
        }
        Map<String, Integer> sentences = new TreeMap<>();
        List<String> silent = new ArrayList<>();
        for (String task : Answers.of(union, """
                SELECT ?plan ?task ?start ?quote WHERE {
                  ?task a zc:Task ; zc:inPlan ?plan ; zc:statedIn ?p . ?p zc:charStart ?start ; zc:quote ?quote
                  FILTER(REGEX(?quote, "[负負][责責]")) }""")) {
            String[] cells = task.split("\\|", 4);
            for (int[] sentence : sentences(cells[3].replace("?;I", "?。I"), Integer.parseInt(cells[2]))) {
                sentences.merge(cells[0], 1, Integer::sum);
                if (acts.getOrDefault(cells[1], List.of()).stream()
                        .noneMatch(act -> act[0] < sentence[1] && sentence[0] < act[1])) {
                    silent.add(cells[1] + " " + sentence[0]);
                }
            }
        }
        assertThat(silent).isEmpty();
        assertThat(sentences).isEqualTo(SENTENCES);
    }

    /** Where the sentences of a task start and end, in code points of its document. */
    private static List<int[]> sentences(String quote, int from) {
        int[] points = quote.replaceFirst("[（(][^（()）]*[）)]\\s*[。.]?\\s*$", "")
                .codePoints()
                .toArray();
        List<int[]> sentences = new ArrayList<>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at <= points.length; at++) {
            depth += at == points.length ? -depth : nested(points[at]);
            if (at == points.length || (depth == 0 && "。；".indexOf(points[at]) >= 0)) {
                String sentence = new String(points, start, at - start);
                if (sentence.codePoints().filter(Character::isIdeographic).count() > 1) {
                    sentences.add(new int[] {from + start, from + at});
                }
                start = at + 1;
            }
        }
        return sentences;
    }

    private static int nested(int point) {
        return "“‘《（(「『".indexOf(point) >= 0 ? 1 : "”’》）)」』".indexOf(point) >= 0 ? -1 : 0;
    }

    /** 214 rows of legislative_action.csv, counted apart from this program. */
    @Test
    void every_act_of_law_making_is_quoted_from_its_words_and_none_from_its_whole_task() {
        assertThat(Answers.of(union, """
                SELECT (COUNT(DISTINCT ?item) AS ?items) WHERE {
                  ?item a zc:LegislativeAction ; zc:statedIn/zc:quote ?quote }""")).containsExactly("214");
        assertThat(Answers.of(union, """
                SELECT ?item WHERE {
                  ?item a zc:LegislativeAction . ?annotation oa:hasBody ?item ;
                    itsrdf:taAnnotatorsRef <https://w3id.org/zhice/id/rule/whole-task> }""")).isEmpty();
    }

    /** 120, 126, 68 and 1 rows of achievement.csv, intention.csv, requirement.csv and target.csv, counted with grep. */
    @Test
    void every_result_intention_requirement_and_target_is_quoted() {
        assertThat(Answers.of(union, """
                SELECT ?class (COUNT(DISTINCT ?statement) AS ?statements) WHERE {
                  VALUES ?class { zc:Achievement zc:Intention zc:Requirement zc:Target }
                  ?statement a ?class ; zc:statedIn/zc:quote ?quote
                } GROUP BY ?class ORDER BY ?class"""))
                .containsExactly("Achievement|120", "Intention|126", "Requirement|68", "Target|1");
    }

    @Test
    void every_marked_clause_stands_where_its_marks_say() {
        assertThat(misfits).isEmpty();
        assertThat(Answers.of(union, """
                SELECT ?clause WHERE {
                  ?statement <http://www.w3.org/ns/prov#wasDerivedFrom> ?clause ; zc:statedIn ?p . ?clause dcterms:identifier ?marks .
                  FILTER(STRSTARTS(?marks, ":~:text="))
                  ?annotation oa:hasBody ?statement ; oa:hasTarget ?p ;
                    itsrdf:taAnnotatorsRef <https://w3id.org/zhice/id/rule/text-fragment> }""")).hasSizeGreaterThanOrEqualTo(1338);
    }

    @Test
    void every_lead_by_the_first_listed_rule_is_stated_in_the_sentence_that_says_so() {
        assertThat(Answers.of(union, """
                SELECT ?year (COUNT(DISTINCT ?r) AS ?leads) WHERE {
                  ?plan zc:year ?year . ?task zc:inPlan ?plan ; zc:qualifiedResponsibility ?r .
                  ?r zc:roleBasis c:role-basis-first-listed-rule ; zc:statedIn/zc:quote ?quote .
                  FILTER(REGEX(?quote, "第一位"))
                } GROUP BY ?year ORDER BY ?year""")).containsExactly("2019|53", "2023|74", "2024|53");
    }

    /**
     * 115 rows of metric_task.csv and 99 of intention_task.csv; 827 that name the report in the tables of subjects and in
     * achievement_partner.csv; counted with grep.
     */
    @Test
    void every_tie_of_a_figure_a_result_or_an_intention_rests_on_words_that_are_printed() throws Exception {
        assertThat(Answers.of(union, """
                SELECT ?words ?text WHERE {
                  ?tie a zc:Tie ; owl:annotatedTarget ?task ; zc:printedName ?words . ?task zc:text ?text }""")).hasSize(115 + 99).allSatisfy(tie -> {
            String[] cells = tie.split("\\|", 2);
            assertThat(cells[1]).contains(cells[0]);
        });
        List<String> paragraphs = Files.readAllLines(SOURCES.resolve("2023-report.txt"));
        assertThat(Answers.of(union, """
                SELECT ?paragraph ?words WHERE {
                  ?tie a zc:Tie ; dcterms:source document:report-2023 ; zc:inParagraph ?paragraph ; zc:printedName ?words }""")).hasSize(827).allSatisfy(tie -> {
            String[] cells = tie.split("\\|", 2);
            assertThat(paragraphs.get(Integer.parseInt(cells[0]) - 1)).contains(cells[1]);
        });
    }

    /** 99 rows of intention_task.csv. */
    @Test
    void what_takes_an_intention_up_shares_words_with_its_clause() {
        assertThat(Answers.of(union, """
                SELECT ?words ?quote WHERE {
                  ?tie owl:annotatedProperty zc:takenUpBy ; zc:printedName ?words ; owl:annotatedSource/zc:statedIn/zc:quote ?quote }""")).hasSize(99).allSatisfy(tie -> {
            String[] cells = tie.split("\\|", 2);
            assertThat(cells[1]).contains(cells[0]);
        });
    }

    /** 67 rows of requirement_subject.csv; the copy of the scheme is in traditional script, with readings in brackets. */
    @Test
    void what_a_requirement_is_about_is_named_in_its_clause() {
        assertThat(Answers.of(union, """
                SELECT ?words ?quote WHERE {
                  ?tie owl:annotatedSource ?requirement ; zc:printedName ?words . ?requirement a zc:Requirement ; zc:statedIn/zc:quote ?quote }""")).hasSize(67).allSatisfy(tie -> {
            String[] cells = tie.split("\\|", 2);
            assertThat(Names.key(cells[1]).replaceAll("\\([^)]*\\)", "")).contains(cells[0]);
        });
    }

    /** What is said of the scheme of zones stands in it: the name of the zones, and that the State Council agreed. */
    @Test
    void the_scheme_prints_what_it_launches_and_who_agreed() throws Exception {
        List<String> paragraphs = Files.readAllLines(SOURCES.resolve("2022-zones.txt"));
        assertThat(Answers.of(
                        union,
                        "SELECT ?zones ?agency WHERE { document:zones-2022 zc:launches ?zones ; zc:agreedBy ?agency }"))
                .containsExactly("ip-protection-zones|state-council");
        assertThat(paragraphs.get(2)).contains("國務院同意");
        assertThat(paragraphs.get(6)).contains("國務院同意", "國家知識產權保護示范區");
    }

    /** 186 rows of task_subject.csv, and 22 of instrument_subject.csv that rest on tasks, counted with grep. */
    @Test
    void what_a_task_or_a_law_in_it_names_is_named_in_the_words_of_the_task() {
        assertThat(Answers.of(union, """
                SELECT ?words ?text WHERE {
                  ?tie a zc:Tie ; owl:annotatedSource ?task ; zc:printedName ?words . ?task a zc:Task ; zc:text ?text }""")).hasSize(186).allSatisfy(tie -> {
            String[] cells = tie.split("\\|", 2);
            assertThat(cells[1]).contains(cells[0]);
        });
        assertThat(Answers.of(union, """
                SELECT DISTINCT ?tie WHERE {
                  ?tie a zc:Tie ; owl:annotatedSource ?instrument ; zc:printedName ?words ; dcterms:source ?plan .
                  ?task zc:callsFor/zc:onInstrument ?instrument ; zc:inPlan ?plan ; zc:text ?text .
                  FILTER(CONTAINS(?text, STR(?words))) }""")).hasSize(22);
    }

    /** 16 of task_subject.csv whose words print 第…批, 第…届 or 第…期, counted with grep. */
    @Test
    void the_number_of_an_edition_is_the_number_in_its_words() {
        assertThat(Answers.of(union, """
                SELECT ?number ?words WHERE {
                  ?tie a zc:Tie ; owl:annotatedSource ?task ; owl:annotatedTarget ?edition ; zc:printedName ?words .
                  ?task a zc:Task . ?edition zc:ordinal ?number }""")).hasSize(16).allSatisfy(tie -> {
            String[] cells = tie.split("\\|", 2);
            int number = Integer.parseInt(cells[0]);
            String units = number % 10 == 0 ? "" : "一二三四五六七八九".substring(number % 10 - 1, number % 10);
            assertThat(cells[1]).containsPattern("第" + (number < 10 ? "" : "十") + units + "[批届期]");
        });
    }

    @Test
    void each_text_carries_the_checksum_of_its_file_and_its_script() throws Exception {
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            byte[] bytes = Files.readAllBytes(SOURCES.resolve(file.getValue()));
            String sha256 = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
            assertThat(Answers.of(
                            union,
                            "SELECT ?sum WHERE { ?t eli:realizes document:" + file.getKey()
                                    + " ; dcterms:identifier ?sum }"))
                    .containsExactly("sha256:" + sha256);
        }
        assertThat(Answers.of(union, """
                SELECT ?document ?script WHERE {
                  ?text eli:realizes ?document ; dcterms:language ?script . ?document a zc:Plan } ORDER BY ?document"""))
                .containsExactly("plan-2019|zh-Hans", "plan-2023|zh-Hant", "plan-2024|zh-Hans");
    }

    @Test
    void a_campaign_is_named_in_the_passage_of_its_task() {
        assertThat(Answers.of(union, """
                SELECT ?quote WHERE {
                  ?annotation oa:hasBody <https://w3id.org/zhice/id/campaign/kunlun-2023> , ?task ; oa:hasTarget ?p .
                  ?task zc:launches <https://w3id.org/zhice/id/campaign/kunlun-2023> ; zc:statedIn ?p . ?p zc:quote ?quote }""")).isNotEmpty().allMatch(quote -> quote.contains("2023"));
    }

    /** The report prints 29个 twice: of provinces with plans of their own, and of demonstration zones; and 116万 once. */
    @Test
    void of_two_equal_numbers_each_is_quoted_from_its_own_sentence() throws Exception {
        String text = Files.readString(SOURCES.resolve("2023-report.txt"));
        assertThat(text.indexOf("29个")).isPositive().isLessThan(text.lastIndexOf("29个"));
        assertThat(quoted("provinces-with-local-14th-five-year-ip-plans-2022", text.indexOf("29个")))
                .hasSize(1);
        assertThat(quoted("gi-product-demo-zones-approved-2022", text.lastIndexOf("29个")))
                .hasSize(1);
        assertThat(quoted("patentees-with-deferred-fees-2022", text.indexOf("116万")))
                .hasSize(1);
    }

    /** The passage of a figure that holds a place of the text. */
    private static List<String> quoted(String figure, int place) {
        return Answers.of(union, """
                SELECT ?p WHERE {
                  <https://w3id.org/zhice/id/statement/%s> zc:statedIn ?p . ?p zc:charStart ?start ; zc:charEnd ?end .
                  FILTER(?start <= %d && %d < ?end) }""".formatted(figure, place, place));
    }
}
