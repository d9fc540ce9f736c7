package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.extract.rows.NearNames;
import org.zhice.loader.extract.rows.Span;

/** Finds the titles in 《》 and the instruments they mean. */
final class Titles {
    private static final Pattern SHORT =
            Pattern.compile("《([^《》]{2,60}(?:《[^《》]{1,40}》[^《》]{0,40})?)》（以下(?:统一)?(?:简称|称)[《“]?([^》”）]{1,20})[》”]?）");
    private static final Pattern STATE = Pattern.compile("（(?:(?:修正案?|修订)?草案|试行|暂行|修订|修正|征求意见稿|送审稿|草案[^（）]{0,6})）$");
    private static final List<List<String>> CONVERSIONS = Resource.rows(Titles.class, "conversions.tsv");
    private static final Pattern DIGIT = Pattern.compile("[0-9一二三四五六七八九十]");
    private static final int SHORTEST_NEAR = 4;
    private static final String NATION = "中华人民共和国";

    private final Map<String, String> instruments = new HashMap<>();
    private final Map<String, String> shortTitles = new HashMap<>();

    /** @param text the clean text, which may say how it shortens titles */
    Titles(Lexicon lexicon, String text) {
        lexicon.instruments().forEach((form, id) -> instruments.putIfAbsent(plain(form), id));
        Matcher given = SHORT.matcher(text);
        while (given.find()) {
            shortTitles.put(plain(given.group(2)), given.group(1));
        }
    }

    /** The titles of a stretch of text, with their marks; of a title in a title only the outer one. */
    static List<Span> in(String text, int from, int to) {
        List<Span> titles = new ArrayList<>();
        int depth = 0;
        int start = from;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '《' && depth++ == 0) {
                start = i;
            } else if (c == '》' && depth > 0 && --depth == 0) {
                titles.add(new Span(start, i + 1));
            } else if (c == '\n') {
                depth = 0;
            }
        }
        return titles;
    }

    /** The id of the instrument with that title, also where a wrong conversion has changed it; or empty. */
    String instrument(String title) {
        String known = exactly(title);
        return known.isEmpty() ? exactly(converted(title)) : known;
    }

    /** Whether the tables have the title as it is printed. */
    boolean isKnown(String title) {
        return !exactly(title).isEmpty();
    }

    /** The known title that is almost the same as one that the tables do not have, or empty. */
    String near(String title) {
        if (isKnown(title)) {
            return "";
        }
        String form = plain(title);
        return exactly(converted(title)).isEmpty()
                ? NearNames.of(form, instruments.keySet())
                        .filter(near -> near.length() > SHORTEST_NEAR && !isOtherNumber(near, form))
                        .orElse("")
                : plain(converted(title));
    }

    /** The plans of two years differ in a digit. */
    private static boolean isOtherNumber(String one, String other) {
        return DIGIT.matcher(one).replaceAll("").equals(DIGIT.matcher(other).replaceAll(""));
    }

    private static String converted(String title) {
        String converted = title;
        for (List<String> conversion : CONVERSIONS) {
            converted = converted.replace(conversion.get(0), conversion.get(1));
        }
        return converted;
    }

    private String exactly(String title) {
        String form = plain(title);
        String known = lookUp(form);
        if (known.isEmpty() && shortTitles.containsKey(form)) {
            return lookUp(plain(shortTitles.get(form)));
        }
        return shortTitles.containsKey(form) ? lookUp(plain(shortTitles.get(form)), known) : known;
    }

    private String lookUp(String form, String otherwise) {
        String known = lookUp(form);
        return known.isEmpty() ? otherwise : known;
    }

    private String lookUp(String form) {
        String bare = STATE.matcher(form).replaceFirst("");
        for (String title : List.of(form, bare)) {
            String nation = title.startsWith(NATION) ? title.substring(NATION.length()) : NATION + title;
            for (String candidate : List.of(title, nation)) {
                if (instruments.containsKey(candidate)) {
                    return instruments.get(candidate);
                }
            }
        }
        return "";
    }

    /** A title without what differs between two printings of it. */
    static String plain(String title) {
        return title.replace(" ", "")
                .replace('(', '（')
                .replace(')', '）')
                .replaceAll("[-－–―]+", "—")
                .replace("——", "—");
    }
}
