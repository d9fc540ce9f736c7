package org.zhice.query.file;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.reader.ReaderException;
import org.zhice.store.plain.PlainText;

/** YAML as a person writes it by hand: no key twice, nothing by reference, and texts as the cells of tables are. */
final class StrictYaml {
    /** The key of what is code and no text. */
    private static final String SPARQL = "values";

    private StrictYaml() {}

    /** Why a text is refused, and where: at a line from 1, or, if that is 0, where some words stand. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        final int line;
        final String words;

        Refused(int line, String words, String reason) {
            super(reason);
            this.line = line;
            this.words = words;
        }
    }

    /** Maps, lists, texts, numbers, days and truth values. */
    static Object load(String yaml) throws Refused {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        try {
            Object value = new Yaml(new SafeConstructor(options)).load(yaml);
            requirePlain(value);
            return value;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new Refused(line, "", "not YAML: " + oneLine(e.getProblem()));
        } catch (ReaderException e) {
            int line = 1
                    + (int) yaml.substring(0, e.getPosition())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            throw new Refused(line, "", "no character of YAML: " + PlainText.code(e.getCodePoint()));
        } catch (YAMLException e) {
            throw new Refused(1, "", "not YAML: " + oneLine(e.getMessage()));
        }
    }

    private static String oneLine(String problem) {
        return PlainText.visible(problem.replaceAll("\\s+", " "));
    }

    private static void requirePlain(Object value) throws Refused {
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                requirePlain(entry.getKey());
                requirePlain(SPARQL.equals(entry.getKey()) ? "" : entry.getValue());
            }
        } else if (value instanceof List<?> list) {
            for (Object part : list) {
                requirePlain(part);
            }
        } else if (value instanceof String text) {
            // A folded text ends with a line feed.
            Optional<String> expected = PlainText.expectedInstead(text.replaceFirst("\n+$", ""), false);
            if (expected.isPresent()) {
                throw new Refused(0, text, "found \"" + PlainText.visible(text) + "\", expected " + expected.get());
            }
        }
    }
}
