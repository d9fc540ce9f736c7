package org.zhice.loader.extract.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.rows.Span;

/** Treaties and treaty systems that are printed without 《》, such as 马德里体系 or 中国—X、中国—Y等自贸协定. */
final class Treaties {
    /** The words of a step in making or keeping a treaty. */
    static final Pattern STEP = Forms.pattern("treaty-step", "*");

    private static final Pattern HEAD = Forms.pattern("treaty", "*");
    private static final Pattern WHOLE = Forms.pattern("treaty-whole", "*");
    private static final Pattern COMMON = Forms.pattern("treaty-common", "*");
    private static final Pattern PART = Forms.pattern("treaty-part", "*");
    private static final Pattern PARTY = Forms.pattern("treaty-party", "*");
    private static final Pattern LIST = Pattern.compile(
            "(?<parties>" + PARTY + "(?:[、和与]" + PARTY + ")*)等?(?<head>" + Forms.pattern("treaty-list", "*") + ")");

    private final String text;

    Treaties(String text) {
        this.text = text;
    }

    /** The places of a stretch of text with the whole name each. */
    Map<Span, String> in(int from, int to) {
        Map<Span, String> treaties = new LinkedHashMap<>();
        lists(from, to, treaties);
        LeftEdge left = new LeftEdge(text, new HashSet<>());
        spans(PART, from, to).forEach(part -> left.end(part.end(), to));
        for (Span whole : spans(WHOLE, from, to)) {
            left.end(whole.end(), to);
            treaties.put(whole, text.substring(whole.start(), whole.end()));
        }
        List<Span> heads = spans(HEAD, from, to);
        heads.forEach(head -> left.end(head.end(), to));
        for (Span head : heads) {
            int start = left.of(from + text.substring(from, head.start()).lastIndexOf('》') + 1, head.start());
            String name = text.substring(start, head.end());
            Span span = new Span(start, head.end());
            if (start < head.start() && !COMMON.matcher(name).matches() && isFree(from, span, treaties.keySet())) {
                treaties.put(span, name);
            }
        }
        return treaties;
    }

    private List<Span> spans(Pattern pattern, int from, int to) {
        Matcher matcher = pattern.matcher(text).region(from, to).useTransparentBounds(true);
        List<Span> spans = new ArrayList<>();
        while (matcher.find()) {
            spans.add(new Span(matcher.start(), matcher.end()));
        }
        return spans;
    }

    /** Reads lists whose head is said of all parties. */
    private void lists(int from, int to, Map<Span, String> treaties) {
        Matcher list = LIST.matcher(text).region(from, to);
        while (list.find()) {
            Matcher party = PARTY.matcher(text)
                    .region(list.start("parties"), list.end("parties"))
                    .useTransparentBounds(true);
            while (party.find()) {
                boolean last = party.end() == list.end("parties");
                treaties.put(
                        new Span(party.start(), last ? list.end() : party.end()), party.group() + list.group("head"));
            }
        }
    }

    /** Whether a place is neither in a title nor in a treaty that was found before. */
    private boolean isFree(int from, Span span, Set<Span> taken) {
        String before = text.substring(from, span.start());
        return before.lastIndexOf('《') <= before.lastIndexOf('》')
                && taken.stream().noneMatch(other -> other.start() < span.end() && span.start() < other.end());
    }
}
