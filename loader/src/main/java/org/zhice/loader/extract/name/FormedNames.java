package org.zhice.loader.extract.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.name.Forms.Head;

/** Names that are known by their form: a head such as 工程 or 数据库, and what belongs to it before it. */
final class FormedNames {
    private static final List<Head> HEADS = Forms.heads();
    private static final Pattern EXAMPLES = Pattern.compile("(?<![高中平同对])等(?![级额]).{0,6}$");
    /** What makes a name of an item of a list whose head is said of all. */
    private static final Pattern NAMED =
            Pattern.compile("国家|全国|中国|[A-Za-z“]|[网库链云]$|(?:查询|登记|检索|申报|审查)$|[\\u4E00-\\u9FFF]{8,}");

    private static final Pattern UNNAMED = Forms.pattern("unnamed", "*");
    private static final Pattern PART = Pattern.compile("示范.*");
    private static final Pattern START = Pattern.compile("《关于(?:组织)?(?:开展|实施)");
    private static final Pattern MEASURE = Forms.pattern("concerns-after", "*");
    private static final Pattern QUOTES = Pattern.compile("”[^“”]{0,12}、“|”“");
    private static final Pattern SEPARATOR = Pattern.compile("、“|(?<=”)“");
    private static final Pattern QUOTE = Pattern.compile("“[^“”]{2,20}”");
    private static final int SHORTEST_CORE = 2;
    private static final int SHORTEST_EXAMPLE = 4;
    private static final Map<String, Pattern> COMMON = new HashMap<>();
    private static final Map<String, Pattern> NOT_FOLLOWED = new HashMap<>();

    static {
        for (Head head : HEADS) {
            COMMON.put(head.kind(), Forms.pattern("common", head.kind()));
            NOT_FOLLOWED.put(head.kind(), Forms.pattern("not-followed", head.kind()));
        }
    }

    private final String text;

    FormedNames(String text) {
        this.text = text;
    }

    private record End(Head head, int start, int end) {}

    List<Found> in(int from, int to) {
        List<End> ends = ends(from, to);
        LeftEdge left = new LeftEdge(text, new HashSet<>());
        ends.forEach(end -> left.end(end.end(), to));
        List<Found> found = new ArrayList<>();
        for (End end : ends) {
            add(end, from, left, found);
            while (isPart(found)) {
                found.remove(found.size() - 2);
            }
        }
        return found;
    }

    /** Whether the last name but one is only the first words of the last. */
    private static boolean isPart(List<Found> found) {
        int last = found.size() - 1;
        return last > 0
                && found.get(last).isMoreThan(found.get(last - 1))
                && found.get(last).overlaps(found.get(last - 1));
    }

    /** The heads of a task from left to right; of those that begin at one place the longest. */
    private List<End> ends(int from, int to) {
        List<Matcher> matchers = HEADS.stream()
                .map(head -> head.pattern().matcher(text).region(from, to).useTransparentBounds(true))
                .toList();
        boolean[] live = new boolean[HEADS.size()];
        for (int i = 0; i < live.length; i++) {
            live[i] = matchers.get(i).find();
        }
        List<End> ends = new ArrayList<>();
        int free = from;
        while (true) {
            int next = -1;
            for (int i = 0; i < live.length; i++) {
                while (live[i] && matchers.get(i).start() < free) {
                    live[i] = matchers.get(i).find();
                }
                if (live[i] && (next < 0 || isBefore(matchers.get(i), matchers.get(next)))) {
                    next = i;
                }
            }
            if (next < 0) {
                return ends;
            }
            ends.add(new End(
                    HEADS.get(next),
                    matchers.get(next).start(),
                    matchers.get(next).end()));
            free = matchers.get(next).end();
        }
    }

    private static boolean isBefore(Matcher a, Matcher b) {
        return a.start() < b.start() || (a.start() == b.start() && a.end() > b.end());
    }

    private void add(End end, int from, LeftEdge left, List<Found> found) {
        String kind = end.head().kind();
        int start = end.head().whole() ? end.start() : left.of(from, end.start());
        String core = bare(start, end.start());
        String name = bare(start, end.end());
        if (isOfTitle(end, from)
                || NOT_FOLLOWED
                        .get(kind)
                        .matcher(text)
                        .region(end.end(), text.length())
                        .lookingAt()
                || COMMON.get(kind).matcher(name).matches()
                || !end.head()
                        .governed()
                        .matcher(LeftEdge.clause(text, from, start))
                        .find()
                || (core.indexOf('、') >= 0
                        && UNNAMED.matcher(LeftEdge.clause(text, from, end.end()))
                                .find())) {
            return;
        }
        boolean isList = !kind.equals("publication") && EXAMPLES.matcher(core).find();
        if (end.head().whole()) {
            found.add(new Found(start, end.end(), kind, "", name, kind + "-form", 0.75));
        } else if (isList) {
            examples(start, kind, start + text.substring(start, end.start()).lastIndexOf('等'), found);
        } else if (QUOTES.matcher(text).region(start, end.end()).find()) {
            quotes(start, end, found);
        } else if (core.length() >= SHORTEST_CORE) {
            found.add(new Found(start, end.end(), kind, "", name, kind + "-form", 0.65));
        } else if (core.isEmpty() && continuesList(end, found)) {
            Found first = found.remove(found.size() - 1);
            String whole = bare(first.start(), end.end());
            found.add(new Found(first.start(), end.end(), kind, "", whole, first.rule(), 0.6));
        }
    }

    /** The items of a list such as “X”、“Y”行动: each name in marks alone, and the last with the head. */
    private void quotes(int start, End end, List<Found> found) {
        String kind = end.head().kind();
        int item = start;
        Matcher mark = SEPARATOR.matcher(text).region(start, end.start()).useTransparentBounds(true);
        while (mark.find()) {
            if (QUOTE.matcher(text).region(item, mark.start()).matches()) {
                found.add(new Found(item, mark.start(), kind, "", bare(item, mark.start()), kind + "-list", 0.5));
            }
            item = mark.end() - 1;
        }
        found.add(new Found(item, end.end(), kind, "", bare(item, end.end()), kind + "-form", 0.65));
    }

    /** Whether a name is only a part of a title, and the document neither starts nor measures the thing itself. */
    private boolean isOfTitle(End end, int from) {
        return LeftEdge.isInTitle(text, from, end.start())
                && !START.matcher(text)
                        .region(text.lastIndexOf('《', end.start()), end.start())
                        .lookingAt()
                && !MEASURE.matcher(text).region(end.end(), text.length()).lookingAt();
    }

    /** A list such as X示范城市、示范园区: the second head shares the words before the first. */
    private boolean continuesList(End end, List<Found> found) {
        return !found.isEmpty()
                && found.get(found.size() - 1).end() == end.start() - 1
                && text.charAt(end.start() - 1) == '、'
                && PART.matcher(text.substring(end.start(), end.end())).matches();
    }

    /** The items of a list such as X、Y等系统, whose head is said of all. */
    private void examples(int start, String kind, int end, List<Found> found) {
        if (!List.of("platform", "programme").contains(kind)) {
            return;
        }
        int item = start;
        for (int i = start; i <= end; i++) {
            if (i == end || text.charAt(i) == '、') {
                if (i - item >= SHORTEST_EXAMPLE
                        && NAMED.matcher(text).region(item, i).find()) {
                    found.add(new Found(item, i, kind, "", bare(item, i), kind + "-list", 0.5));
                }
                item = i + 1;
            }
        }
    }

    private String bare(int start, int end) {
        return KnownNames.bare(text.substring(start, end));
    }
}
