package org.zhice.loader.extract;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Traditional characters to simplified ones, line by line, for some characters need their neighbours (著作, 隨著). Keeps
 * the number of characters, so that every offset stays.
 */
final class Simplify implements Repair {
    private final Transliterator simplified = Transliterator.getInstance("Traditional-Simplified");
    private final Map<Character, Character> variants = new HashMap<>();
    private final Map<Character, Character> known = new HashMap<>();

    Simplify() {
        Resource.rows("characters.tsv")
                .forEach(row -> variants.put(row.get(0).charAt(0), row.get(1).charAt(0)));
    }

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            line(text.substring(start, end), start, edits);
            start = end + 1;
        }
        return edits;
    }

    private void line(String line, int offset, List<Edit> edits) {
        String form = simplify(line);
        int from = 0;
        for (int i = 0; i <= line.length(); i++) {
            if (i == line.length() || form.charAt(i) == line.charAt(i)) {
                if (i > from) {
                    edits.add(new Edit(Damage.Kind.TRADITIONAL, offset + from, offset + i, form.substring(from, i)));
                }
                from = i + 1;
            }
        }
    }

    private String simplify(String line) {
        if (line.chars().allMatch(c -> simplify((char) c) == c)) {
            return line;
        }
        String bare = line.replace(" ", "");
        String form = simplified.transliterate(bare);
        StringBuilder spread = new StringBuilder(line);
        for (int i = 0, at = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c != ' ') {
                boolean known = variants.containsKey(c) || form.length() != bare.length();
                spread.setCharAt(i, known ? simplify(c) : form.charAt(at));
                at++;
            }
        }
        return spread.toString();
    }

    /** The simplified form of one character without its neighbours, or the character itself. */
    char simplify(char c) {
        return c < 0x3400 || Character.isSurrogate(c) ? c : known.computeIfAbsent(c, this::look);
    }

    private char look(char c) {
        String form = simplified.transliterate(String.valueOf(c));
        return variants.getOrDefault(c, form.length() == 1 ? form.charAt(0) : c);
    }
}
