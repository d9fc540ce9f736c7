package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/** Drops lines that hold nothing but the number of a page, and such a number between dashes inside a line. */
final class PageNumbers implements Repair {
    private static final Pattern NUMBER = Pattern.compile(
            "^ *(?:[-－—–―·•~] ?){0,2}(?:第 ?)?\\d{1,4}(?: ?页)?(?: ?/ ?\\d{1,4}|[，, ]*共 ?\\d{1,4} ?页)?(?: ?[-－—–―·•~]){0,2} *(?:\\n|\\z)"
                    + "|(?<=[\\u4E00-\\u9FFF，、])(?: ?[—–－]+ \\d{1,3} [—–－]+ ?)(?=[\\u4E00-\\u9FFF，、。）])",
            Pattern.MULTILINE);

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Matcher number = NUMBER.matcher(text);
        while (number.find()) {
            edits.add(new Edit(Damage.Kind.PAGE_NUMBER, number.start(), number.end(), ""));
        }
        return edits;
    }
}
