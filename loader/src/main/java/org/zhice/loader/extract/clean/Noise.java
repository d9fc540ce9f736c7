package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;
import org.zhice.loader.extract.clean.word.Resource;

/**
 * Cuts off what a web page prints before the first number and after the last duty bracket of a document. The words that
 * give it away are in {@code noise.tsv}; between the first number and the last bracket nothing is touched.
 */
final class Noise implements Repair {
    private static final Pattern LINE = of("line", "^ *(?:%s).*$");
    private static final Pattern END = of("end", "^.*(?:%s) *$");
    private static final Pattern TAIL = of("tail", "(?:^|[ 。|]) *(?<noise>%s)");
    private static final Pattern LAST_DUTY =
            Pattern.compile("(?:负责|牵头|配合|参与|落实)(?:[）)】〕]|。?$)|" + DutyForm.LABEL + "[:：][^。\\n]*", Pattern.MULTILINE);
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TAIL = 3000;

    private static Pattern of(String place, String form) {
        String words = Resource.rows(Noise.class, "noise.tsv").stream()
                .filter(row -> row.get(0).equals(place))
                .map(row -> row.get(1))
                .collect(Collectors.joining("|"));
        return Pattern.compile(String.format(form, words), Pattern.MULTILINE);
    }

    @Override
    public List<Edit> edits(String text) {
        List<Marker> markers = Markers.find(text);
        int head = markers.isEmpty() ? 0 : markers.get(0).start();
        List<Edit> edits = new ArrayList<>();
        head(text, head, edits);
        tail(text, Math.max(head, lastDuty(text, markers)), edits);
        return edits;
    }

    private static void head(String text, int head, List<Edit> edits) {
        int start = 0;
        while (start < head) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end + 1;
            if (end <= head && isNoise(text.substring(start, end).strip())) {
                edits.add(new Edit(Damage.Kind.NOISE, start, end, ""));
            }
            start = end;
        }
    }

    private static boolean isNoise(String line) {
        return line.length() < LONGEST_LINE
                && (LINE.matcher(line).find() || END.matcher(line).find());
    }

    /** The links after a document may be numbered too; so its end is the last duty, or the last number if it has none. */
    private static int lastDuty(String text, List<Marker> markers) {
        int last = -1;
        Matcher duty = LAST_DUTY.matcher(text);
        while (duty.find()) {
            last = duty.end();
        }
        return last >= 0 || markers.isEmpty()
                ? Math.max(last, 0)
                : markers.get(markers.size() - 1).end();
    }

    private static void tail(String text, int from, List<Edit> edits) {
        int start = Math.max(from, text.length() - LONGEST_TAIL);
        Matcher tail = TAIL.matcher(text).region(start, text.length()).useAnchoringBounds(false);
        if (!tail.find()) {
            return;
        }
        int cut = tail.start("noise");
        while (cut > from && " \n|".indexOf(text.charAt(cut - 1)) >= 0) {
            cut--;
        }
        edits.add(new Edit(Damage.Kind.NOISE, cut, text.length(), cut == 0 ? "" : "\n"));
    }
}
