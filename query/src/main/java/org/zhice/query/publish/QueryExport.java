package org.zhice.query.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.zhice.query.Chart;
import org.zhice.query.Choice;
import org.zhice.query.Parameter;
import org.zhice.query.SavedQuery;
import org.zhice.store.Release;

/** A saved query as text for other tools. */
public record QueryExport(SavedQuery query, Release release) {
    /** For grlc: its own header keys, and parameters by its names, such as {@code ?_year_integer}. */
    public String grlc(String endpoint) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("summary", query.about().title().en());
        header.put(
                "description",
                query.about().question().en() + "\n" + query.about().question().zh());
        header.put("endpoint", endpoint);
        header.put("tags", query.about().tags());
        List<Map<String, String>> defaults = new ArrayList<>();
        query.defaults(release).forEach((name, term) -> defaults.add(Map.of(name, text(term))));
        if (!defaults.isEmpty()) {
            header.put("defaults", defaults);
        }
        return new Yaml(blockStyle())
                        .dump(header)
                        .lines()
                        .map(line -> "#+ " + line + "\n")
                        .collect(Collectors.joining())
                + query.textWith(this::grlcName);
    }

    /** For the query service of Wikidata and its kin: defaults in place, title and view in comments. */
    public String wikidata() {
        return "#title:" + query.about().title().en() + "\n#defaultView:"
                + query.about().chart().map(QueryExport::view).orElse("Table") + "\n" + query.defaultText(release);
    }

    private String grlcName(Parameter parameter) {
        return "?_" + parameter.name()
                + parameter.choices(release).stream()
                        .map(Choice::value)
                        .findFirst()
                        .map(QueryExport::grlcType)
                        .orElse(parameter.type().isNumber() ? "_integer" : "");
    }

    private static String grlcType(Node value) {
        return value.isURI() ? "_iri" : value.getLiteralValue() instanceof Number ? "_integer" : "";
    }

    private static String text(Node term) {
        return term.isURI() ? term.getURI() : term.getLiteralLexicalForm();
    }

    private static String view(Chart chart) {
        return switch (chart) {
            case BAR -> "BarChart";
            case LINE -> "LineChart";
            case TABLE -> "Table";
            case NETWORK -> "Graph";
        };
    }

    private static DumperOptions blockStyle() {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setAllowUnicode(true);
        options.setWidth(1_000);
        return options;
    }
}
