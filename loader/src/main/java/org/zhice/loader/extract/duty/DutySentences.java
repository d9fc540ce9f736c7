package org.zhice.loader.extract.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.loader.extract.rows.Span;

/** Finds the duties that stand without brackets and labels, as a sentence or the end of one: 由甲牵头，乙、丙配合。 */
public final class DutySentences {
    private static final int LONGEST = 400;
    private static final Pattern SENTENCE = Pattern.compile("[^。！？\\n]++");
    private static final String STOPS = "。！？\n";
    private static final Pattern SIGN = Pattern.compile("[，；](?![^（]*）)");
    private static final Pattern NAMES = Pattern.compile("(?:[、 /]|会同|以及)(?![^（]*）)");
    private static final Pattern BRACKET = Pattern.compile("[（）【】〔〕\\[\\]]");
    private static final String OPENING = "^ *(?:(?:以上|上述|本项|此项|该项|各项)(?:任务|工作|事项|措施)?)?(?<opening>由|请|)";
    private static final Pattern CLAUSE = Pattern.compile(OPENING + "(?<names>.+?)" + DutyWords.END_OF_DUTY + "$");
    private static final Pattern HELPS = Pattern.compile("配合|参与|参加|协助|协同|支持");

    private DutySentences() {}

    /**
     * The duties of a stretch of text in order of place, each without its stop. A sentence in which words follow the duty
     * that are no deadline has none.
     */
    public static List<Span> in(String text, int from, int to) {
        List<Span> found = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(text).region(from, to);
        while (sentence.find()) {
            int end = sentence.end();
            boolean stops = end < text.length() && STOPS.indexOf(text.charAt(end)) >= 0;
            int start = stops ? start(text, Math.max(sentence.start(), end - LONGEST), end) : -1;
            if (start >= 0) {
                found.add(new Span(start, end));
            }
        }
        return found;
    }

    /** Where the clauses begin that say a duty and reach to the end of a sentence, or -1. */
    private static int start(String text, int from, int to) {
        List<Span> clauses = clauses(text, from, to);
        int start = -1;
        boolean tail = true;
        for (int i = clauses.size() - 1; i >= 0; i--) {
            String words = text.substring(clauses.get(i).start(), clauses.get(i).end());
            Matcher duty = CLAUSE.matcher(words);
            if (duty.matches() && areBodies(duty.group("names"))) {
                start = HELPS.matcher(duty.group("verb")).lookingAt()
                        ? start
                        : clauses.get(i).start() + duty.start("opening");
                tail = false;
            } else if (!tail || !DutyWords.DEADLINE.matcher(words).matches()) {
                return start;
            }
        }
        return start;
    }

    private static List<Span> clauses(String text, int from, int to) {
        List<Span> clauses = new ArrayList<>();
        Matcher sign = SIGN.matcher(text).region(from, to);
        int at = from;
        while (sign.find()) {
            clauses.add(new Span(at, sign.start()));
            at = sign.end();
        }
        clauses.add(new Span(at, to));
        return clauses;
    }

    private static boolean areBodies(String names) {
        return Stream.of(NAMES.split(names, -1))
                .allMatch(name -> AgencyForm.isBody(name)
                        && !BRACKET.matcher(AgencyForm.bare(name)).find());
    }
}
