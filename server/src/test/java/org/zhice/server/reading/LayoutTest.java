package org.zhice.server.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;

/** Texts cut into blocks and segments. */
class LayoutTest {
    private static final List<Kind> KINDS = List.of(Kind.values());

    @Test
    void passages_that_overlap_are_cut_where_one_begins_or_ends() {
        String text = "推进商标法修改，办好𠮷会。";
        Passage act = passage(Kind.ACT, text, "推进商标法修改");
        Passage named = passage(Kind.NAMED, text, "商标法修改，办好𠮷会");

        assertThat(shown(text, act, named)).containsExactly("p: 推进[ACT] 商标法修改[ACT NAMED] ，办好𠮷会[NAMED] 。[]");
    }

    @Test
    void of_passages_within_one_another_the_narrowest_comes_first() {
        String text = "甲𠮷乙";

        assertThat(shown(
                        text,
                        passage(Kind.NAMED, text, "甲𠮷乙"),
                        passage(Kind.ACT, text, "甲𠮷"),
                        passage(Kind.DUTY, text, "𠮷")))
                .containsExactly("p: 甲[ACT NAMED] 𠮷[DUTY ACT NAMED] 乙[NAMED]");
    }

    @Test
    void a_place_of_a_passage_is_where_it_begins_and_nowhere_else() {
        String text = "𠮷甲乙";
        Passage wide = passage(Kind.NAMED, text, "𠮷甲乙");
        Passage narrow = passage(Kind.DUTY, text, "甲");

        assertThat(Layout.of(text.codePoints().toArray(), List.of(wide, narrow)))
                .singleElement()
                .satisfies(block -> assertThat(block.segments())
                        .extracting(Block.Segment::beginning)
                        .containsExactly(List.of(wide), List.of(narrow), List.of()));
    }

    @Test
    void headings_take_their_numbers_along_and_lines_make_paragraphs() {
        String text = "\n甲计划\n\n一、总则\n（一）细则。\n　空 \n";

        assertThat(shown(text, passage(Kind.HEADING, text, "总则"), passage(Kind.HEADING, text, "细则")))
                .containsExactly("p: 甲计划[]", "HEADING: 一、总则[]", "HEADING: （一）细则。[]", "p: 空[]");
    }

    /** As copies from web pages are. */
    @Test
    void a_text_in_one_line_is_cut_at_its_headings_and_tasks() {
        String text = "為此製定。 一 總則 (一)細則 1.辦𠮷會。(甲局負責) 2.辦茶會。(乙部負責) 二 附則 完";

        assertThat(shown(
                        text,
                        passage(Kind.HEADING, text, "總則"),
                        passage(Kind.HEADING, text, "細則"),
                        passage(Kind.TASK, text, "1.辦𠮷會。(甲局負責)"),
                        passage(Kind.DUTY, text, "甲局"),
                        passage(Kind.TASK, text, "2.辦茶會。(乙部負責)"),
                        passage(Kind.HEADING, text, "附則")))
                .containsExactly(
                        "p: 為此製定。[]",
                        "HEADING: 一 總則[]",
                        "HEADING: (一)細則[]",
                        "TASK: 1.辦𠮷會。([] 甲局[DUTY] 負責)[]",
                        "TASK: 2.辦茶會。(乙部負責)[]",
                        "HEADING: 二 附則[]",
                        "p: 完[]");
    }

    @Test
    void a_line_that_ends_within_a_passage_goes_on() {
        String text = "办好𠮷\n会。\n完";

        assertThat(shown(text, passage(Kind.ACT, text, "𠮷\n会"))).containsExactly("p: 办好[] 𠮷\n会[ACT] 。[]", "p: 完[]");
    }

    @Test
    void of_two_tasks_that_overlap_the_second_is_marked_within_the_first() {
        String text = "1.甲乙丙丁";

        assertThat(shown(text, passage(Kind.TASK, text, "1.甲乙"), passage(Kind.TASK, text, "乙丙")))
                .containsExactly("TASK: 1.甲[] 乙[TASK]", "p: 丙[TASK] 丁[]");
    }

