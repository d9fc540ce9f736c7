package org.zhice.loader.extract.clean.word;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/**
 * Traditional characters to simplified ones, one for one, so that every offset stays. Most characters need no look at
 * their neighbours, and asking the converter for each only once makes this several times faster; for the few that do
 * (著 in 著作 and in 隨著) the converter sees the words around, over blanks and line ends.
 */
final class Simplify implements Repair {
    private static final int NEAR = 4;
    private static final Transliterator SIMPLIFIED = Transliterator.getInstance("Traditional-Simplified");
    private static final Map<Character, Character> VARIANTS = variants();
    private static final Set<Character> NEED_NEIGHBOURS = needNeighbours();

    private final Map<Character, Character> known = new HashMap<>();

    private static Map<Character, Character> variants() {
        Map<Character, Character> variants = new HashMap<>();
        Resource.rows(Simplify.class, "characters.tsv")
                .forEach(row -> variants.put(row.get(0).charAt(0), row.get(1).charAt(0)));
        return Map.copyOf(variants);
    }

    /** The characters that some rule of the converter for a whole word treats unlike the rule for one character. */
    private static Set<Character> needNeighbours() {
        Set<Character> characters = new HashSet<>();
        for (String rule : SIMPLIFIED.toRules(false).split("\n", -1)) {
            int arrow = rule.indexOf('>');
            String word = rule.substring(0, Math.max(arrow, 0)).strip();
            String form = rule.substring(arrow + 1).replace(";", "").strip();
            for (int i = 0; word.length() > 1 && word.length() == form.length() && i < word.length(); i++) {
                if (!SIMPLIFIED.transliterate(word.substring(i, i + 1)).equals(form.substring(i, i + 1))) {
                    characters.add(word.charAt(i));
                }
            }
        }
        return Set.copyOf(characters);
    }

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : 0;
            char with = NEED_NEIGHBOURS.contains(c) ? amongNeighbours(text, i) : simplify(c);
            if (with != c) {
                run.append(with);
            } else if (run.length() > 0) {
                edits.add(new Edit(Damage.Kind.TRADITIONAL, i - run.length(), i, run.toString()));
                run.setLength(0);
            }
        }
        return edits;
    }

    private char amongNeighbours(String text, int at) {
        StringBuilder words = new StringBuilder();
        for (int i = at - 1; i >= 0 && words.length() < NEAR && isWordOrBlank(text.charAt(i)); i--) {
            append(words, text.charAt(i));
        }
        int place = words.reverse().length();
        for (int i = at; i < text.length() && words.length() <= place + NEAR && isWordOrBlank(text.charAt(i)); i++) {
            append(words, text.charAt(i));
        }
        String form = SIMPLIFIED.transliterate(words.toString());
        return form.length() == words.length() ? form.charAt(place) : simplify(text.charAt(at));
    }

    private static void append(StringBuilder words, char c) {
        if (c > ' ') {
            words.append(c);
        }
    }

    private static boolean isWordOrBlank(char c) {
        return Character.isIdeographic(c) || c == ' ' || c == '\n';
    }

    /** The simplified form of one character without its neighbours, or the character itself. */
    char simplify(char c) {
        return c < 0x3400 || Character.isSurrogate(c) ? c : known.computeIfAbsent(c, Simplify::look);
    }

    private static char look(char c) {
        String form = SIMPLIFIED.transliterate(String.valueOf(c));
        return VARIANTS.getOrDefault(c, form.length() == 1 ? form.charAt(0) : c);
    }
}
