package org.zhice.query.file;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.zhice.store.Label;

/**
 * The words for what saved queries are for and for their tags: the file {@code words.yml} in their folder.
 *
 * @param needs by the name of a sub-folder, in the order to show; empty if there is no such file
 * @param tags by the tag
 */
record Words(Map<String, Label> needs, Map<String, Label> tags) {
    private static final String FILE = "words.yml";

    /**
     * Reads the words of a folder.
     *
     * @throws QueryFileException if a need or a tag lacks a text in a language
     */
    static Words read(Path folder) {
        Path file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            return new Words(Map.of(), Map.of());
        }
        try (Reader text = Files.newBufferedReader(file)) {
            Object yaml = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Map<?, ?> words = yaml instanceof Map<?, ?> map ? map : Map.of();
            return new Words(labels(file, words, "needs"), labels(file, words, "tags"));
        } catch (IOException e) {
            throw new UncheckedIOException(file + ": cannot be read as UTF-8", e);
        } catch (YAMLException e) {
            throw new QueryFileException(file, 1, "not YAML: " + e.getMessage().replaceAll("\\s+", " "));
        }
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

    private static Map<String, Label> labels(Path file, Map<?, ?> words, String part) {
        Map<String, Label> labels = new LinkedHashMap<>();
        if (words.get(part) instanceof Map<?, ?> map) {
            map.forEach((id, texts) -> labels.put(String.valueOf(id), label(file, String.valueOf(id), texts)));
        }
        return labels;
    }

    private static Label label(Path file, String id, Object texts) {
        if (texts instanceof Map<?, ?> map && List.of("en", "zh").stream().allMatch(map::containsKey)) {
            return new Label(String.valueOf(map.get("en")), String.valueOf(map.get("zh")));
        }
        throw new QueryFileException(file, 1, id + " needs a text in en and one in zh");
    }
}
