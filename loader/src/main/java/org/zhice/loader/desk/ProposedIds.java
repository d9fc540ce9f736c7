package org.zhice.loader.desk;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.loader.extract.frame.Frames;
import org.zhice.loader.extract.rows.Frame;
import org.zhice.loader.extract.rows.Frame.Stated;
import org.zhice.loader.input.InputException;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.tables.Tables;
import org.zhice.loader.text.Apart;
import org.zhice.loader.text.SourceFile;
import org.zhice.loader.text.Texts;

/**
 * Ids for the documents of a folder: the one in its reviewed rows, else the name of the file if it is one, else kind, year and
 * place by its title, such as {@code plan-2031-fujian}. All differ, from each other and from the ids of the tables.
 */
final class ProposedIds {
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern REPORT = Pattern.compile("报告|公报|总结|白皮书|状况|概况|简报|情况");
    private static final Pattern PLAN = Pattern.compile("计划|要点|分工|任务|安排|清单|台账");
    private static final Pattern SCHEME = Pattern.compile("方案|意见|措施|纲要|规划");
    /** In characters: more than stands before the body of a document. */
    private static final int HEAD = 3_000;

    private final DocumentReader reader;
    private final Tables tables;
    private final Apart apart;

    ProposedIds(DocumentReader reader, Tables tables, Apart apart) {
        this.reader = reader;
        this.tables = tables;
        this.apart = apart;
    }

    /** Does the same for each item, in their order. */
    interface SideBySide {
        List<String> each(List<Inbox.Item> items, Function<Inbox.Item, String> work);
    }

    /** By file. */
    Map<Path, String> of(List<Inbox.Item> items, SideBySide sideBySide) {
        List<String> wanted = sideBySide.each(items, this::wanted);
        Set<String> taken = tables.table("document").cells().stream()
                .map(row -> row.get("id"))
                .collect(Collectors.toCollection(HashSet::new));
        Map<Path, String> ids = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            boolean reviewed = reviewed(items.get(i)).isPresent();
            ids.put(items.get(i).file(), reviewed ? wanted.get(i) : free(wanted.get(i), taken));
        }
        return ids;
    }

    private static String free(String id, Set<String> taken) {
        String free = id;
        for (int i = 2; !taken.add(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private String wanted(Inbox.Item item) {
        return reviewed(item).or(() -> named(item.file())).orElseGet(() -> titled(item.file()));
    }

    /** Rows that cannot be read are told when the document is read again. */
    private static Optional<String> reviewed(Inbox.Item item) {
        try {
            return ReviewedRows.document(item.out());
        } catch (InputException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> named(Path file) {
        String stem = file.getFileName()
                .toString()
                .replaceFirst("\\.[^.]*$", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[ _.]+", "-");
        return Texts.ID.matcher(stem).matches() && stem.matches(".*[a-z].*") ? Optional.of(stem) : Optional.empty();
    }

    private String titled(Path file) {
        try {
            String text = SourceFile.read(file, apart).text();
            Frame frame = Frames.of(reader.clean(text.substring(0, Math.min(HEAD, text.length()))));
            String title = frame.title().map(Stated::value).orElse("");
            return Stream.of(Optional.of(kind(title)), year(title, frame), place(title))
                    .flatMap(Optional::stream)
                    .collect(Collectors.joining("-"));
        } catch (InputException e) {
            return "document";
        }
    }

    private static String kind(String title) {
        return PLAN.matcher(title).find()
                ? "plan"
                : REPORT.matcher(title).find()
                        ? "report"
                        : SCHEME.matcher(title).find() ? "scheme" : "document";
    }

    private static Optional<String> year(String title, Frame frame) {
        return Stream.concat(
                        Stream.of(title),
                        Stream.of(frame.number(), frame.issued())
                                .flatMap(Optional::stream)
                                .map(Stated::value))
                .map(YEAR::matcher)
                .filter(Matcher::find)
                .findFirst()
                .map(Matcher::group);
    }

    private Optional<String> place(String title) {
        return tables.table("area").cells().stream()
                .filter(row -> row.get("kind").matches("province|city"))
                .filter(row -> title.contains(row.get("name_zh"))
                        || (!row.get("also_zh").isEmpty() && title.contains(row.get("also_zh"))))
                .map(row -> row.get("id"))
                .findFirst();
    }
}
