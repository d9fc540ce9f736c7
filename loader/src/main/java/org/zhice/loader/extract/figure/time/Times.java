package org.zhice.loader.extract.figure.time;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.figure.time.Time.Kind;
import org.zhice.loader.extract.figure.time.Time.Role;

/** Finds the times that a text names; what is relative is worked out from the frame and the year of publication. */
public final class Times {
    private static final String YEAR = "(?:(?<![0-9])(?:19|20)[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})";
    private static final String ANY = "(?:" + YEAR + "|去|今|上|本|当)";
    private static final String TO = "(?:[—–\\-－~～]+|至|到)";
    private static final String SOME = "[0-9]{1,2}|[一二三四五六七八九十两]{1,3}";
    private static final Pattern ANY_TIME = Pattern.compile("[年月季]|目前|当前|迄今|至今|五”|以来|[五期]期");
    private static final Pattern LEAD = Pattern.compile("(?:截至|截止到?|到|至|自|从|在|于)$");
    private static final Pattern BASE = Pattern.compile("(?:比|较|相较于?|相比于?|对比)$");
    private static final Pattern MULTIPLE_OF = Pattern.compile("(?:是|为|相当于)$");
    private static final Pattern OF_NUMBER = Pattern.compile("的[超近约]?过?[0-9一二三四五六七八九十百千]");
    private static final Pattern CHANGING = Pattern.compile("(?:累计|共|增长|提升|翻|上升)");
    private static final Pattern OPENING = Pattern.compile("(?:^|[，。；：！？、（）\\n]|其中|我国|全国|“)$");
    private static final Map<String, Integer> SINCE = Resource.rows(Times.class, "events.tsv").stream()
            .collect(Collectors.toMap(row -> row.get(0), row -> Integer.valueOf(row.get(1))));
    private static final Map<String, Integer> QUARTERS = Map.of("一", 1, "二", 2, "三", 3, "四", 4);
    private static final int LONGEST_LEAD = 4;
    private static final int FIRST_YEAR = 1000;

    private final int year;
    private final int published;
    private final int running;
    private final List<Rule> rules;

    /**
     * @param year the last year of the frame
     * @param published the year of the document
     * @param running the year that 全年 and 年底 mean
     */
    public Times(int year, int published, int running) {
        this.year = year;
        this.running = running;
        this.published = published;
        this.rules = List.of(
                new Rule(
                        "(?<y>" + YEAR + ")年(?<m>[0-9]{1,2})月" + TO + "(?<z>" + YEAR + ")年(?<n>[0-9]{1,2})月",
                        this::span),
                new Rule(
                        "(?<y>" + YEAR + ")年?" + TO + "(?<z>" + YEAR + ")年(?:间|期间)?",
                        m -> Time.years(Kind.RANGE, year(m.group("y")), year(m.group("z")))),
                new Rule("(?<y>" + ANY + ")年(?<m>[0-9]{1,2})月(?<d>[0-9]{1,2})日", this::day),
                new Rule(
                        "(?:(?<y>" + ANY + ")年)?(?<m>(?<![0-9])[0-9]{1,2})月?" + TO + "(?<n>[0-9]{1,2})月(?:份|底|末)?",
                        this::months),
                new Rule("(?<y>" + ANY + ")年(?<m>[0-9]{1,2})月(?<tail>底|末|份)?", this::month),
                new Rule(
                        "(?:(?<y>" + ANY + ")年)?(?<part>上半年|下半年|前三季度|第?[一二三四]季度|前(?:[0-9]{1,2}|十一?|[二三四五六七八九])个月)",
                        this::part),
                new Rule("(?<y>" + ANY + ")年(?<tail>年?底|年?末|初|度|以来|起|至今|间)?", this::oneYear),
                new Rule(
                        "“?(?<five>[一二]?十[一二三四五六七八九]?|[七八九])五(?:”(?<tail>时期|期间|以来|期末|末)?|(?<bare>时期|期间|以来|期末|末))",
                        this::plan),
                new Rule(
                        "(?<lead>近|过去|这|连续|新时代|最近)(?<n>" + SOME + ")个?年(?:多?来|间|里|以来|期间)?|(?<!第)(?<k>" + SOME
                                + ")年(?:多?来|间|里|以来|期间|(?=累计|共|增长|提升|翻|上升))",
                        this::past),
                new Rule(
                        "(?:未来|今后|接下来)(?<n>" + SOME + ")年",
                        m -> Time.years(Kind.COMING, published + 1, published + count(m.group("n")))),
                new Rule("一年来|过去一年", m -> Time.year(year)),
                new Rule("全年", m -> Time.year(running)),
                new Rule("目前|当前|迄今(?:为止)?|至今", m -> Time.year(year).as(Kind.NOW)),
                new Rule("(?<![0-9])年[底末]", m -> Time.point(LocalDate.of(running, 12, 31))),
                new Rule(
                        "(?<event>" + String.join("|", SINCE.keySet()) + ")(?:的[一二三四五六七八九十]+年)?",
                        m -> Time.years(Kind.SPAN, Math.min(year, SINCE.get(m.group("event"))), year)));
    }

