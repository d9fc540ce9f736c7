package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/**
 * Drops lines that hold nothing but the number of a page, and such a number between dashes inside a line. A bare number that
 * does not run on from another may be a figure: it is left out, but not called the number of a page.
 */
final class PageNumbers implements Repair {
    private static final Pattern NUMBER = Pattern.compile(
            "^ *(?:[-－—–―·•~] ?){0,2}(?:第 ?)?(?<number>\\d{1,4})(?: ?页)?(?: ?/ ?\\d{1,4}|[，, ]*共 ?\\d{1,4} ?页)?(?: ?[-－—–―·•~]){0,2} *(?:\\n|\\z)"
                    + "|(?<=[\\u4E00-\\u9FFF，、])(?: ?[—–－]+ \\d{1,3} [—–－]+ ?)(?=[\\u4E00-\\u9FFF，、。）])",
            Pattern.MULTILINE);
    private static final int NONE = -1;

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        List<Integer> bare = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            boolean alone = number.group().strip().equals(number.group("number"));
            bare.add(alone ? Integer.parseInt(number.group("number")) : NONE);
            edits.add(new Edit(Damage.Kind.PAGE_NUMBER, number.start(), number.end(), ""));
        }
        for (int i = 0; i < bare.size(); i++) {
            if (bare.get(i) != NONE && !runsOn(bare, i)) {
                Edit edit = edits.get(i);
                edits.set(i, new Edit(Damage.Kind.LEFT_OUT, edit.from(), edit.to(), ""));
            }
        }
        return edits;
    }

    private static boolean runsOn(List<Integer> numbers, int at) {
        int number = numbers.get(at);
        return (at > 0 && numbers.get(at - 1) == number - 1)
                || (at + 1 < numbers.size() && numbers.get(at + 1) == number + 1);
    }
}