    @Test
    void a_passage_stands_only_where_the_text_reads_so() {
        int[] points = "𠮷甲乙".codePoints().toArray();

        assertThat(passage(Kind.ACT, 1, 2, "甲").standsIn(points)).isTrue();
        assertThat(passage(Kind.ACT, 2, 3, "甲").standsIn(points)).isFalse();
        assertThat(passage(Kind.ACT, 2, 4, "乙").standsIn(points)).isFalse();
        assertThat(passage(Kind.ACT, 2, 2, "").standsIn(points)).isFalse();
    }

    /** Against each character asked one by one. */
    @Test
    void every_character_is_shown_once_and_bears_the_passages_that_cover_it() {
        Random random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int[] points = random.ints(random.nextInt(1, 60), 0, 4)
                    .map(at -> "甲𠮷。\n".codePointAt("甲𠮷。\n".offsetByCodePoints(0, at)))
                    .toArray();
            List<Passage> passages = passages(points, random);
            List<Block> blocks = Layout.of(points, passages);
            assertThat(text(blocks)).isEqualTo(new String(points, 0, points.length).replace("\n", ""));
            assertThat(covered(blocks)).isEqualTo(coveredOneByOne(points, passages, blocks));
        }
    }

    private static List<Passage> passages(int[] points, Random random) {
        List<Passage> passages = new ArrayList<>();
        for (int i = 0; i < random.nextInt(8); i++) {
            int start = random.nextInt(points.length);
            int end = random.nextInt(start, points.length) + 1;
            Kind kind = KINDS.get(random.nextInt(KINDS.size()));
            passages.add(passage(kind, start, end, new String(points, start, end - start)));
        }
        return passages;
    }

    private static String text(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.segments().stream())
                .map(Block.Segment::text)
                .collect(Collectors.joining())
                .replace("\n", "");
    }

    /** For each character that is no line end the passages of its segment. */
    private static List<Set<Passage>> covered(List<Block> blocks) {
        return blocks.stream()
                .flatMap(block -> block.segments().stream())
                .flatMap(segment -> segment.text()
                        .codePoints()
                        .filter(point -> point != '\n')
                        .mapToObj(point -> Set.copyOf(segment.passages())))
                .toList();
    }

    private static List<Set<Passage>> coveredOneByOne(int[] points, List<Passage> passages, List<Block> blocks) {
        Set<Passage> own =
                blocks.stream().flatMap(block -> block.own().stream()).collect(Collectors.toSet());
        return IntStream.range(0, points.length)
                .filter(at -> points[at] != '\n')
                .mapToObj(at -> passages.stream()
                        .filter(passage -> !own.contains(passage))
                        .filter(passage -> passage.start() <= at && at < passage.end())
                        .collect(Collectors.toSet()))
                .toList();
    }

    private static List<String> shown(String text, Passage... passages) {
        return Layout.of(text.codePoints().toArray(), List.of(passages)).stream()
                .map(block -> block.own().map(own -> own.kind().name()).orElse("p") + ": "
                        + block.segments().stream().map(LayoutTest::shown).collect(Collectors.joining(" ")))
                .toList();
    }

    private static String shown(Block.Segment segment) {
        Stream<String> kinds =
                segment.passages().stream().map(passage -> passage.kind().name());
        return segment.text() + "[" + kinds.collect(Collectors.joining(" ")) + "]";
    }

    private static Passage passage(Kind kind, String text, String words) {
        int start = text.codePointCount(0, text.indexOf(words));
        return passage(kind, start, start + words.codePointCount(0, words.length()), words);
    }

    private static Passage passage(Kind kind, int start, int end, String quote) {
        String name = "https://w3id.org/zhice/id/passage/tea-" + start + "-" + end + "-" + kind.style();
        Statement statement = new Statement(kind, NodeFactory.createURI(name + "-said"), null, null, "", null);
        return new Passage(NodeFactory.createURI(name), start, end, quote, List.of(statement));
    }
}
