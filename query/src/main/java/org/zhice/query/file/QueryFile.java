package org.zhice.query.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhice.store.plain.Utf8;

/** The text of a query file, with the place of each part for messages. */
record QueryFile(Path path, List<String> lines) {
    private static final String MARK = "#+";

    /** @throws QueryFileException if it is not UTF-8 */
    static QueryFile read(Path path) {
        return new QueryFile(path, text(path).lines().toList());
    }

    /** The text of a file in the same folder. */
    String beside(String name) {
        if (Files.notExists(path.resolveSibling(name))) {
            throw refusal("expect", "there is no file " + name + " beside it");
        }
        return text(path.resolveSibling(name));
    }

    /** The text of a file, with or without a byte order mark. */
    static String text(Path path) {
        try {
            Utf8 utf8 = Utf8.of(Files.readAllBytes(path));
            utf8.damage().ifPresent(damage -> {
                throw new QueryFileException(path, (int) damage.line(), "found " + damage.found() + ", expected UTF-8");
            });
            return utf8.text();
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be read", e);
        }
    }

    String id() {
        return path.getFileName().toString().replaceFirst("\\.rq$", "");
    }

    /** The name of its folder: what the question is for. */
    String need() {
        return path.toAbsolutePath().getParent().getFileName().toString();
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** The text without the header. */
    String sparql() {
        return lines.stream()
                        .filter(line -> !isHeader(line))
                        .collect(Collectors.joining("\n"))
                        .strip() + "\n";
    }

    /** The lines of the header without their mark: YAML. */
    String header() {
        return lines.stream()
                .filter(QueryFile::isHeader)
                .map(line -> line.substring(MARK.length()).replaceFirst("^ ", ""))
                .collect(Collectors.joining("\n"));
    }

    /** The line in the file of a line of the header, both from 1. */
    int lineOfHeader(int headerLine) {
        return IntStream.range(0, lines.size())
                .filter(i -> isHeader(lines.get(i)))
                .skip(Math.max(0, headerLine - 1))
                .map(i -> i + 1)
                .findFirst()
                .orElse(1);
    }

    /** The line in which a text of the header stands; the first one if it is written otherwise there, as by an escape. */
    int lineOfHeaderText(String words) {
        return IntStream.range(0, lines.size())
                .filter(i -> isHeader(lines.get(i)) && lines.get(i).contains(words.strip()))
                .map(i -> i + 1)
                .findFirst()
                .orElse(1);
    }

    /** A refusal that points to the first line in which a word stands, or to the first line of the file. */
    QueryFileException refusal(String word, String reason) {
        Pattern whole = Pattern.compile("(?i)(?<![\\w-])" + Pattern.quote(word) + "(?![\\w-])");
        int line = IntStream.range(0, lines.size())
                .filter(i -> whole.matcher(lines.get(i)).find())
                .findFirst()
                .orElse(0);
        return new QueryFileException(path, line + 1, reason);
    }

    QueryFileException refusal(int line, String reason) {
        return new QueryFileException(path, Math.max(1, line), reason);
    }

    private static boolean isHeader(String line) {
        return line.startsWith(MARK);
    }
}
