package org.zhice.loader.extract.clean;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/** Makes punctuation full-width beside Chinese characters, and digits and letters half-width everywhere. */
final class Width implements Repair {
    private static final String HALF = ",;:!?";
    private static final String FULL = "，；：！？";
    private static final String CORNERS = "「」『』﹁﹂﹃﹄";
    private static final String QUOTES = "“”‘’“”‘’";

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Deque<Boolean> brackets = new ArrayDeque<>();
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            char with = c;
            if (c == '(') {
                brackets.push(besideHan(text, i));
                with = brackets.element() ? '（' : c;
            } else if (c == ')') {
                boolean full = brackets.isEmpty() ? besideHan(text, i) : brackets.pop();
                with = full ? '）' : c;
            } else if (c == '"') {
                open = besideHan(text, i) && !open;
                with = besideHan(text, i) ? (open ? '“' : '”') : c;
            } else if (c == '\n') {
                open = false;
                brackets.clear();
            } else {
                with = other(text, i, c);
            }
            if (with != c) {
                edits.add(new Edit(Damage.Kind.WIDTH, i, i + 1, String.valueOf(with)));
            }
        }
        return edits;
    }

    private static char other(String text, int at, char c) {
        int half = HALF.indexOf(c);
        if (half >= 0) {
            return besideHan(text, at) ? FULL.charAt(half) : c;
        }
        int corner = CORNERS.indexOf(c);
        if (corner >= 0) {
            return QUOTES.charAt(corner);
        }
        boolean wide =
                (c >= '０' && c <= '９') || (c >= 'Ａ' && c <= 'Ｚ') || (c >= 'ａ' && c <= 'ｚ') || c == '＋' || c == '．';
        return wide ? (char) (c - 0xFEE0) : c;
    }

    private static boolean besideHan(String text, int at) {
        return isHan(text, at, -1) || isHan(text, at, 1);
    }

    /** Whether the next character that is not a blank is Chinese, a Chinese stop or quotation mark. */
    private static boolean isHan(String text, int at, int step) {
        int i = at + step;
        while (i >= 0 && i < text.length() && text.charAt(i) == ' ') {
            i += step;
        }
        if (i < 0 || i >= text.length()) {
            return false;
        }
        char c = text.charAt(i);
        return Character.isIdeographic(c) || "《》“”，。、；：（）！？〔〕".indexOf(c) >= 0;
    }
}
