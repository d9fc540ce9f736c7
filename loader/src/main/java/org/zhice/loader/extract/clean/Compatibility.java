package org.zhice.loader.extract.clean;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;
import org.zhice.loader.extract.clean.word.Resource;

/**
 * Replaces the forms that Unicode keeps for old codes, for vertical print and for radicals by the common characters, and
 * reports characters of private use: what such a one looked like, only the font of its maker knew.
 */
final class Compatibility implements Repair {
    private static final Map<Integer, String> RADICALS = radicals();

    private static Map<Integer, String> radicals() {
        Map<Integer, String> radicals = new HashMap<>();
        Resource.rows(Compatibility.class, "radicals.tsv")
                .forEach(row -> radicals.put(row.get(0).codePointAt(0), row.get(1)));
        return Map.copyOf(radicals);
    }

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0, next; i < text.length(); i = next) {
            int c = text.codePointAt(i);
            next = i + Character.charCount(c);
            if (c < 0x2460) {
                continue;
            }
            String found = text.substring(i, next);
            if (Character.getType(c) == Character.PRIVATE_USE) {
                edits.add(new Edit(Damage.Kind.UNREPAIRED, i, next, found));
            } else if (isOldForm(c)) {
                String with = RADICALS.getOrDefault(c, Normalizer.normalize(found, Normalizer.Form.NFKC));
                if (!with.equals(found)) {
                    edits.add(new Edit(Damage.Kind.WIDTH, i, next, with));
                }
            }
        }
        return edits;
    }

    /** Digits in brackets and with stops, radicals, ideographs in brackets, compatibility ideographs, vertical and small forms. */
    private static boolean isOldForm(int c) {
        return isIn(c, 0x2474, 0x249B)
                || isIn(c, 0x2E80, 0x2FDF)
                || isIn(c, 0x3220, 0x3229)
                || isIn(c, 0xF900, 0xFAFF)
                || isIn(c, 0xFE10, 0xFE19)
                || isIn(c, 0xFE30, 0xFE48)
                || isIn(c, 0xFE50, 0xFE6B)
                || isIn(c, 0x2F800, 0x2FA1F);
    }

    private static boolean isIn(int c, int first, int last) {
        return c >= first && c <= last;
    }
}
