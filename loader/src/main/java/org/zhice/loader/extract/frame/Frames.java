package org.zhice.loader.extract.frame;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Frame;
import org.zhice.loader.extract.rows.Frame.Stated;

/** Reads the frame of a document. Lines that are not sure give nothing: a person fills in what is missing. */
public final class Frames {
    private static final Pattern NUMBER = Pattern.compile(
            "(?:(?:发文字号|文号|文件编号)[：:])?[（(]?(?<value>\\p{IsHan}{2,14}[〔\\[［（(]\\d{4}[〕\\]］）)]\\d{1,4}号)[）)]?");
    private static final Pattern DAY = Pattern.compile(
            "(?:(?:成文|印发|发布|发文)?日期[：:])?[（(]?(?<year>\\d{4})年(?<month>\\d{1,2})月(?<day>\\d{1,2})日(?:印发|发布|通过)?[）)]?");
    private static final Pattern OPENING = Pattern.compile("(?<value>\\p{IsHan}{4,30}?)关于.*");
    private static final Pattern LABEL = Pattern.compile("(?:发布机构|发文机关|印发机关|制定机关)[：:](?<value>\\p{IsHan}{3,40})");
    private static final Pattern BODY =
            Pattern.compile("(?<value>\\p{IsHan}{2,36}(?:局|厅|部|署|委|委员会|办公室|办公厅|政府|法院|检察院|海关|领导小组|联席会议|党委|管委会))");
    private static final int FOOT = 6;

    private final CleanText clean;
    private final List<Line> head;
    private final List<Line> foot;

    private Frames(CleanText clean) {
        this.clean = clean;
        List<Line> lines = Line.of(clean);
        this.head = Line.head(lines, clean.markers());
        this.foot = lines.subList(Math.min(lines.size(), Math.max(head.size(), lines.size() - FOOT)), lines.size());
    }

    /** Reads the frame of a cleaned document. */
    public static Frame of(CleanText clean) {
        Frames frames = new Frames(clean);
        return new Frame(
                new TitleLines(clean, frames.head).title(),
                frames.first(NUMBER, "document-number"),
                frames.issuer(),
                frames.issued(),
                BrokenEnd.in(clean));
    }

    private Optional<Stated> first(Pattern pattern, String rule) {
        return both().flatMap(line -> value(line, pattern, rule).stream()).findFirst();
    }

    /** The last day on a line of its own: above it stand the days of what the document refers to. */
    private Optional<Stated> issued() {
        return both().flatMap(line -> day(line).stream()).reduce((one, other) -> other);
    }

    private Optional<Stated> issuer() {
        return Stream.of(
                        first(LABEL, "issuer-label"),
                        signature(),
                        value(head, OPENING, "issuer-of-title"),
                        value(head, BODY, "issuer-line"))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A body with the day of issue below it. */
    private Optional<Stated> signature() {
        return Stream.of(head, foot)
                .flatMap(lines -> lines.stream()
                        .skip(1)
                        .filter(line -> day(line).isPresent())
                        .map(line -> lines.get(lines.indexOf(line) - 1)))
                .flatMap(line -> value(line, BODY, "signature").stream())
                .findFirst();
    }

    private Optional<Stated> value(List<Line> lines, Pattern pattern, String rule) {
        return lines.stream()
                .flatMap(line -> value(line, pattern, rule).stream())
                .findFirst();
    }

    private Optional<Stated> value(Line line, Pattern pattern, String rule) {
        Matcher found = pattern.matcher(line.text());
        return found.matches()
                ? Optional.of(stated(found.group("value"), rule, line.start() + found.start("value")))
                : Optional.empty();
    }

    private Optional<Stated> day(Line line) {
        Matcher day = DAY.matcher(line.text());
        if (!day.matches()) {
            return Optional.empty();
        }
        String iso = "%s-%02d-%02d"
                .formatted(day.group("year"), Integer.valueOf(day.group("month")), Integer.valueOf(day.group("day")));
        Evidence evidence = new Evidence("date-line", 0.9, clean.passage(line.start() + day.start("year"), line.end()));
        return Optional.of(new Stated(iso, evidence));
    }

    private Stated stated(String value, String rule, int start) {
        return new Stated(value, new Evidence(rule, 0.9, clean.passage(start, start + value.length())));
    }

    private Stream<Line> both() {
        return Stream.concat(head.stream(), foot.stream());
    }
}
