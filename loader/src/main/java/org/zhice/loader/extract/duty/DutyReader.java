package org.zhice.loader.extract.duty;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.duty.Duty.Holder;
import org.zhice.loader.extract.duty.Duty.Part;
import org.zhice.loader.extract.rows.Span;

/** Goes through the words of a duty once, from name to name. What it can give no place is left over. */
final class DutyReader {
    private static final Pattern CLAUSE = Pattern.compile("(?:（[^（）\\n]*）|[^，；。,;\\n])+");
    private static final Pattern PART_IN_BRACKET = Pattern.compile("（(?<verb>总?牵头|配合|参与|协助|负责)(?:单位|部门)?）");
    private static final Pattern ITEM = Pattern.compile("[\\u4E00-\\u9FFF]{2,16}");
    private static final String CLOSES = "；;。\n";

    private final String text;
    private final Agencies agencies;
    private final List<Holder> holders = new ArrayList<>();
    private final List<Span> others = new ArrayList<>();
    private final List<Span> leftOver = new ArrayList<>();
    private boolean openEnded;
    private boolean divided;
    private boolean calls;
    private boolean firstLost;
    private Part labelled = Part.LISTED;
    private boolean scope;

    DutyReader(String text, Agencies agencies) {
        this.text = text;
        this.agencies = agencies;
    }

    void read(Span words) {
        labelled = Part.LISTED;
        scope = false;
        divided |= DutyWords.BY_DIVISION
                .matcher(text)
                .region(words.start(), words.end())
                .find();
        Matcher clause = CLAUSE.matcher(text).region(words.start(), words.end());
        int before = words.start();
        int first = holders.size();
        calls = false;
        while (clause.find()) {
            scope &= !closes(before, clause.start());
            labelledParts(clause.start(), clause.end());
            before = clause.end();
        }
        if (calls) {
            caller(first);
        }
    }

    /** The first of a duty that calls in others leads them, whoever else is named before it in the task. */
    private void caller(int first) {
        boolean led = holders.subList(first, holders.size()).stream().anyMatch(holder -> holder.part() == Part.LEADS);
        if (!led && first + 1 < holders.size() && holders.get(first).part() == Part.LISTED) {
            Holder holder = holders.get(first);
            holders.set(first, new Holder(holder.name(), holder.start(), holder.end(), Part.CALLS));
        }
    }

    private boolean closes(int from, int to) {
        return text.substring(from, to).chars().anyMatch(sign -> CLOSES.indexOf(sign) >= 0);
    }

    Duty duty() {
        if (holders.isEmpty()) {
            others.forEach(other -> hold(other, Part.LISTED));
        }
        boolean led = holders.stream().anyMatch(holder -> holder.part() == Part.LEADS);
        String plain = firstLost ? "" : "jointly";
        return new Duty(holders, led ? "led" : divided ? "by-division" : plain, firstLost, openEnded, leftOver);
    }

    private void labelledParts(int from, int to) {
        Matcher label = DutyWords.INNER_LABEL.matcher(text).region(from, to).useTransparentBounds(true);
        int start = from;
        while (label.find()) {
            if (label.start() > start) {
                clause(start, label.start());
            }
            start = label.end();
        }
        clause(start, to);
    }

    private void clause(int from, int to) {
        int begin = afterSigns(from, to);
        int start = afterLabel(begin, to);
        scope &= start == begin;
        String words = text.substring(start, to);
        if (DutyWords.SCOPE.matcher(words).matches()) {
            scope = true;
        }
        if (scope
                || DutyWords.RULE.matcher(words).matches()
                || DutyWords.DEADLINE.matcher(words).matches()) {
            return;
        }
        Matcher late = DutyWords.LATE_DEADLINE.matcher(text).region(start, to).useTransparentBounds(true);
        names(start, late.find() ? Math.max(late.start(), start) : to);
    }

    private int afterLabel(int from, int to) {
        Matcher label = DutyWords.LABEL.matcher(text).region(from, to).useTransparentBounds(true);
        if (!label.lookingAt()) {
            return from;
        }
        labelled =
                label.group("lead") != null ? Part.LEADS : label.group("part") != null ? Part.TAKES_PART : Part.LISTED;
        return afterSigns(label.end(), to);
    }

