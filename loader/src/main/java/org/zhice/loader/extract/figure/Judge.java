package org.zhice.loader.extract.figure;

import org.zhice.loader.extract.figure.Figure.Ground;
import org.zhice.loader.extract.figure.Frames.Frame;
import org.zhice.loader.extract.figure.MetricNaming.Dealt;
import org.zhice.loader.extract.figure.time.Time;
import org.zhice.loader.extract.figure.time.Time.Kind;
import org.zhice.loader.extract.place.Places.Listed;
import org.zhice.loader.extract.place.Where;
import org.zhice.loader.extract.rows.Lexicon.Metric;

/** Judges what the statements of a paragraph say, in their order: of what, in what form, of when, and whether to be reached. */
final class Judge {
    private static final int NEAR = 16;
    private static final int SENTENCE = 64;

    private final String text;
    private final Frames frames;
    private final Sink sink;
    private final MetricNaming names;
    private int baseYear;
    private int reachedYear;
    private boolean sum;
    private int end;
    private Listed listed;

    Judge(String text, Frames frames, Sink sink, MetricNaming names) {
        this.names = names;
        this.text = text;
        this.frames = frames;
        this.sink = sink;
    }

    /** Forgets what the statements of the sentence before said. */
    void beginSentence() {
        baseYear = 0;
        reachedYear = 0;
        sum = false;
        listed = null;
    }

    /**
     * @param named whether the clause itself says what is counted
     * @param time what dates the statement, or null
     * @param first whether it is what a from–to statement begins with
     */
    Figure figure(Statement statement, String noun, boolean named, int paragraph, Time time, boolean first) {
        Frame frame = frames.frame();
        boolean several = time == null ? frame.span() != null : time.isSpan();
        Time base = statement.base();
        int last = time == null ? frame.year() : time.lastYear();
        boolean longer = several || (base != null && base.lastYear() < last - 1);
        String statistic = summed(statement, Statistic.of(statement, longer), time);
        Metric metric = metric(statement, statistic, noun, named);
        if (first && statement.own()) {
            baseYear = statement.time().lastYear();
        }
        Time dated = first && !statement.own() ? begin(time, frame) : reached(statement, time, first);
        boolean target = !first && isTarget(statement, dated, frame);
        boolean stock = statistic.equals(Statistic.CUMULATIVE)
                ? metric != null && metric.kind().equals("stock")
                : Stocks.isStock(statement, metric, dated);
        Dates dates = target ? due(statement, dated, frame) : Dates.of(statement, statistic, stock, dated, frame);
        Quantity quantity = statement.quantity();
        boolean signed = statistic.equals(Statistic.CHANGE) || statistic.startsWith("growth");
        boolean falls =
                signed && quantity.value().signum() > 0 && statement.after(Cues.FALL) && !statement.after(Cues.RISE);
        Listed dealt = listed(statement);
        Where where = where(statement, dealt);
        boolean guessed = first && !statement.own() && baseYear == 0 && !several;
        return new Figure(
                falls ? quantity.negated() : quantity,
                text.substring(quantity.start(), quantity.end()),
                metric,
                names.name(statement, dealt == null ? noun : dealt.rest(), statistic, where, dealt != null),
                paragraph,
                statistic,
                dates,
                stock,
                target,
                where,
                statement.clause(),
                ground(statement, time),
                guessed ? "the year of the first number is not printed" : "");
    }

    /** The places that 分别 deals out to the statement and those beside it, or null; they hold on through the sentence. */
    private Listed listed(Statement statement) {
        Dealt dealt = names.dealt(statement);
        if (dealt == null) {
            return null;
        }
        Listed before = listed == null ? null : new Listed(listed.places(), "");
        listed = sink.listed(dealt.words()).orElse(dealt.words().isEmpty() ? before : null);
        return listed != null && listed.places().size() == dealt.count() ? listed : null;
    }