    private record Rule(Pattern pattern, Function<Matcher, Time> time) {
        Rule(String pattern, Function<Matcher, Time> time) {
            this(Pattern.compile(pattern), time);
        }
    }

    /** The times of a stretch of text in order of place; where two overlap, the one whose form is more particular. */
    public List<Time> in(String text, int from, int to) {
        List<Time> times = new ArrayList<>();
        if (!ANY_TIME.matcher(text).region(from, to).find()) {
            return times;
        }
        BitSet taken = new BitSet();
        for (Rule rule : rules) {
            Matcher matcher = rule.pattern().matcher(text).region(from, to).useTransparentBounds(true);
            while (matcher.find()) {
                Time time = taken.get(matcher.start(), matcher.end()).isEmpty() ? time(rule, matcher) : null;
                if (time != null) {
                    taken.set(matcher.start(), matcher.end());
                    times.add(placed(time, text, from, matcher));
                }
            }
        }
        times.sort(Comparator.comparingInt(Time::start));
        return times;
    }

    /** None for no date, and for last year in a document of which nobody knows the year. */
    private static Time time(Rule rule, Matcher matcher) {
        try {
            Time time = rule.time().apply(matcher);
            return time == null || time.from().getYear() < FIRST_YEAR ? null : time;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Time placed(Time time, String text, int from, Matcher matcher) {
        int start = matcher.start();
        Matcher lead = LEAD.matcher(text).region(Math.max(from, start - LONGEST_LEAD), start);
        boolean led = lead.find();
        int begin = led ? lead.start() : start;
        String before = text.substring(Math.max(from, begin - LONGEST_LEAD), begin);
        boolean multiple =
                MULTIPLE_OF.matcher(before).find() && text.startsWith("的", matcher.end()) && time.kind() != Kind.NOW;
        boolean opens = OPENING.matcher(before).find()
                && !CHANGING.matcher(text).region(matcher.end(), text.length()).lookingAt();
        Role role = opens ? Role.SENTENCE : Role.CLAUSE;
        if (OF_NUMBER.matcher(text).region(matcher.end(), text.length()).lookingAt()) {
            role = Role.NUMBER;
        }
        boolean compared = text.startsWith("相比", matcher.end());
        if (multiple || compared || BASE.matcher(before).find()) {
            role = Role.BASE;
        }
        boolean until = led && lead.group().startsWith("截") && time.kind() != Kind.EVENT;
        Time kind = until ? Time.point(time.until()) : time;
        return kind.at(begin, matcher.end(), role);
    }

    private int year(String printed) {
        return switch (printed) {
            case "去" -> published - 1;
            case "今" -> published;
            case "上" -> year - 1;
            case "本", "当" -> running;
            default -> Integer.parseInt(digits(printed));
        };
    }

    private static String digits(String printed) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < printed.length(); i++) {
            char c = printed.charAt(i);
            int digit = "〇一二三四五六七八九".indexOf(c);
            digits.append(digit >= 0 ? (char) ('0' + digit) : "零○".indexOf(c) >= 0 ? '0' : c);
        }
        return digits.toString();
    }

