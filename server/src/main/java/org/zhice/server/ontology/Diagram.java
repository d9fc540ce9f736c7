package org.zhice.server.ontology;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A drawing of one class: what points to it on the left, what it points to on the right, broader classes above and narrower
 * ones below. Only numbers are worked out here; colours and letters are the style sheet's.
 */
record Diagram(int width, int height, List<Box> boxes, List<Line> lines) {
    private static final int BOX_WIDTH = 170;
    private static final int BOX_HEIGHT = 30;
    private static final int ROW = 46;
    private static final int GAP = 200;
    private static final int EDGE = 8;
    private static final int CENTRE = EDGE + BOX_WIDTH + GAP;
    private static final int RIGHT = CENTRE + BOX_WIDTH + GAP;
    private static final int WIDTH = RIGHT + BOX_WIDTH + EDGE;

    /**
     * A class.
     *
     * @param centre whether it is the one that the drawing is of
     */
    record Box(int x, int y, int width, int height, int textX, int textY, String text, String href, boolean centre) {
        static Box of(int x, int y, Term term, boolean centre) {
            return new Box(
                    x,
                    y,
                    BOX_WIDTH,
                    BOX_HEIGHT,
                    x + BOX_WIDTH / 2,
                    y + BOX_HEIGHT / 2 + 5,
                    term.label(),
                    "#" + term.id(),
                    centre);
        }

        int middle() {
            return y + BOX_HEIGHT / 2;
        }
    }

    /**
     * A property between two classes, or that one is a kind of the other if it has no text.
     *
     * @param path as SVG has it, towards what the property points to
     * @param anchor the side of the text that stands at its place
     */
    record Line(String path, String text, int textX, int textY, String anchor) {}

    /** A property and the class at its other end. */
    record Edge(Term property, Term other) {}

    /** The drawing of a class among its neighbours. */
    static Diagram of(Term term, List<Term> parents, List<Term> children, List<Edge> in, List<Edge> out) {
        int column = parents.size() + 1 + children.size();
        int rows = Math.max(column, Math.max(in.size(), out.size()));
        int height = rows * ROW + EDGE;
        List<Box> boxes = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        List<Term> middle = new ArrayList<>(parents);
        middle.add(term);
        middle.addAll(children);
        List<Box> stack = IntStream.range(0, column)
                .mapToObj(i -> Box.of(CENTRE, top(i, column, rows), middle.get(i), i == parents.size()))
                .toList();
        Box centre = stack.get(parents.size());
        boxes.addAll(stack);
        stack.stream().filter(box -> !box.centre()).forEach(box -> lines.add(kindOf(box, centre)));
        for (int i = 0; i < in.size(); i++) {
            Box box = Box.of(EDGE, top(i, in.size(), rows), in.get(i).other(), false);
            boxes.add(box);
            lines.add(incoming(box, centre, in.get(i).property().label()));
        }
        for (int i = 0; i < out.size(); i++) {
            Box box = Box.of(RIGHT, top(i, out.size(), rows), out.get(i).other(), false);
            boxes.add(box);
            lines.add(outgoing(centre, box, out.get(i).property().label()));
        }
        return new Diagram(WIDTH, height, boxes, lines);
    }

    /** Each column stands in the middle of the highest. */
    private static int top(int row, int count, int rows) {
        return EDGE + (rows - count) * ROW / 2 + row * ROW;
    }

    private static Line incoming(Box from, Box centre, String text) {
        int x = from.x() + BOX_WIDTH;
        return new Line(curve(x, from.middle(), CENTRE, centre.middle()), text, x + EDGE, from.middle() - 6, "start");
    }

    private static Line outgoing(Box centre, Box to, String text) {
        int x = CENTRE + BOX_WIDTH;
        return new Line(
                curve(x, centre.middle(), to.x(), to.middle()), text, to.x() - 2 * EDGE, to.middle() - 6, "end");
    }

    private static String curve(int fromX, int fromY, int toX, int toY) {
        int middle = (fromX + toX) / 2;
        return "M%d %d C%d %d %d %d %d %d".formatted(fromX, fromY, middle, fromY, middle, toY, toX, toY);
    }

    /** Beside the boxes between, so that one under another is seen to hang from the centre. */
    private static Line kindOf(Box other, Box centre) {
        int x = other.x() + (other.y() < centre.y() ? BOX_WIDTH / 2 - 3 * EDGE : BOX_WIDTH / 2 + 3 * EDGE);
        int from = other.y() < centre.y() ? other.y() + BOX_HEIGHT : other.y();
        int to = other.y() < centre.y() ? centre.y() : centre.y() + BOX_HEIGHT;
        return new Line("M%d %d L%d %d".formatted(x, from, x, to), "", 0, 0, "");
    }
}