    private Where where(Statement statement, Listed dealt) {
        Where carried = sink.where(statement.sentence(), statement.quantity().start());
        return dealt == null
                ? carried
                : new Where(dealt.places().get(names.dealt(statement).place()), true);
    }

    /** 累计 holds on for what is counted after it, up to a semicolon. */
    private String summed(Statement statement, String statistic, Time time) {
        Quantity quantity = statement.quantity();
        boolean parted = end > 0
                && text.substring(Math.min(end, quantity.start()), quantity.start())
                                .indexOf('；')
                        >= 0;
        boolean other = statement.has(Cues.FLOW)
                || statement.has(Cues.REACHING)
                || !quantity.unit().isCounter();
        sum = statement.has(Cues.CUMULATIVE) || (sum && !parted && !other);
        end = quantity.end();
        if (time != null && time.kind() == Kind.EVENT) {
            return Statistic.CUMULATIVE;
        }
        return sum && statistic.equals(Statistic.LEVEL) ? Statistic.CUMULATIVE : statistic;
    }

    private Metric metric(Statement statement, String statistic, String noun, boolean named) {
        boolean whole = statistic.equals(Statistic.LEVEL)
                || statistic.equals(Statistic.CUMULATIVE)
                || statistic.equals(Statistic.DIFFERENCE)
                || statistic.equals(Statistic.SHARE);
        String unit = whole ? statement.quantity().unit().unit() : null;
        String right =
                statement.right().substring(0, Math.min(NEAR, statement.right().length()));
        Metric metric = sink.metric(noun, statement.left() + right, unit);
        if (metric == null && !(named && whole)) {
            int from = Math.max(statement.sentence(), statement.quantity().start() - SENTENCE);
            metric = sink.metric(noun, text.substring(from, statement.quantity().start()) + right, unit);
        }
        boolean added = Cues.ADDED.matcher(statement.words()).find();
        return metric != null && added && metric.kind().equals("stock") ? null : metric;
    }

    /** A sentence that has said that something reached a number in a year goes on to speak of that year. */
    private Time reached(Statement statement, Time time, boolean first) {
        if (!first && statement.own() && baseYear > 0) {
            reachedYear = time.lastYear();
        }
        boolean open = time == null || time.start() < statement.sentence();
        return open && reachedYear > 0 ? Time.year(reachedYear) : time;
    }

    /** The year that a from–to statement begins in; the one before where it is not printed. */
    private Time begin(Time time, Frame frame) {
        if (baseYear > 0) {
            return Time.year(baseYear);
        }
        Time span = time == null ? frame.span() : time;
        if (span != null && span.isSpan()) {
            int first = span.from().getYear();
            return Time.year(span.kind() == Kind.SPAN ? first - 1 : first);
        }
        if (frame.year() == 0) {
            return null;
        }
        return Time.year(time == null ? frame.year() - 1 : Math.min(frame.year(), time.lastYear() - 1));
    }

    private boolean isTarget(Statement statement, Time time, Frame frame) {
        if (time == null) {
            return frame.outlook() && !statement.has(Cues.ACCOUNT);
        }
        int published = frames.published();
        if (time.kind() == Kind.COMING || (published > 0 && time.lastYear() > published)) {
            return true;
        }
        boolean soFar = time.kind() == Kind.NOW || text.startsWith("截", time.start());
        boolean meant = frame.outlook() || (frame.year() < published && statement.has(Cues.MODAL));
        return time.lastYear() == published && !soFar && meant;
    }

    private static Dates due(Statement statement, Time time, Frame frame) {
        if (time != null) {
            return new Dates(null, time.until());
        }
        boolean term = statement.quantity().unit().unit().equals("YR");
        return term || frame.horizon() == null
                ? Dates.NONE
                : new Dates(null, frame.horizon().until());
    }

    private static Ground ground(Statement statement, Time time) {
        if (time == null) {
            return Ground.FRAME;
        }
        if (statement.own()) {
            return Ground.OWN;
        }
        return time.start() >= statement.sentence() ? Ground.SENTENCE : Ground.PARAGRAPH;
    }
}