    /** 十, 十二, 三, 12. */
    private static int count(String printed) {
        String digits = digits(printed.replace('两', '二'));
        int ten = digits.indexOf('十');
        if (ten < 0) {
            return Integer.parseInt(digits);
        }
        int tens = ten == 0 ? 1 : Integer.parseInt(digits.substring(0, ten));
        return 10 * tens + (ten + 1 < digits.length() ? Integer.parseInt(digits.substring(ten + 1)) : 0);
    }

    private YearMonth month(Matcher matcher, String yearGroup, String monthGroup) {
        String printed = matcher.group(yearGroup);
        return YearMonth.of(printed == null ? year : year(printed), Integer.parseInt(matcher.group(monthGroup)));
    }

    private Time span(Matcher matcher) {
        return Time.months(Kind.RANGE, month(matcher, "y", "m"), month(matcher, "z", "n"));
    }

    private Time months(Matcher matcher) {
        YearMonth first = month(matcher, "y", "m");
        return Time.months(Kind.PART, first, first.withMonth(Integer.parseInt(matcher.group("n"))));
    }

    private Time month(Matcher matcher) {
        YearMonth month = month(matcher, "y", "m");
        boolean end = "底末".contains(String.valueOf(matcher.group("tail")));
        return end ? Time.point(month.atEndOfMonth()) : Time.months(Kind.PART, month, month);
    }

    private Time day(Matcher matcher) {
        LocalDate day = month(matcher, "y", "m").atDay(Integer.parseInt(matcher.group("d")));
        return new Time(0, 0, Kind.EVENT, day, day, Role.CLAUSE);
    }

    private Time part(Matcher matcher) {
        int of = matcher.group("y") == null ? year : year(matcher.group("y"));
        String part = matcher.group("part");
        int first = 1;
        int last;
        if (part.endsWith("个月")) {
            last = count(part.substring(1, part.length() - 2));
        } else if (part.endsWith("半年")) {
            first = part.startsWith("上") ? 1 : 7;
            last = first + 5;
        } else if (part.startsWith("前")) {
            last = 9;
        } else {
            last = 3 * QUARTERS.get(part.replace("第", "").substring(0, 1));
            first = last - 2;
        }
        return Time.months(Kind.PART, YearMonth.of(of, first), YearMonth.of(of, last));
    }

    private Time oneYear(Matcher matcher) {
        int of = year(matcher.group("y"));
        String tail = matcher.group("tail") == null ? "" : matcher.group("tail");
        if (tail.endsWith("底") || tail.endsWith("末")) {
            return Time.point(LocalDate.of(of, 12, 31));
        }
        boolean open = tail.equals("以来") || tail.equals("起") || tail.equals("至今");
        return open && of < year ? Time.years(Kind.SPAN, of, year) : Time.year(of);
    }

    /** The five years of a plan: those of the seventh begin in 1986. */
    private Time plan(Matcher matcher) {
        String tail = matcher.group("tail") == null ? matcher.group("bare") : matcher.group("tail");
        int first = 1951 + 5 * count(matcher.group("five"));
        if (tail != null && tail.endsWith("末")) {
            return Time.point(LocalDate.of(first + 4, 12, 31));
        }
        return Time.years(Kind.SPAN, first, first + 4);
    }

    private Time past(Matcher matcher) {
        int count = count(matcher.group("n") == null ? matcher.group("k") : matcher.group("n"));
        return count < 2 ? Time.year(year) : Time.years(Kind.SPAN, year - count + 1, year);
    }
}
