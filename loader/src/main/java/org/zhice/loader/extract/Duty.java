package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a duty bracket says: who, in which part, and how they share it.
 *
 * @param holders in order of print
 * @param mode jointly, by-division or led
 * @param openEnded whether more agencies are meant than are named
 */
record Duty(List<Holder> holders, String mode, boolean openEnded) {

    /** What a word of the bracket says on the part of an agency. */
    enum Part {
        LISTED,
        LEADS,
        TAKES_PART
    }

    /** A name, its place in the clean text, and its part. */
    record Holder(String name, int start, int end, Part part) {}

    private static final Pattern CLAUSE = Pattern.compile("[^，；。,;]+");
    private static final Pattern DEADLINE = Pattern.compile(
            " ?(?:(?:完成)?(?:时限|时间|期限)[:：].*|20\\d\\d年.*|(?:持续|长期|每年|年内|年底前?|全年)(?:推进|实施|开展|完成|坚持|落实)?.*)");
    private static final Pattern LABEL = Pattern.compile(
            "(?<lead>牵头(?:单位|部门)|主办(?:单位|部门)|第一责任单位)|(?<part>(?:配合|参与|参加|协办|协同)(?:单位|部门))|(?<listed>责任(?:单位|部门|主体)|负责(?:单位|部门)|落实单位)");
    private static final Pattern BY_DIVISION = Pattern.compile("按照?(?:各自)?(?:职责|分工|职能)|分别负责|分工负责");
    private static final Pattern TAIL = Pattern.compile(
            "(?<open>等(?:有关|相关|多个|\\d+个)?(?:部门|单位|部委|机构|成员单位)?)?"
                    + "(?:(?:按照?|根据)(?:各自)?(?:职责|职能|分工)(?:范围)?(?:内)?(?:和)?(?:分工)?|分别|共同|联合|分工|具体|统筹)*"
                    + "(?<verb>牵头(?:负责|组织|推进|落实|实施)?|(?:参与|参加|配合|协助|协同)(?:负责|落实|做好|实施)?|(?:组织)?(?:负责|承担|实施|落实|推进)(?:落实|实施|推进)?)?$");
    private static final Pattern HEAD = Pattern.compile("^(?:由|会同|商)");

    static Duty of(String text, Bracket bracket, Names names) {
        return new Reader(text, bracket, names).read();
    }

    private static final class Reader {
        private final String text;
        private final Bracket bracket;
        private final Names names;
        private final List<Holder> holders = new ArrayList<>();
        private boolean openEnded;
        private Part labelled = Part.LISTED;

        Reader(String text, Bracket bracket, Names names) {
            this.text = text;
            this.bracket = bracket;
            this.names = names;
        }

        Duty read() {
            Matcher clause = CLAUSE.matcher(text).region(bracket.contentStart(), bracket.contentEnd());
            while (clause.find()) {
                if (!DEADLINE.matcher(clause.group()).matches()) {
                    clause(clause.start(), clause.end());
                }
            }
            return new Duty(List.copyOf(holders), mode(), openEnded);
        }

        private String mode() {
            String content = text.substring(bracket.contentStart(), bracket.contentEnd());
            if (holders.stream().anyMatch(holder -> holder.part() == Part.LEADS)) {
                return "led";
            }
            return BY_DIVISION.matcher(content).find() ? "by-division" : "jointly";
        }

        private void clause(int from, int to) {
            int start = afterLabel(from, to);
            Matcher tail = TAIL.matcher(text).region(start, to);
            boolean found = tail.find();
            int end = found ? tail.start() : to;
            if (end == start) {
                lead(tail);
                return;
            }
            openEnded |= found && tail.group("open") != null;
            list(start, end, part(found ? tail.group("verb") : null));
        }

        /** A verb on its own, as in A，B牵头: says nothing new of those before. */
        private void lead(Matcher tail) {
            openEnded |= tail.group("open") != null;
        }

        private int afterLabel(int from, int to) {
            Matcher label = LABEL.matcher(text).region(from, to);
            int start = from;
            if (label.lookingAt()) {
                labelled = label.group("lead") != null
                        ? Part.LEADS
                        : label.group("part") != null ? Part.TAKES_PART : Part.LISTED;
                start = label.end();
            }
            while (start < to && "：: 、".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            return start;
        }

        private Part part(String verb) {
            if (verb == null || labelled != Part.LISTED) {
                return labelled;
            }
            if (verb.startsWith("牵头")) {
                return Part.LEADS;
            }
            return verb.matches("(?:参与|参加|配合|协助|协同).*") ? Part.TAKES_PART : Part.LISTED;
        }

        private void list(int from, int to, Part part) {
            for (Span name : names.split(text, from, to)) {
                Matcher head = HEAD.matcher(text).region(name.start(), name.end());
                boolean headed = head.lookingAt() && names.knows(text.substring(head.end(), name.end()));
                int start = headed ? head.end() : name.start();
                boolean joins = headed && !head.group().equals("由");
                String printed = text.substring(start, name.end());
                holders.add(new Holder(printed, start, name.end(), joins ? Part.TAKES_PART : part));
            }
        }
    }
}
