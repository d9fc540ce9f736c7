package org.zhice.query.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.XSD;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.zhice.query.Chart;
import org.zhice.query.Choice;
import org.zhice.query.Parameter;
import org.zhice.query.SavedQuery;
import org.zhice.store.Release;

/** A saved query as text for other tools. */
public record QueryExport(SavedQuery query, Release release) {
    private static final String NUMBERS = "PREFIX xsd: <" + XSD.getURI() + ">\n";

    /**
     * For grlc: its own header keys, and parameters by its names, such as {@code ?_year_integer} or, if it may be left out,
     * {@code ?__year_integer}. It puts a prefix for numbers before each SELECT unless it finds one, with a single space.
     */
    public String grlc(String endpoint) {
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("summary", query.about().title().en());
        header.put(
                "description",
                query.about().question().en() + "\n" + query.about().question().zh());
        header.put("endpoint", endpoint);
        header.put("tags", query.about().tags());
        List<Map<String, String>> defaults = new ArrayList<>();
        query.defaults(release).forEach((name, term) -> defaults.add(Map.of(grlcWord(name), text(term))));
        if (!defaults.isEmpty()) {
            header.put("defaults", defaults);
        }
        return new Yaml(blockStyle())
                        .dump(header)
                        .lines()
                        .map(line -> "#+ " + line + "\n")
                        .collect(Collectors.joining())
                + grlcText();
    }

    private String grlcText() {
        String text = query.textWith(this::grlcName).replaceAll("(?m)^PREFIX +(\\S+) +", "PREFIX $1 ");
        return text.contains(NUMBERS) ? text : NUMBERS + text;
    }

    /**
     * For the query service of Wikidata and its kin: defaults in place, title and view in comments, the English name of a
     * thing in the column where it is looked for.
     */
    public String wikidata() {
        return "#title:" + query.about().title().en() + "\n#defaultView:"
                + query.about().chart().map(QueryExport::view).orElse("Table") + "\n"
                + labelled(query.defaultText(release));
    }

    private String labelled(String text) {
        List<String> columns = query.query().getResultVars();
        String labelled = text;
        for (String column : columns) {
            if (columns.contains(column + "_en")) {
                labelled = labelled.replaceAll("\\?" + column + "_en\\b", "?" + column + "Label");
            }
        }
        return labelled;
    }

    /** Two underscores before what may be left out, one before what comes after the name. */
    private String grlcName(Parameter parameter) {
        return (parameter.required() ? "?_" : "?__")
                + grlcWord(parameter.name())
                + parameter.choices(release).stream()
                        .map(Choice::value)
                        .findFirst()
                        .map(QueryExport::grlcType)
                        .orElse(parameter.type().isNumber() ? "_integer" : "");
    }

    /** A name of letters and digits, for grlc takes what follows an underscore for a type: {@code notIn} for not_in. */
    private static String grlcWord(String name) {
        return Pattern.compile("_+(.?)")
                .matcher(name)
                .replaceAll(next -> next.group(1).toUpperCase(Locale.ROOT));
    }

    private static String grlcType(Node value) {
        return value.isURI() ? "_iri" : value.getLiteralValue() instanceof Number ? "_integer" : "";
    }

    private static String text(Node term) {
        return term.isURI() ? term.getURI() : term.getLiteralLexicalForm();
    }

    private static String view(Chart chart) {
        return switch (chart) {
            case BAR, STACKED -> "BarChart";
            case LINE -> "LineChart";
            case TIMELINE -> "Timeline";
            // A graph there has only things of Wikidata in it.
            case TABLE, NETWORK, SANKEY -> "Table";
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
