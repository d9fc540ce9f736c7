package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/** Closes up lines in which nearly every character is followed by a blank; there only two blanks part words. */
final class LetterSpacing implements Repair {
    private static final Pattern LINE = Pattern.compile("[^\\n]+");
    private static final Pattern BLANKS = Pattern.compile(" +");
    private static final int SHORTEST = 2;
    private static final int LONG = 6;
    private static final double NEARLY_ALL = 0.7;

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        boolean all = lines(text, LONG, true) > lines(text, LONG, false);
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            int letters = letters(text, line.start(), line.end(), false);
            boolean spaced = isSpaced(letters, letters(text, line.start(), line.end(), true));
            if (spaced && letters >= (all ? SHORTEST : LONG)) {
                closeUp(text, line.start(), line.end(), edits);
            }
        }
        return edits;
    }

    private static void closeUp(String text, int from, int to, List<Edit> edits) {
        Matcher blanks = BLANKS.matcher(text).region(from, to);
        while (blanks.find()) {
            boolean single = blanks.end() - blanks.start() == 1;
            edits.add(new Edit(Damage.Kind.SPACE, blanks.start(), blanks.end(), single ? "" : " "));
        }
    }

    /** How many lines of so many letters there are whose letters are, or are not, parted by blanks. */
    private static int lines(String text, int least, boolean spaced) {
        int lines = 0;
        Matcher line = LINE.matcher(text);
        while (line.find()) {
            int letters = letters(text, line.start(), line.end(), false);
            boolean is = isSpaced(letters, letters(text, line.start(), line.end(), true));
            lines += letters >= least && is == spaced ? 1 : 0;
        }
        return lines;
    }

    private static boolean isSpaced(int letters, int beforeBlank) {
        return beforeBlank >= letters * NEARLY_ALL;
    }

    private static int letters(String text, int from, int to, boolean beforeBlank) {
        int letters = 0;
        for (int i = from; i + 1 < to; i++) {
            boolean counts = !beforeBlank || text.charAt(i + 1) == ' ';
            letters += counts && Character.isIdeographic(text.charAt(i)) ? 1 : 0;
        }
        return letters;
    }
}
