package org.zhice.query.file;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.zhice.query.Chart;
import org.zhice.query.Status;
import org.zhice.store.Label;

/**
 * The header of a query file: the YAML in its {@code #+} lines, read strictly.
 *
 * <pre>
 * title, question   {en: …, zh: …}
 * params            a list of: name, type, label {en, zh}, default, required, values (SPARQL or the name of a list)
 * columns           for each column: {en: …, zh: …}; one name serves x_en and x_zh
 * tags              a list of words to find it by
 * asked-by          who asks it, in a few words: {en: …, zh: …}
 * status            answerable (if left out), partly, not-yet, or needs-net if it calls endpoints elsewhere
 * reason            why it is not answerable, or only partly: {en: …, zh: …}
 * chart             how to draw the answer: bar, line, stacked, timeline, network, sankey or table
 * draw              what columns are in the chart: {column: role}, the roles as in {@link Chart#ROLES}; of a table those
 *                   that say most at a glance
 * expect            empty, non-empty, a number of rows, low..high, the name of a CSV file beside it that holds the
 *                   answer, or contains and that name if the file holds some rows of it
 * rests-on          the sentence or count that the expectation rests on
 * summary           the English title, for grlc; description likewise
 * </pre>
 */
final class Header {
    private static final Set<String> KEYS = Set.of(
            "summary",
            "description",
            "title",
            "question",
            "params",
            "columns",
            "tags",
            "asked-by",
            "status",
            "reason",
            "chart",
            "draw",
            "expect",
            "rests-on");
    private static final Set<String> PARAM_KEYS = Set.of("name", "type", "label", "default", "required", "values");

    private final QueryFile file;
    private final Map<?, ?> values;

    private Header(QueryFile file, Map<?, ?> values) {
        this.file = file;
        this.values = values;
        requireKnown(values, KEYS);
    }

    static Header of(QueryFile file) {
        try {
            if (StrictYaml.load(file.header()) instanceof Map<?, ?> map) {
                return new Header(file, map);
            }
            throw file.refusal(1, "needs a header: lines that begin with #+ and hold title and question");
        } catch (StrictYaml.Refused e) {
            throw e.line == 0
                    ? file.refusal(file.lineOfHeaderText(e.words), e.getMessage())
                    : file.refusal(file.lineOfHeader(e.line), "the header is " + e.getMessage());
        }
    }

    Label title() {
        return label(values.get("title"), "title");
    }

    Label question() {
        return label(values.get("question"), "question");
    }

    List<String> tags() {
        return list("tags").stream().map(String::valueOf).toList();
    }

    String expect() {
        return text(values.get("expect"));
    }

    Label restsOn() {
        return optionalLabel("rests-on");
    }

    Label askedBy() {
        return optionalLabel("asked-by");
    }

    /** @throws QueryFileException also if a reason is missing */
    Status status() {
        String id = text(values.get("status"));
        Status status = id.isEmpty() ? Status.ANSWERABLE : known(Status.of(id), "status", Status.values());
        if (status != Status.ANSWERABLE && reason().isEmpty()) {
            throw file.refusal("status", "status " + status.id() + " needs a reason");
        }
        return status;
    }

    Label reason() {
        return optionalLabel("reason");
    }

    Optional<Chart> chart() {
        String id = text(values.get("chart"));
        return id.isEmpty() ? Optional.empty() : Optional.of(known(Chart.of(id), "chart", Chart.values()));
    }

    /**
     * None if the header does not say: the chart is then drawn by other programs alone.
     *
     * @throws QueryFileException also if a chart has not what it needs
     */
    Map<String, String> roles() {
        if (!(values.get("draw") instanceof Map<?, ?> map)) {
            return Map.of();
        }
        Map<String, String> roles = new LinkedHashMap<>();
        map.forEach((column, role) -> roles.put(String.valueOf(column), role(String.valueOf(role))));
        chart().ifPresent(chart -> chart.needed().stream()
                .filter(role -> !roles.containsValue(role))
                .findFirst()
                .ifPresent(role -> {
                    throw file.refusal("chart", "chart " + chart.id() + " needs a column as " + role + ", under draw");
                }));
        return roles;
    }

    private String role(String role) {
        if (Chart.ROLES.contains(role)) {
            return role;
        }
        throw file.refusal("draw", "draw: " + role + " is none of " + Chart.ROLES);
    }

    Map<String, Label> columns() {
        Map<String, Label> columns = new LinkedHashMap<>();
        if (values.get("columns") instanceof Map<?, ?> map) {
            map.forEach((name, label) -> columns.put(String.valueOf(name), label(label, String.valueOf(name))));
        }
        return columns;
    }

    List<Map<?, ?>> params() {
        return list("params").stream().<Map<?, ?>>map(this::param).toList();
    }

    Label label(Object value, String word) {
        if (value instanceof Map<?, ?> map
                && map.get("en") instanceof String en
                && map.get("zh") instanceof String zh) {
            return new Label(en.strip(), zh.strip());
        }
        throw file.refusal(word, word + " needs a text in en and one in zh");
    }

    private Label optionalLabel(String key) {
        Object value = values.get(key);
        return value == null ? Label.NONE : label(value, key);
    }

    private <T extends Enum<T>> T known(Optional<T> found, String key, T[] all) {
        return found.orElseThrow(() -> file.refusal(
                key,
                key + " is none of "
                        + Arrays.toString(all).toLowerCase(Locale.ROOT).replace('_', '-')));
    }

    static String text(Object value) {
        return value == null ? "" : String.valueOf(value).strip();
    }

    private Map<?, ?> param(Object value) {
        if (value instanceof Map<?, ?> map) {
            requireKnown(map, PARAM_KEYS);
            return map;
        }
        throw file.refusal("params", "each of params needs name, type and label");
    }

    private List<?> list(String key) {
        Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw file.refusal(key, key + " must be a list");
    }

    private void requireKnown(Map<?, ?> map, Set<String> known) {
        for (Object key : map.keySet()) {
            if (!known.contains(String.valueOf(key))) {
                throw file.refusal(
                        String.valueOf(key),
                        "\"" + key + "\" is not one of "
                                + known.stream().sorted().toList());
            }
        }
    }
}
