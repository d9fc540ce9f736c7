package org.zhice.loader.extract.clean;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;
import org.zhice.loader.extract.clean.word.Resource;

/**
 * Turns the character references that a web page has left in a copy, named or by number, into characters. The names are in
 * {@code entities.tsv}; one that is not there stays.
 */
final class Entities implements Repair {
    private static final Pattern REFERENCE = Pattern.compile(
            "&(?:amp;)?(?:#(?<decimal>\\d{1,7})|#[xX](?<hex>[0-9a-fA-F]{1,6})|(?<name>[A-Za-z]{2,8}));");
    private static final Map<String, String> NAMES = names();

    private static Map<String, String> names() {
        Map<String, String> names = new HashMap<>();
        Resource.rows(Entities.class, "entities.tsv")
                .forEach(row -> names.put(row.get(0), Character.toString(Integer.parseInt(row.get(1), 16))));
        return Map.copyOf(names);
    }

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            String with = character(reference);
            if (!with.isEmpty()) {
                edits.add(new Edit(Damage.Kind.ENTITY, reference.start(), reference.end(), with));
            }
        }
        return edits;
    }

    private static String character(Matcher reference) {
        if (reference.group("name") != null) {
            return NAMES.getOrDefault(reference.group("name"), "");
        }
        int point = reference.group("hex") == null
                ? Integer.parseInt(reference.group("decimal"))
                : Integer.parseInt(reference.group("hex"), 16);
        boolean sound = Character.isDefined(point) && !Character.isISOControl(point) && !isSurrogate(point);
        return sound || point == '\n' || point == '\t' ? Character.toString(point) : "";
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
