package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.DutyForm;
import org.zhice.loader.extract.rows.Span;

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

    private static final Pattern CLAUSE = Pattern.compile("(?:（[^（）\\n]*）|[^，；。,;\\n])+");
    private static final String TIME =
            "(?:截至|截止|力争|确保|到|于)?(?:20\\d\\d年|\\d{1,2}月|第?[一二三四]季度|[上下]半年|年[内底]|全年|今年|当年|每年|每半年|每季度)";
    private static final String PACE = "(?:持续|长期|常态化|滚动|适时|按时|同步|分阶段|分步|及时|立即|抓紧)(?:推进|实施|开展|完成|坚持|落实|更新|进行)?";
    private static final Pattern DEADLINE = Pattern.compile(
            " ?(?:(?:完成|办结|实施|推进)?(?:时限|时间|期限|进度)(?:要求|安排)?(?:[:：]|为).*|" + TIME + ".*|" + PACE + ".{0,8})");
    private static final Pattern LATE_DEADLINE = Pattern.compile(
            "(?<=" + DutyForm.VERB + ") ?(?:" + TIME + "|" + PACE + ").*$|[ 　](?:完成|办结|实施)?(?:时限|时间|期限) ?[:：].*$");
    private static final Pattern LABEL = Pattern.compile("(?:(?<lead>" + DutyForm.LEAD + "|牵头(?= ?[:：]))|(?<part>"
            + DutyForm.PART + "|(?:配合|参与|协办)(?= ?[:：]))|(?<listed>" + DutyForm.LISTED + "|(?:责任|负责)(?= ?[:：])))");
    private static final Pattern INNER_LABEL = Pattern.compile(" (?=" + DutyForm.LABEL + " ?[:：])");
    private static final Pattern BY_DIVISION = Pattern.compile("按照?(?:各自)?(?:职责|分工|职能)|根据(?:职责|职能|分工)|分别负责|分工负责|分工落实");
    private static final String MORE =
            "等(?:各|有关|相关|多个|\\d+个|省级|省直|市直|市级)*(?:部门|单位|部委|机构|成员单位|处室)?(?:[（和及、](?:部门|单位|机构|处室)）?)?";
    private static final Pattern TAIL = Pattern.compile("(?<open>" + MORE + ")?"
            + "(?:(?:按照?|根据|依)(?:照)?(?:各自)?(?:的)?(?:职责|职能|分工)(?:范围|权限)?(?:内)?(?:和|及|、)?(?:分工|职责)?|分别|共同|联合|分工|具体|统筹|各自|分头|一并)*"
            + "(?<verb>(?:总)?牵头(?:负责|组织|推进|落实|实施|抓总|统筹)*|(?:给予|予以)?(?:参与|参加|配合|协助|协同|支持)(?:负责|落实|做好|实施|推进|完成)?"
            + "|(?:组织)?(?:负责|承担|实施|落实|推进)(?:落实|实施|推进|组织|完成)*)?$");
    private static final Pattern MIDDLE = Pattern.compile("牵头(?:负责|组织|抓总)?|负责(?:落实|组织|牵头)?|配合|参与|协助");
    private static final Pattern REST_OF_LIST = Pattern.compile("等(?:各|有关|相关)*(?:部门|单位|机构)(?<joint>以及|[和及与])(?=.)");
    private static final Pattern HEAD = Pattern.compile("^(?:由|会同|商|请)");

    /** Reads the duties of one task together. */
    static Duty of(String text, List<Bracket> brackets, Names names) {
        Reader reader = new Reader(text, names);
        brackets.forEach(reader::read);
        return reader.duty();
    }

    private static final class Reader {
        private final String text;
        private final Names names;
        private final List<Holder> holders = new ArrayList<>();
        private boolean openEnded;
        private boolean divided;
        private Part labelled;

        Reader(String text, Names names) {
            this.text = text;
            this.names = names;
        }

        void read(Bracket bracket) {
            labelled = Part.LISTED;
            divided |= BY_DIVISION
                    .matcher(text)
                    .region(bracket.contentStart(), bracket.contentEnd())
                    .find();
            Matcher clause = CLAUSE.matcher(text).region(bracket.contentStart(), bracket.contentEnd());
            while (clause.find()) {
                labelledParts(clause.start(), clause.end());
            }
        }

        Duty duty() {
            boolean led = holders.stream().anyMatch(holder -> holder.part() == Part.LEADS);
            return new Duty(List.copyOf(holders), led ? "led" : divided ? "by-division" : "jointly", openEnded);
        }

        private void labelledParts(int from, int to) {
            Matcher label = INNER_LABEL.matcher(text).region(from, to);
            int start = from;
            while (label.find()) {
                clause(start, label.start());
                start = label.end();
            }
            clause(start, to);
        }

        private void clause(int from, int to) {
            if (DEADLINE.matcher(text).region(from, to).matches()) {
                return;
            }
            Matcher late = LATE_DEADLINE.matcher(text).region(from, to).useTransparentBounds(true);
            int start = afterLabel(from, to);
            group(start, late.find() ? Math.max(late.start(), start) : to);
        }

        /** Names and a verb, perhaps followed by what they are to do or by other names with another verb. */
        private void group(int start, int to) {
            Matcher tail = TAIL.matcher(text).region(start, to);
            int end = tail.find() ? tail.start() : to;
            int verb = middle(start, end);
            if (verb >= 0) {
                group(start, verb);
                if (end > verb && names.areBodies(text, verb, end)) {
                    group(verb, to);
                } else if (end > verb) {
                    divided = true;
                }
                return;
            }
            openEnded |= end < to && tail.group("open") != null;
            if (end > start) {
                list(start, end, part(end < to ? tail.group("verb") : null));
            }
        }

        /** One past a verb that stands between names and what follows it, or -1. */
        private int middle(int from, int to) {
            Matcher verb = MIDDLE.matcher(text).region(from, to);
            while (verb.find()) {
                boolean outside = text.substring(from, verb.start())
                                .chars()
                                .filter(c -> c == '（')
                                .count()
                        == text.substring(from, verb.start())
                                .chars()
                                .filter(c -> c == '）')
                                .count();
                if (outside && verb.start() > from && verb.end() < to && names.areBodies(text, from, verb.start())) {
                    return verb.end();
                }
            }
            return -1;
        }

        private int afterLabel(int from, int to) {
            int start = afterSigns(from, to);
            Matcher label = LABEL.matcher(text).region(start, to).useTransparentBounds(true);
            if (label.lookingAt()) {
                labelled = label.group("lead") != null
                        ? Part.LEADS
                        : label.group("part") != null ? Part.TAKES_PART : Part.LISTED;
                start = label.end();
            }
            return afterSigns(start, to);
        }

        private int afterSigns(int from, int to) {
            int start = from;
            while (start < to && "：: 、".indexOf(text.charAt(start)) >= 0) {
                start++;
            }
            return start;
        }

        private Part part(String verb) {
            if (verb == null || labelled != Part.LISTED) {
                return labelled;
            }
            if (verb.contains("牵头")) {
                return Part.LEADS;
            }
            return verb.matches("(?:给予|予以)?(?:参与|参加|配合|协助|协同|支持).*") ? Part.TAKES_PART : Part.LISTED;
        }

        private void list(int from, int to, Part part) {
            for (Span name : names.split(text, from, to)) {
                Matcher more = REST_OF_LIST.matcher(text).region(name.start(), name.end());
                if (more.find() && more.start() > name.start()) {
                    openEnded = true;
                    hold(new Span(name.start(), more.start()), part);
                    list(more.end("joint"), name.end(), part);
                } else {
                    hold(name, part);
                }
            }
        }

        /** 商 is also the beginning of 商务. */
        private boolean follows(String head, String name) {
            return head.equals("商") ? names.knows(name) : names.isBody(name);
        }

        private void hold(Span name, Part part) {
            Matcher head = HEAD.matcher(text).region(name.start(), name.end());
            boolean headed = head.lookingAt() && follows(head.group(), text.substring(head.end(), name.end()));
            int start = headed ? head.end() : name.start();
            boolean joins = headed && head.group().matches("会同|商");
            Holder holder =
                    new Holder(text.substring(start, name.end()), start, name.end(), joins ? Part.TAKES_PART : part);
            if (holders.stream().noneMatch(other -> other.name().equals(holder.name()))) {
                holders.add(holder);
            }
        }
    }
}