    private int afterSigns(int from, int to) {
        int start = from;
        while (start < to && "：: 、　".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    /** The names of a clause; a verb after some of them tells their part. */
    private void names(int from, int to) {
        List<Span> group = new ArrayList<>();
        Part part = labelled;
        boolean after = false;
        int at = from;
        while (at < to) {
            int next = joined(from, at, to);
            if (next > at && isCall(at, next)) {
                hold(group, part);
                part = Part.TAKES_PART;
                calls = true;
            }
            boolean separate = next > at || at == from;
            at = next;
            int end = at < to ? agencies.nameEnd(text, at, to) : -1;
            Matcher tail = DutyWords.TAIL.matcher(text).region(at, to);
            boolean hasTail = tail.lookingAt() && tail.end() > at;
            if (end > at && (separate || !hasTail)) {
                at = add(at, end, group, part);
                after = false;
            } else if (hasTail) {
                openEnded |= tail.group("open") != null;
                after = tail.group("verb") != null;
                part = after ? part(tail.group("verb"), part) : part;
                if (after) {
                    hold(group, part);
                    part = labelled;
                }
                at = tail.end();
            } else if (at < to) {
                boolean first = holders.isEmpty() && group.isEmpty() && leftOver.isEmpty();
                int begin = at;
                at = unread(at, to, after && group.isEmpty());
                firstLost |= first && at < to && text.charAt(at) == '、' && isItem(begin, at);
            }
        }
        hold(group, part);
    }

    private boolean isCall(int from, int to) {
        return DutyWords.CALLS_IN.matcher(text).region(from, to).find();
    }

    /** One past the signs and joints at a place. */
    private int joined(int from, int at, int to) {
        int next = at;
        Matcher joint = DutyWords.JOINT.matcher(text).region(at, to);
        while (next < to
                && joint.region(next, to).lookingAt()
                && (isSign(next) || nameAt(joint.end(), to) || isCallAt(joint.end(), to))) {
            next = joint.end();
        }
        Matcher call = DutyWords.CALLS_IN.matcher(text).region(next, to);
        boolean follows = next == at && at > from;
        return call.lookingAt() && !isNameItself(next, call.end(), to, follows) ? call.end() : next;
    }

    private boolean isSign(int at) {
        return "、，,/ 　".indexOf(text.charAt(at)) >= 0;
    }

    private boolean isCallAt(int at, int to) {
        return DutyWords.CALLS_IN.matcher(text).region(at, to).lookingAt();
    }

    private boolean nameAt(int at, int to) {
        return at < to && agencies.nameEnd(text, at, to) > at;
    }

    /** 商 is also the beginning of 商务 and 商标: it calls in only right after a name. */
    private boolean isNameItself(int at, int end, int to, boolean followsName) {
        boolean names = nameAt(end, to) || AgencyForm.isOpen(text.substring(end, to));
        return !names || (text.charAt(at) == '商' && !followsName);
    }

    private int add(int at, int end, List<Span> group, Part part) {
        Span name = new Span(at, end);
        Matcher own = PART_IN_BRACKET.matcher(text).region(at, text.length());
        if (AgencyForm.isOpen(text.substring(at, end))) {
            openEnded = true;
            others.add(name);
            return end;
        }
        int bracket = text.lastIndexOf('（', end - 1);
        if (bracket > at && own.region(bracket, end).matches()) {
            hold(new Span(at, bracket), part(own.group("verb"), part));
        } else {
            group.add(name);
        }
        return end;
    }

    /** Words that are no name: what an agency is to do, or left over; a damaged name is a name that nobody knows. */
    private int unread(int at, int to, boolean afterVerb) {
        if (afterVerb) {
            divided = true;
            return to;
        }
        Matcher stop = DutyWords.STOP.matcher(text).region(at + 1, to);
        int end = stop.find() ? stop.start() : to;
        Span words = new Span(at, end);
        if (agencies.isNear(text.substring(at, end))) {
            hold(words, labelled);
        } else {
            leftOver.add(words);
        }
        return end;
    }

    private boolean isItem(int from, int to) {
        return ITEM.matcher(text).region(from, to).matches();
    }

    private Part part(String verb, Part otherwise) {
        if (DutyWords.LEADING.matcher(verb).lookingAt()) {
            return Part.LEADS;
        }
        if (DutyWords.HELPING.matcher(verb).lookingAt()) {
            return Part.TAKES_PART;
        }
        return otherwise;
    }

    private void hold(List<Span> group, Part part) {
        group.forEach(name -> hold(name, part));
        group.clear();
    }

    private void hold(Span name, Part part) {
        Holder holder = new Holder(text.substring(name.start(), name.end()), name.start(), name.end(), part);
        if (holders.stream().noneMatch(other -> other.name().equals(holder.name()))) {
            holders.add(holder);
        }
    }
}
