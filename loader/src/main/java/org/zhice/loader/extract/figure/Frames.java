package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.time.Time;
import org.zhice.loader.extract.figure.time.Time.Kind;
import org.zhice.loader.extract.figure.time.Times;

/**
 * The frames that title and headings set. The title tells whether a document looks ahead or back; a report that names one
 * year in its title may tell of the year before, so the years that open its sentences are counted.
 */
final class Frames {
    private static final Pattern OPENING_YEAR = Pattern.compile("(?:^|[。；\\n])(?:截至)?((?:19|20)[0-9]{2})年(?!版|度版)");
    private static final Pattern TITLE_YEAR = Pattern.compile("(?<![0-9—–\\-〔])((?:19|20)[0-9]{2})年(?![0-9]{1,2}月)");
    private static final Pattern DIVISION = Pattern.compile("^(?:第[一二三四五六七八九十百]+[章部]|[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)");
    private static final Pattern FUTURE = Pattern.compile("到(20[0-9]{2})年");
    private static final int LONGEST = 48;
    private static final int TITLE_LINES = 10;
    private static final int MOST = 4000;

    private final int published;
    private final Map<Integer, Times> times = new HashMap<>();
    private final int titleLine;
    private final String title;
    private final boolean prospective;
    private Frame frame;

    /**
     * What a part of a document tells of where its sentences do not say.
     *
     * @param year its last year, or 0 where none is known
     * @param span several years that its heading names, or null
     * @param outlook whether it tells of what is to come
     * @param horizon by when that is to be reached, or null
     */
    record Frame(int year, Time span, boolean outlook, Time horizon) {}

    Frames(String text, int published) {
        this.published = published;
        List<String> head = new ArrayList<>();
        text.lines().limit(TITLE_LINES).forEach(head::add);
        int line = 0;
        while (line < head.size() && !(isShort(head.get(line)) && kind(head.get(line)) != 0)) {
            line++;
        }
        this.titleLine = line;
        this.title = line < head.size() ? head.get(line) : "";
        int kind = kind(title);
        this.prospective = kind > 0 || (kind == 0 && setsTargets(text));
        this.frame = new Frame(year(text), null, prospective, null);
        Time named = prospective ? horizon(times().in(title, 0, title.length())) : null;
        this.frame = new Frame(frame.year(), null, prospective, named);
    }

    int published() {
        return published;
    }

    /** The title, or empty. */
    String title() {
        return title;
    }

    Frame frame() {
        return frame;
    }

    /** The times of the text under the frame at hand. */
    Times times() {
        return times.computeIfAbsent(frame.year(), year -> new Times(year, published, prospective ? published : year));
    }

    static boolean isShort(String line) {
        int stop = line.indexOf('。');
        return line.length() <= LONGEST && (stop < 0 || stop == line.length() - 1);
    }

    /** Takes a line without quantities that may be a heading. */
    void heading(String line, int index) {
        if (index == titleLine || !isShort(line) || line.startsWith("注")) {
            return;
        }
        List<Time> named = times().in(line, 0, line.length());
        Time year = first(named, Kind.YEAR);
        Time span = named.stream().filter(Time::isSpan).findFirst().orElse(null);
        boolean division = DIVISION.matcher(line).find();
        if (year == null && span == null && !division) {
            return;
        }
        boolean before = year != null && year.lastYear() < published;
        boolean past = (Cues.BACKGROUND.matcher(line).find() && (year == null || year.lastYear() <= published))
                || (prospective && before);
        boolean ahead = !past && Cues.OUTLOOK.matcher(line).find();
        boolean outlook = past ? false : ahead || prospective || (!division && year == null && frame.outlook());
        outlook |= !past && division && line.startsWith("（") && frame.outlook();
        int of = frame.year();
        Time horizon = frame.horizon();
        if (year != null && (outlook || year.lastYear() > published)) {
            outlook = true;
            horizon = year;
        } else if (year != null) {
            of = year.lastYear();
        }
        boolean pastSpan = span != null && span.until().getYear() <= Math.max(published, of);
        frame = new Frame(of, pastSpan && year == null ? span : null, outlook, horizon);
    }

    private static Time first(List<Time> times, Kind kind) {
        return times.stream().filter(time -> time.kind() == kind).findFirst().orElse(null);
    }

    private static Time horizon(List<Time> named) {
        return named.stream()
                .filter(time -> time.kind() == Kind.YEAR || time.isSpan())
                .findFirst()
                .orElse(null);
    }

    /** 1 for a title that looks ahead, -1 for one that looks back, 0 for none of both; the last word decides. */
    private static int kind(String title) {
        return Integer.signum(last(Cues.PROSPECTIVE, title) - last(Cues.RETROSPECTIVE, title));
    }

    private static int last(Pattern cue, String title) {
        Matcher matcher = cue.matcher(title.replaceAll("《[^》]*》", "《》"));
        int last = -1;
        while (matcher.find()) {
            last = matcher.end();
        }
        return last;
    }

    private boolean setsTargets(String text) {
        Matcher future = FUTURE.matcher(text);
        while (future.find()) {
            if (published > 0 && Integer.parseInt(future.group(1)) > published) {
                return true;
            }
        }
        return false;
    }

    private int year(String text) {
        if (prospective) {
            return Math.max(0, published - 1);
        }
        Map<Integer, Integer> counts = new HashMap<>();
        Matcher opening = OPENING_YEAR.matcher(text).region(0, Math.min(text.length(), MOST * 10));
        while (opening.find()) {
            counts.merge(Integer.valueOf(opening.group(1)), 1, Integer::sum);
        }
        Matcher named = TITLE_YEAR.matcher(title);
        int titled = named.find() ? Integer.parseInt(named.group(1)) : published;
        if (titled == 0) {
            return counts.entrySet().stream()
                    .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                    .map(Map.Entry::getKey)
                    .orElse(0);
        }
        boolean before = counts.getOrDefault(titled - 1, 0) > counts.getOrDefault(titled, 0);
        return before ? titled - 1 : titled;
    }
}
