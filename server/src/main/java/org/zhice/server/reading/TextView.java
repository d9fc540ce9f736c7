package org.zhice.server.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.reading.Block.Segment;
import org.zhice.server.sheet.Names;
import org.zhice.server.sheet.Piece;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.store.Result;

/**
 * A document with its text.
 *
 * @param lang of the text
 * @param length in code points, as people read it
 * @param astray passages that are not marked, since the text does not read so at their place
 * @param whole whether all passages were read
 * @param editor the address of the editor with the query for the passages
 */
record TextView(
        Piece title,
        List<Piece> ways,
        String lang,
        String length,
        String checksum,
        List<Row> contents,
        List<Legend> legend,
        List<Row> rows,
        List<Piece> astray,
        boolean whole,
        String editor) {

    /** A kind of passage and how many there are. */
    record Legend(Kind kind, String word, String count) {}

    /**
     * A block as it is shown.
     *
     * @param level of a heading; 0 else
     * @param id its place in the page; null for a paragraph
     * @param own what it is called in our own words, and leads to; null for a paragraph, or a heading that says the same
     */
    record Row(int level, String id, Piece own, String text, List<Mark> marks, List<Note> notes) {}

    /**
     * A segment as it is shown.
     *
     * @param href what is stated; null if nothing
     * @param style of its kind; null likewise
     * @param id its place in the page; null if no passage begins here
     * @param further places of wider passages that begin here too
     */
    record Mark(String text, String href, String style, String id, List<String> further) {}

    /** What the passages of a block state, of one kind. */
    record Note(String word, String style, List<Piece> pieces) {}

    /** Makes the view. */
    record Maker(Names names, Messages words) {
        private static final int FIRST = 2;
        private static final int LAST = 4;

        /** A sentence on which more statements rest, such as that on all lists of agencies, is told of as one. */
        private static final int EACH = 6;

        TextView of(Binding source, List<Piece> ways, Result rows, String editor) {
            int[] points = Result.text(source, "text").codePoints().toArray();
            Map<Boolean, List<Passage>> passages =
                    Passage.of(rows.rows()).stream().collect(Collectors.partitioningBy(one -> one.standsIn(points)));
            List<Passage> marked = passages.get(true);
            Map<Node, Node> above = new HashMap<>();
            marked.stream()
                    .flatMap(passage -> passage.statements().stream())
                    .filter(statement -> statement.section() != null)
                    .forEach(statement -> above.put(statement.node(), statement.section()));
            List<Row> shown = Layout.of(points, marked).stream()
                    .map(block -> row(block, above))
                    .toList();
            return new TextView(
                    names.piece(source.get("document")),
                    ways,
                    Result.text(source, "language"),
                    Numbers.show(points.length, names.language()),
                    Result.text(source, "checksum").replaceFirst("^sha256:", ""),
                    shown.stream().filter(row -> row.level() > 0).toList(),
                    legend(marked),
                    shown,
                    passages.get(false).stream().map(this::astray).toList(),
                    rows.whole(),
                    editor);
        }

        private Piece astray(Passage passage) {
            return names.piece(passage.node())
                    .saying(words.text(
                            "text.place",
                            Numbers.show(passage.start(), names.language()),
                            Numbers.show(passage.end(), names.language())));
        }

        private List<Legend> legend(List<Passage> passages) {
            Map<Kind, Long> counts = passages.stream()
                    .collect(Collectors.groupingBy(
                            Passage::kind, () -> new EnumMap<>(Kind.class), Collectors.counting()));
            return counts.entrySet().stream()
                    .map(count -> new Legend(
                            count.getKey(), word(count.getKey()), Numbers.show(count.getValue(), names.language())))
                    .toList();
        }

        private String word(Kind kind) {
            return words.text(kind.word());
        }

        private Row row(Block block, Map<Node, Node> above) {
            String text = block.segments().stream().map(Segment::text).collect(Collectors.joining());
            if (block.own().isEmpty()) {
                return new Row(0, null, null, text, marks(block, null), notes(block, null));
            }
            Passage passage = block.own().get();
            Statement own = passage.statements().stream()
                    .filter(statement -> statement.kind() == passage.kind())
                    .findFirst()
                    .orElseThrow();
            Piece piece = names.piece(own.node());
            boolean heading = own.kind() == Kind.HEADING;
            return new Row(
                    heading ? level(own.node(), above) : 0,
                    passage.id(),
                    heading
                            ? text.contains(piece.text()) ? null : piece
                            : piece.saying(own.number() + " · " + piece.text()),
                    text,
                    marks(block, heading ? piece.href() : null),
                    notes(block, own));
        }

        private static int level(Node section, Map<Node, Node> above) {
            int level = FIRST;
            for (Node over = above.get(section); over != null && level < LAST; over = above.get(over)) {
                level++;
            }
            return level;
        }

        /** @param elsewhere where characters that no passage covers lead; null if nowhere */
        private List<Mark> marks(Block block, String elsewhere) {
            return block.segments().stream()
                    .map(segment -> mark(segment, elsewhere))
                    .toList();
        }

        private Mark mark(Segment segment, String elsewhere) {
            List<String> ids = segment.beginning().stream().map(Passage::id).toList();
            if (segment.passages().isEmpty()) {
                return new Mark(segment.text(), elsewhere, null, null, List.of());
            }
            Passage narrowest = segment.passages().get(0);
            return new Mark(
                    segment.text(),
                    href(narrowest),
                    style(narrowest.kind()),
                    ids.isEmpty() ? null : ids.get(0),
                    ids.isEmpty() ? ids : ids.subList(1, ids.size()));
        }

        private static String style(Kind kind) {
            return "mark " + kind.style();
        }

        /** What is stated; of several things the passage tells. */
        private static String href(Passage passage) {
            List<Statement> statements = passage.statements();
            Node shown = statements.size() == 1 ? statements.get(0).node() : passage.node();
            return Links.local(shown.getURI());
        }

        /** @param own that of the block, which its title tells; null if there is none */
        private List<Note> notes(Block block, Statement own) {
            Stream<Passage> passages = Stream.concat(
                    block.own().stream(), block.segments().stream().flatMap(segment -> segment.beginning().stream()));
            Map<Kind, List<Piece>> notes = new EnumMap<>(Kind.class);
            passages.distinct().forEach(passage -> add(passage, own, notes));
            return Arrays.stream(Kind.values())
                    .filter(notes::containsKey)
                    .map(kind -> new Note(
                            word(kind),
                            style(kind),
                            notes.get(kind).stream().distinct().toList()))
                    .toList();
        }

        private void add(Passage passage, Statement own, Map<Kind, List<Piece>> notes) {
            List<Statement> statements = passage.statements().stream()
                    .filter(statement -> !Objects.equals(statement, own))
                    .toList();
            if (statements.size() > EACH) {
                notes.computeIfAbsent(passage.kind(), first -> new ArrayList<>())
                        .add(names.piece(passage.node()).saying(words.text("text.many", statements.size())));
                return;
            }
            statements.forEach(statement -> notes.computeIfAbsent(statement.kind(), first -> new ArrayList<>())
                    .add(piece(statement)));
        }

        private Piece piece(Statement statement) {
            Piece node = names.piece(statement.node());
            if (statement.thing() == null && statement.said() == null) {
                return node;
            }
            if (statement.thing() == null) {
                return names.piece(statement.said()).to(node.href());
            }
            Piece thing = names.piece(statement.thing()).to(node.href());
            return statement.said() == null
                    ? thing
                    : thing.with(names.piece(statement.said()).text());
        }
    }
}
