package org.zhice.loader.extract;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.rows.Span;

/**
 * Until when a task is to be done, as printed.
 *
 * @param labelled whether a label or a bracket says that it is a deadline, else its own words do
 */
record Deadline(Span place, boolean labelled) {
    static final String MONTH = "\\d{1,2}月(?:\\d{1,2}日|[底末]|[上中下]旬)?";
    static final String TIME = "(?:20\\d\\d年(?:" + MONTH + "|[底末内]|上半年|下半年|第?[一二三四]季度)?|" + MONTH
            + "|年[底末内]|[上下]半年|第?[一二三四]季度|全年|今年|当年|每年|每半年|每季度)";
    private static final String PACE = "(?:持续|长期|常态化|滚动|适时|按时|同步|分阶段|分步|及时|立即|抓紧)(?:推进|实施|开展|完成|坚持|落实|更新|进行)?";
    /** What a label or a bracket holds where it names a deadline. */
    static final Pattern ALONE =
            Pattern.compile("(?:截至|截止|力争|确保|到|于)?(?<time>" + TIME + "(?:之?前|[底末])?|" + PACE + ")[^，；。、：）]{0,12}");

    /** What the words of a task say of its end. */
    static final Pattern IN_WORDS = Pattern.compile("(?<time>(?:20\\d\\d年(?:" + MONTH + "|[底末]|第?[一二三四]季度)?|" + MONTH
            + "|年[底末]|第?[一二三四]季度末?)之?前(?!的|瞻|景|沿)|(?<![\\d一二三四五六七八九十两多数])年内(?=[^，。；\\n]{0,30}(?:实现|完成|建成|新增|达到|出台|印发|启动|开展|培育|举办))|到20\\d\\d年(?:"
            + MONTH + "|[底末])?)");

    private static final Pattern PARTS =
            Pattern.compile("(?:(?<year>20\\d\\d)年)?(?:(?<month>\\d{1,2})月(?:(?<day>\\d{1,2})日)?"
                    + "|(?<half>[上下])半年|第?(?<quarter>[一二三四])季度)?(?<end>[底末]|年?[底末内]|全年)?(?<before>之?前)?.*");

    /**
     * The last day, where the words name one.
     *
     * @param year of the document, or 0
     */
    static Optional<LocalDate> day(String printed, int year) {
        Matcher parts = PARTS.matcher(last(printed));
        if (!parts.matches()) {
            return Optional.empty();
        }
        int of = parts.group("year") == null ? year : Integer.parseInt(parts.group("year"));
        boolean open = parts.group("before") != null && parts.group("end") == null && parts.group("day") == null;
        return of == 0 || open ? Optional.empty() : day(parts, of);
    }

    /** The end of a span of months, without the words before it. */
    private static String last(String printed) {
        return printed.replaceFirst("^(?:到|于|今年|当年|年(?=[底末内]))", "")
                .replaceFirst("^((?:20\\d\\d年)?)\\d{1,2}月(?:\\d{1,2}日)?(?:[—–－~～-]+|至|到)(?=\\d{1,2}月)", "$1");
    }

    private static Optional<LocalDate> day(Matcher parts, int year) {
        if (parts.group("month") != null) {
            int month = Integer.parseInt(parts.group("month"));
            int day = parts.group("day") == null ? 0 : Integer.parseInt(parts.group("day"));
            boolean real = month >= 1
                    && month <= 12
                    && day <= YearMonth.of(year, month).lengthOfMonth();
            return real
                    ? Optional.of(day == 0 ? YearMonth.of(year, month).atEndOfMonth() : LocalDate.of(year, month, day))
                    : Optional.empty();
        }
        if (parts.group("half") != null) {
            return Optional.of(
                    YearMonth.of(year, parts.group("half").equals("上") ? 6 : 12).atEndOfMonth());
        }
        if (parts.group("quarter") != null) {
            int quarter = "一二三四".indexOf(parts.group("quarter")) + 1;
            return Optional.of(YearMonth.of(year, quarter * 3).atEndOfMonth());
        }
        boolean named = parts.group("end") != null || parts.group("year") != null;
        return named ? Optional.of(LocalDate.of(year, 12, 31)) : Optional.empty();
    }
}
