package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.zhice.loader.extract.clean.Marker.Level;

/**
 * Finds the numbers that open chapters, sections and tasks. What looks like a number (2.0, 337, 50周年) is one only if
 * the numbers run on: it follows its predecessor, or begins anew under a new heading. At the beginning of a line a few
 * numbers may be missing, and anywhere a piece of the text if the numbers run on after it.
 */
final class Markers {
    private static final String UNITS = "年月日个项家件部批届次大类种条款号万亿名期时点周岁后天所省市%％";
    private static final String STOPS = "。！？；;）)】〕";
    private static final int GAP = 10;
    private static final int HEADING = 40;
    private static final int AHEAD = 30;

    private final String text;
    private final List<Candidate> candidates;
    private int endOfRow;
    private final List<Marker> accepted = new ArrayList<>();
    private final Map<Level, Integer> last = new EnumMap<>(Level.class);
    private final Map<Level, String> within = new EnumMap<>(Level.class);

    private Markers(String text) {
        this.text = text;
        this.candidates = Candidate.in(text);
    }

    /** The accepted numbers in order of place. */
    static List<Marker> find(String text) {
        Markers markers = new Markers(text);
        for (int i = 0; i < markers.candidates.size(); i++) {
            markers.consider(i);
        }
        return List.copyOf(markers.accepted);
    }

    private void consider(int index) {
        Candidate candidate = candidates.get(index);
        if (candidate.level() == Level.ROW || candidate.number() == 0) {
            considerRow(candidate);
            return;
        }
        if (candidate.start() < endOfRow) {
            return;
        }
        Place place = placeOf(candidate.start());
        boolean fits = isDecimal(candidate)
                ? runsOnWithin(candidate, place, index)
                : candidate.stopped() ? runsOn(candidate, place, index) : runsOnAlone(candidate, place);
        if (fits || opens(index)) {
            within.put(candidate.level(), candidate.within());
            accept(new Marker(candidate.level(), candidate.number(), candidate.start(), candidate.end()));
        }
    }

    /** Within the line of a row other numbers are words of the row. */
    private void considerRow(Candidate candidate) {
        int number = candidate.number() == 0 ? last.getOrDefault(candidate.level(), 0) + 1 : candidate.number();
        if (placeOf(candidate.start()) == Place.LINE) {
            accept(new Marker(candidate.level(), number, candidate.start(), candidate.end()));
            int end = text.indexOf('\n', candidate.end());
            endOfRow = end < 0 ? text.length() : end;
        }
    }

    private static boolean isDecimal(Candidate candidate) {
        return candidate.level() == Level.DECIMAL || candidate.level() == Level.SUBDECIMAL;
    }

    /** What looks like 1.1 is mostly a quantity: it counts where the last part runs on under the same first part. */
    private boolean runsOnWithin(Candidate candidate, Place place, int index) {
        if (!isStrong(place) || UNITS.indexOf(text.charAt(candidate.end())) >= 0) {
            return false;
        }
        if (candidate.within().equals(within.get(candidate.level()))) {
            int step = candidate.number() - last.getOrDefault(candidate.level(), 0);
            return step > 0 && step <= GAP;
        }
        return candidate.number() == 1 && (afterHeading() || isFollowed(index) || isNextWithin(candidate));
    }

    private boolean isNextWithin(Candidate candidate) {
        String before = within.getOrDefault(candidate.level(), "");
        return candidate.level() == Level.DECIMAL
                && !before.isEmpty()
                && Integer.parseInt(candidate.within()) == Integer.parseInt(before) + 1;
    }

    private boolean runsOn(Candidate candidate, Place place, int index) {
        int number = candidate.number();
        Integer before = last.get(candidate.level());
        if (place == Place.INSIDE) {
            return false;
        }
        if (before == null) {
            return number == 1 || place == Place.LINE || (place == Place.AFTER_STOP && accepted.isEmpty());
        }
        if (number == before + 1) {
            return true;
        }
        if (candidate.level() == Level.SECTION && place == Place.LINE && number <= before) {
            return true;
        }
        if (number == 1) {
            return place == Place.HEADING
                    || afterHeading()
                    || (place == Place.LINE && (before > 1 || afterTitle(index)));
        }
        boolean near = place == Place.LINE && number <= before + GAP;
        return number > before && (near || (isStrong(place) && isFollowed(index)));
    }

