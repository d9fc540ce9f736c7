package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.Lexicon.Agency;

/** The names of agencies in one document. */
final class Names {
    private static final Pattern JOINT = Pattern.compile("以及|会同|[和及与]");
    private static final int NEAR = 2;

    private final Lexicon lexicon;
    private final Map<String, List<Agency>> byForm;
    private final int year;

    /** @param year of the document, or 0 if it is unknown */
    Names(Lexicon lexicon, int year) {
        this.lexicon = lexicon;
        this.byForm = lexicon.byForm();
        this.year = year;
    }

    boolean knows(String name) {
        return byForm.containsKey(name);
    }

    /** The one agency of that name in the document's year. */
    Optional<String> agency(String name) {
        return Lexicon.resolve(name, year, byForm.getOrDefault(name, List.of()), lexicon);
    }

    /** What a reviewer should compare an unknown name with. */
    String expected(String name) {
        if (knows(name)) {
            return "one of "
                    + byForm.get(name).stream().map(Agency::agency).distinct().toList();
        }
        return byForm.keySet().stream()
                .filter(form -> distance(form, name) < Math.min(NEAR, name.length() - 1))
                .min(Comparator.naturalOrder())
                .map(form -> "a name in agency.csv; near: " + form)
                .orElse("a name in agency.csv or agency_name.csv");
    }

    /** The names of a list. A name that is known with its 和 is not split; an unknown one only into known ones. */
    List<Span> split(String text, int from, int to) {
        List<Span> names = new ArrayList<>();
        int start = from;
        int depth = 0;
        for (int i = from; i <= to; i++) {
            char c = i < to ? text.charAt(i) : '、';
            depth += c == '（' ? 1 : c == '）' ? -1 : 0;
            if (i == to || (depth == 0 && "、，, /".indexOf(c) >= 0)) {
                add(text, start, i, names);
                start = i + 1;
            }
        }
        return names;
    }

    private void add(String text, int from, int to, List<Span> names) {
        int start = from;
        while (start < to && text.charAt(start) == ' ') {
            start++;
        }
        if (start < to) {
            names.addAll(parts(text, start, to));
        }
    }

    private List<Span> parts(String text, int from, int to) {
        String name = text.substring(from, to);
        Matcher joint = JOINT.matcher(name);
        while (!knows(name) && joint.find()) {
            String right = name.substring(joint.end());
            if (knows(name.substring(0, joint.start()))
                    && (knows(right) || JOINT.matcher(right).find())) {
                List<Span> parts = new ArrayList<>(List.of(new Span(from, from + joint.start())));
                parts.addAll(parts(text, from + joint.end(), to));
                return parts;
            }
        }
        return List.of(new Span(from, to));
    }

    /** The number of characters to change, to add or to drop between two names; two or more count as two. */
    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 1) {
            return NEAR;
        }
        int head = 0;
        while (head < Math.min(a.length(), b.length()) && a.charAt(head) == b.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(a.length(), b.length()) - head
                && a.charAt(a.length() - 1 - tail) == b.charAt(b.length() - 1 - tail)) {
            tail++;
        }
        return Math.max(a.length(), b.length()) - head - tail > 1 ? NEAR : 1;
    }
}
