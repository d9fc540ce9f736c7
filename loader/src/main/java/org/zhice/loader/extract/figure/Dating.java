package org.zhice.loader.extract.figure;

import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.time.Time;
import org.zhice.loader.extract.figure.time.Time.Kind;
import org.zhice.loader.extract.figure.time.Time.Role;

/** Finds the time that dates a statement among those of its paragraph. */
final class Dating {
    private static final Pattern BEGINS = Pattern.compile("生效|施行|实施|启动|上线|开通|成立|运行|开始|起|挂牌|开业");
    private static final Pattern TO_DATE = Pattern.compile("目前|已|至今|累计");
    private static final int NEAR = 16;

    private final String text;
    private final List<Time> times;
    private final Respectively respectively;
    private final int year;

    /**
     * @param year the last year of the frame, or 0
     */
    Dating(String text, List<Time> times, Respectively respectively, int year) {
        this.text = text;
        this.times = times;
        this.respectively = respectively;
        this.year = year;
    }

    /** The time, or null where only the frame dates the statement. */
    Time of(Statement statement) {
        Time event = event(statement);
        if (event != null) {
            return event;
        }
        Time paired = paired(statement);
        if (paired != null) {
            return paired;
        }
        return statement.time() != null ? statement.time() : carried(statement);
    }

    /** The last time that opens an earlier sentence of the paragraph; some months of a year are not carried on. */
    private Time carried(Statement statement) {
        Time carried = null;
        for (Time time : times) {
            boolean lasts = time.role() == Role.SENTENCE && time.kind() != Kind.PART && time.kind() != Kind.EVENT;
            if (lasts && time.start() < statement.sentence() && opens(time)) {
                carried = time;
            }
        }
        return carried;
    }

    private boolean opens(Time time) {
        return time.start() == 0 || "。！？\n是".indexOf(text.charAt(time.start() - 1)) >= 0;
    }

    /** From the day of an event in the same sentence until the end of the frame, where the statement counts since then. */
    private Time event(Statement statement) {
        boolean open = statement.time() == null || statement.time().kind() == Kind.NOW;
        if (!open || year == 0 || !TO_DATE.matcher(statement.left()).find()) {
            return null;
        }
        int start = statement.quantity().start();
        for (Time time : times) {
            if (time.kind() == Kind.EVENT && time.start() >= statement.sentence() && time.end() <= start) {
                Matcher begins = BEGINS.matcher(text).region(time.end(), Math.min(start, time.end() + NEAR));
                if (begins.find()) {
                    LocalDate end = Time.year(Math.max(year, time.lastYear())).until();
                    return new Time(time.start(), time.end(), Kind.EVENT, time.from(), end, Role.SENTENCE);
                }
            }
        }
        return null;
    }

    /** Where as many times stand before 分别 as quantities after it, each has its own. */
    private Time paired(Statement statement) {
        Respectively.Place place = respectively.of(statement);
        if (place == null) {
            return null;
        }
        List<Time> before = times.stream()
                .filter(time ->
                        time.start() >= statement.sentence() && time.end() <= place.word() && time.role() != Role.BASE)
                .toList();
        return before.size() > 1 && before.size() == place.count() ? before.get(place.place()) : null;
    }
}
