package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/**
 * Drops an opening 《 that has slipped before 以下简称, and reports every other 《 or 》 that has no partner in its
 * paragraph.
 */
final class Brackets implements Repair {
    private static final Pattern SLIPPED = Pattern.compile("《(?=以下(?:简称|称|合称))");

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Matcher slipped = SLIPPED.matcher(text);
        while (slipped.find()) {
            edits.add(new Edit(Damage.Kind.BRACKET, slipped.start(), slipped.end(), ""));
        }
        alone(text, edits);
        edits.sort(Comparator.comparingInt(Edit::from));
        return edits;
    }

    private static void alone(String text, List<Edit> edits) {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : '\n';
            if (c == '《' && !text.startsWith("以下", i + 1)) {
                open.add(i);
            } else if (c == '》' && open.isEmpty()) {
                report(text, i, edits);
            } else if (c == '》') {
                open.remove(open.size() - 1);
            } else if (c == '\n') {
                open.forEach(at -> report(text, at, edits));
                open.clear();
            }
        }
    }

    private static void report(String text, int at, List<Edit> edits) {
        edits.add(new Edit(Damage.Kind.UNREPAIRED, at, at + 1, text.substring(at, at + 1)));
    }
}
