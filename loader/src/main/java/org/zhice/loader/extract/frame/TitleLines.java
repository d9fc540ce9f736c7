package org.zhice.loader.extract.frame;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Frame.Stated;

/** The title among the first lines: one that ends in the name of a kind of document, or of a letter the title that it carries. */
final class TitleLines {
    private static final String KIND =
            "(?:计划|规划|纲要|方案|意见|要点|安排|分工表?|任务表|清单|台账|通知|通报|公告|公报|报告|总结|白皮书|状况|概况|简报" + "|办法|规定|条例|细则|措施|指引|指南)";
    private static final Pattern TITLE =
            Pattern.compile("《?(?<value>[^。；：:！？，,《》]{3,80}?" + KIND + "(?:[（(][^（）()]{1,20}[）)])*)》?");
    private static final Pattern CARRIED = Pattern.compile("[^。]{0,60}印发《(?<value>[^《》]{4,80})》.{0,10}通知");
    private static final Pattern RUN_ON =
            Pattern.compile("(?<value>[^。；：:！？，,《》]{3,80}?" + KIND + ") +为.*", Pattern.DOTALL);
    /** How a line begins that the next one ends. */
    private static final Pattern BEGINNING =
            Pattern.compile("(?!\\d{4}年\\d{1,2}月)(?:\\d{4}年|关于|[^。，、]{0,30}关于)[^。；：，]{0,40}");

    private final CleanText clean;
    private final List<Line> head;

    TitleLines(CleanText clean, List<Line> head) {
        this.clean = clean;
        this.head = head;
    }

    Optional<Stated> title() {
        return first(CARRIED, "title-carried", 0.9)
                .or(this::broken)
                .or(() -> first(TITLE, "title-line", 0.9))
                .or(this::runOn);
    }

    private Optional<Stated> first(Pattern pattern, String rule, double confidence) {
        return head.stream()
                .filter(Line::isShort)
                .flatMap(line -> {
                    Matcher found = pattern.matcher(line.text());
                    return found.matches()
                            ? Optional.of(stated(
                                            found.group("value"),
                                            rule,
                                            confidence,
                                            line.start() + found.start("value"),
                                            line.start() + found.end("value")))
                                    .stream()
                            : Optional.<Stated>empty().stream();
                })
                .findFirst();
    }

    /** A title that is printed on two lines. */
    private Optional<Stated> broken() {
        return IntStream.range(0, head.size() - 1)
                .filter(i -> !TITLE.matcher(head.get(i).text()).matches()
                        && BEGINNING.matcher(head.get(i).text()).matches()
                        && TITLE.matcher(both(i)).matches()
                        && head.get(i + 1).text().length() < head.get(i).text().length() * 2)
                .mapToObj(i -> stated(
                        both(i),
                        "title-lines",
                        0.7,
                        head.get(i).start(),
                        head.get(i + 1).end()))
                .findFirst();
    }

    private String both(int i) {
        return head.get(i).text() + head.get(i + 1).text();
    }

    /** A title with the introduction on the same line, as copies without lines have it. */
    private Optional<Stated> runOn() {
        String text = clean.text();
        Matcher found =
                RUN_ON.matcher(text.substring(0, Math.min(text.length(), 200)).strip());
        int blanks = text.length() - text.stripLeading().length();
        return found.matches()
                ? Optional.of(stated(
                        found.group("value"),
                        "title-run-on",
                        0.7,
                        blanks + found.start("value"),
                        blanks + found.end("value")))
                : Optional.empty();
    }

    private Stated stated(String value, String rule, double confidence, int start, int end) {
        return new Stated(
                value.replaceAll("\\s+(?=\\p{IsHan})|(?<=\\p{IsHan})\\s+", ""),
                new Evidence(rule, confidence, clean.passage(start, end)));
    }
}
