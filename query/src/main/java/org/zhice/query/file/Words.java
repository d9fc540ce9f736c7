package org.zhice.query.file;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhice.store.Label;

/**
 * The words for what saved queries are for and for their tags: the file {@code words.yml} in their folder.
 *
 * @param needs by the name of a sub-folder, in the order to show; empty if there is no such file
 * @param tags by the tag
 * @param front the ids of the queries that the front page shows
 */
record Words(Map<String, Label> needs, Map<String, Label> tags, List<String> front) {
    static final String FILE = "words.yml";

    /**
     * Reads the words of a folder.
     *
     * @throws QueryFileException if the file is not YAML, or a need or a tag lacks a text in a language
     */
    static Words read(Path folder) {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            return new Words(Map.of(), Map.of(), List.of());
        }
        String text = QueryFile.text(file);
        try {
            Map<?, ?> words = StrictYaml.load(text) instanceof Map<?, ?> map ? map : Map.of();
            return new Words(labels(file, words, "needs"), labels(file, words, "tags"), front(words));
        } catch (StrictYaml.Refused e) {
            throw new QueryFileException(file, line(e, text), e.getMessage());
        }
    }

    private static int line(StrictYaml.Refused refused, String text) {
        int at = refused.line == 0 ? text.indexOf(refused.words.strip()) : -1;
        return at < 0
                ? Math.max(1, refused.line)
                : (int) text.substring(0, at).lines().count();
    }

    /** Without the file any folder and any tag will do, and is called by its id. */
    boolean isOpen() {
        return needs.isEmpty() && tags.isEmpty();
    }

    Label need(String id) {
        return needs.getOrDefault(id, new Label(id, id));
    }

    Label tag(String id) {
        return tags.getOrDefault(id, new Label(id, id));
    }

    private static List<String> front(Map<?, ?> words) {
        return words.get("front") instanceof List<?> ids
                ? ids.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static Map<String, Label> labels(Path file, Map<?, ?> words, String part) {
        Map<String, Label> labels = new LinkedHashMap<>();
        if (words.get(part) instanceof Map<?, ?> map) {
            map.forEach((id, texts) -> labels.put(String.valueOf(id), label(file, String.valueOf(id), texts)));
        }
        return labels;
    }

    private static Label label(Path file, String id, Object texts) {
        if (texts instanceof Map<?, ?> map
                && map.get("en") instanceof String en
                && map.get("zh") instanceof String zh) {
            return new Label(en, zh);
        }
        throw new QueryFileException(file, 1, id + " needs a text in en and one in zh");
    }
}