    /** Whether the next number of the same form that stands after a stop is one more: then only a piece is missing. */
    private boolean isFollowed(int index) {
        Candidate candidate = candidates.get(index);
        for (int i = index + 1; i < Math.min(candidates.size(), index + AHEAD); i++) {
            Candidate next = candidates.get(i);
            if (next.level() == candidate.level() && next.stopped() && isStrong(placeOf(next.start()))) {
                return next.number() == candidate.number() + 1 && next.within().equals(candidate.within());
            }
        }
        return false;
    }

    private static boolean isStrong(Place place) {
        return place == Place.LINE || place == Place.AFTER_STOP;
    }

    /** A number without its stop counts only after a finished line or task, and with no unit after it. */
    private boolean runsOnAlone(Candidate candidate, Place place) {
        boolean unit = candidate.end() >= text.length() || UNITS.indexOf(text.charAt(candidate.end())) >= 0;
        Integer before = last.get(candidate.level());
        boolean next = before != null && candidate.number() == before + 1;
        boolean anew = candidate.level() == Level.CHAPTER && candidate.number() == 1 && (before == null || before > 1);
        return (next || anew) && !unit && isStrong(place);
    }

    /** Whether this is a first heading, glued to a title: right after it the next inner form begins with one. */
    private boolean opens(int index) {
        if (index + 1 >= candidates.size()) {
            return false;
        }
        Candidate candidate = candidates.get(index);
        Candidate next = candidates.get(index + 1);
        return candidate.number() == 1
                && next.number() == 1
                && candidate.level().compareTo(Level.ITEM) < 0
                && candidate.level().compareTo(next.level()) < 0
                && next.start() - candidate.end() <= HEADING
                && text.substring(candidate.end(), next.start()).indexOf('。') < 0;
    }

    /** Whether the line before is short and without a stop, as headings without a number are. */
    private boolean afterTitle(int index) {
        int end = candidates.get(index).start();
        while (end > 0 && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        int start = text.lastIndexOf('\n', end - 1) + 1;
        return end > start
                && end - start <= HEADING
                && (accepted.isEmpty() || accepted.get(accepted.size() - 1).start() < start)
                && IntStream.range(start, end)
                        .noneMatch(i -> STOPS.indexOf(text.charAt(i)) >= 0 || "，：".indexOf(text.charAt(i)) >= 0);
    }

    private boolean afterHeading() {
        return !accepted.isEmpty() && accepted.get(accepted.size() - 1).level().compareTo(Level.ITEM) < 0;
    }

    private void accept(Marker marker) {
        accepted.add(marker);
        Integer before = last.put(marker.level(), marker.number());
        if (marker.level() == Level.ITEM && before != null && marker.number() > before + 1) {
            last.remove(Level.SECTION);
        }
        for (Level level : Level.values()) {
            if (level.compareTo(marker.level()) > 0 && level != Level.ITEM) {
                last.remove(level);
            }
        }
    }

    /** What stands before a number. */
    private enum Place {
        LINE,
        AFTER_STOP,
        AFTER_BLANK,
        HEADING,
        INSIDE
    }

    private Place placeOf(int at) {
        int before = at - 1;
        while (before >= 0 && text.charAt(before) == ' ') {
            before--;
        }
        if (before < 0 || text.charAt(before) == '\n') {
            return Place.LINE;
        }
        if (STOPS.indexOf(text.charAt(before)) >= 0) {
            return Place.AFTER_STOP;
        }
        if (before < at - 1) {
            return Place.AFTER_BLANK;
        }
        return inHeading(at) ? Place.HEADING : Place.INSIDE;
    }

    /** Whether only a short heading, which ends without a stop, stands between the last number and this place. */
    private boolean inHeading(int at) {
        if (!afterHeading()) {
            return false;
        }
        int from = accepted.get(accepted.size() - 1).end();
        return at - from > 3 && at - from <= HEADING && text.substring(from, at).indexOf('。') < 0;
    }
}
