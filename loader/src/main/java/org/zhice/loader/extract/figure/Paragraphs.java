package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.number.SmallNumbers;
import org.zhice.loader.extract.figure.time.Time;

/** Reads the statements of a document's paragraphs, one after another. */
final class Paragraphs {
    private static final Pattern FROM = Pattern.compile("(?:由|从)[^，。；由从]{0,24}$");
    private static final Pattern TO = Pattern.compile("^[^，。；]{0,6}?(?:[\\u4E00-\\u9FFF]{1,4}(?:至|到|为)|至|到)");
    private static final int AROUND = 32;

    private final String text;
    private final Frames frames;
    private final Sink sink;
    private final IntPredicate inTable;
    private final Quantities quantities = new Quantities();

    /**
     * @param inTable whether a code point of the original stands in a table, which is read apart
     */
    Paragraphs(String text, Frames frames, Sink sink, IntPredicate inTable) {
        this.text = text;
        this.frames = frames;
        this.sink = sink;
        this.inTable = inTable;
    }

    /** Reads one paragraph; one without quantities may be a heading. */
    void read(int from, int to, int index) {
        List<Time> times = Mask.free(text, from, to, frames.times().in(text, from, to));
        BitSet blocked = Mask.of(text, from, to, times);
        List<Quantity> found = new ArrayList<>(quantities.in(text, from, to, blocked));
        found.removeIf(quantity -> inTable.test(sink.original(quantity.number())));
        found.forEach(quantity -> blocked.set(quantity.start(), quantity.end()));
        SmallNumbers.in(text, from, to, blocked).forEach(place -> sink.inWords(place[0], place[1]));
        if (found.isEmpty()) {
            frames.heading(text.substring(from, to), index - 1);
            return;
        }
        Respectively respectively = new Respectively(text, from, to, found);
        Dating dating = new Dating(text, times, respectively, frames.frame().year());
        Judge judge = new Judge(text, frames, sink, new MetricNaming(text, respectively));
        Statement statement = null;
        String noun = "";
        for (int i = 0; i < found.size(); i++) {
            Statement before = statement;
            statement = Statement.of(text, from, to, found.get(i), times, before);
            if (before == null || before.sentence() != statement.sentence()) {
                noun = "";
                judge.beginSentence();
            }
            boolean named = !Nouns.of(statement, "").isEmpty();
            noun = Nouns.of(statement, noun);
            Time time = dating.of(statement);
            sink.add(judge.figure(statement, noun, named, index, time, isFirst(found, i, to)));
        }
    }

    /** Whether a quantity is what a from–to statement begins with. */
    private boolean isFirst(List<Quantity> found, int i, int to) {
        if (i + 1 == found.size()) {
            return false;
        }
        Quantity quantity = found.get(i);
        int begin = Statement.begin(text, Math.max(0, quantity.start() - AROUND), quantity.start(), "，。；\n");
        Matcher end = TO.matcher(text)
                .region(quantity.end(), Math.min(to, found.get(i + 1).start()));
        return FROM.matcher(text.substring(begin, quantity.start())).find() && end.find();
    }
}
