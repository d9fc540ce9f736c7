package org.zhice.loader.extract.kind;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.word.Resource;

/**
 * What a document was taken for.
 *
 * @param ground the words of the document that told: its title or the beginning of a line; empty where nothing did
 */
public record Recognised(DocumentKind kind, String ground) {
    private static final List<Rule> RULES =
            Resource.rows(Recognised.class, "kinds.tsv").stream().map(Rule::of).toList();
    private static final Pattern LINE = Pattern.compile("[^\\n]+");
    private static final String AFTER_TITLE = "(?:[》”）]|（[^（）]{1,30}|的通知|的函|的公告|的批复)*$";
    private static final int HEAD = 40;
    private static final int LONGEST_TITLE = 70;
    private static final int LONGEST_GROUND = 40;

    private record Rule(DocumentKind kind, int lines, Pattern mark) {
        static Rule of(List<String> row) {
            boolean title = row.get(1).equals("title");
            String mark = title ? row.get(2) + AFTER_TITLE : "^" + row.get(2);
            return new Rule(
                    DocumentKind.of(row.get(0)), title ? 0 : Integer.parseInt(row.get(1)), Pattern.compile(mark));
        }
    }

    /**
     * Recognises a document.
     *
     * @param text the clean text, a paragraph a line
     */
    public static Recognised in(String text) {
        List<String> lines = LINE.matcher(text)
                .results()
                .map(line -> text.substring(line.start(), Math.min(line.end(), line.start() + LONGEST_TITLE + 1)))
                .toList();
        return RULES.stream()
                .flatMap(rule -> ground(rule, lines).stream().map(ground -> new Recognised(rule.kind(), ground)))
                .findFirst()
                .orElse(new Recognised(DocumentKind.OTHER, ""));
    }

    private static Optional<String> ground(Rule rule, List<String> lines) {
        return rule.lines() == 0 ? title(rule, lines) : beginnings(rule, lines);
    }

    private static Optional<String> title(Rule rule, List<String> lines) {
        return lines.stream()
                .limit(HEAD)
                .filter(line -> line.length() <= LONGEST_TITLE && "。；：，".indexOf(line.charAt(line.length() - 1)) < 0)
                .takeWhile(line -> !line.matches("[（(]?[一二三四五六七八九十1][）)]?[、.．].*"))
                .filter(line -> rule.mark().matcher(line).find())
                .findFirst();
    }

    private static Optional<String> beginnings(Rule rule, List<String> lines) {
        List<String> found = lines.stream()
                .filter(line -> rule.mark().matcher(line).find())
                .limit(rule.lines())
                .map(line -> line.substring(0, Math.min(line.length(), LONGEST_GROUND)))
                .toList();
        return found.size() == rule.lines() ? Optional.of(found.get(0)) : Optional.empty();
    }

    /** The kind and its ground, for a person to read. */
    public String words() {
        return kind.words() + (ground.isEmpty() ? "" : ": " + ground);
    }
}
