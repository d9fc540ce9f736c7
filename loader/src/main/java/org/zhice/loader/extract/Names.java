package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.extract.rows.Lexicon.Agency;
import org.zhice.loader.extract.rows.Span;

/** The names of agencies in one document. */
final class Names {
    private static final Pattern JOINT = Pattern.compile("以及|会同|[和及与]");
    private static final int NEAR = 2;
    private static final String KIND =
            "(?:部|委|局|院|会|署|厅|办|行|社|府|科协|办公室|单位|部门|处|室|中心|总队|支队|大队|队|站|所|馆|台|大学|学院|(?:妇|残|文|侨|社科|工商)联|集团|公司|海关|科|司|区|州|盟)";
    private static final Pattern BODY = Pattern.compile(".*" + KIND + "(?:（[^（）]*）|等)?");
    /** Kinds that no word before 和 in the middle of a name ends with. */
    private static final Pattern WHOLE_BODY =
            Pattern.compile(".*(?:[^本总支各]部|局|厅|署|委员会|办公室|政府|法院|检察院|银行|海关|总队|中心|单位|部门|处|协会|学会)(?:（[^（）]*）)?");

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

    /** Whether this is a known name or ends as the names of agencies do. */
    boolean isBody(String name) {
        return knows(name) || BODY.matcher(name).matches();
    }

    /** Whether this is a list of nothing but such names. */
    boolean areBodies(String text, int from, int to) {
        List<Span> names = split(text, from, to);
        return !names.isEmpty() && names.stream().allMatch(name -> isBody(text.substring(name.start(), name.end())));
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

    /**
     * The names of a list. A name that is known with its 和 is not split; an unknown one only where names of agencies stand
     * on both sides of it.
     */
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
            if (joins(name.substring(0, joint.start()), joint.group(), name.substring(joint.end()))) {
                List<Span> parts = new ArrayList<>(List.of(new Span(from, from + joint.start())));
                int right = joint.group().equals("会同") ? joint.start() : joint.end();
                parts.addAll(parts(text, from + right, to));
                return parts;
            }
        }
        return List.of(new Span(from, to));
    }

    private boolean joins(String left, String joint, String right) {
        if (joint.equals("会同")) {
            return isBody(left) && isBody(right);
        }
        boolean known = knows(left) && (knows(right) || JOINT.matcher(right).find());
        boolean nested = left.chars().filter(c -> c == '（').count()
                != left.chars().filter(c -> c == '）').count();
        return known || (!nested && WHOLE_BODY.matcher(left).matches() && isBody(right));
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
