package org.zhice.server.dataset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.web.Links;
import org.zhice.store.Prefixes;
import org.zhice.store.Result;
import org.zhice.store.Terms;

/** A set of links as a table of the SSSOM, which has its own head in comments and names things by prefixes. */
final class SssomTable {
    private static final List<String> COLUMNS = List.of(
            "subject_id",
            "subject_label",
            "predicate_id",
            "object_id",
            "object_label",
            "mapping_justification",
            "confidence",
            "object_source_version",
            "see_also",
            "other");
    private static final Pattern ADDRESS = Pattern.compile("^(.*[/=#:])([^/=#:]+/?)$");
    private static final String SEMAPV = "https://w3id.org/semapv/vocab/";

    private final Prefixes prefixes;

    /** The prefixes that the rows need, by what they stand for. */
    private final Map<String, String> used = new TreeMap<>();

    private SssomTable(Prefixes prefixes) {
        this.prefixes = prefixes;
    }

    /**
     * The table as text.
     *
     * @param linkset its address
     * @param rows one for each link, all of one dataset
     * @param version of the release
     */
    static String of(String linkset, List<Binding> rows, Prefixes prefixes, String version) {
        SssomTable table = new SssomTable(prefixes);
        String body = rows.stream().map(table::line).collect(Collectors.joining());
        return table.head(linkset, version) + String.join("\t", COLUMNS) + "\n" + body;
    }

    private String head(String linkset, String version) {
        StringBuilder head =
                new StringBuilder("#mapping_set_id: \"" + linkset + "\"\n#license: \"" + Links.LICENCE + "\"\n");
        if (!version.isEmpty()) {
            head.append("#mapping_set_version: \"").append(version).append("\"\n");
        }
        head.append("#curie_map:\n");
        Map<String, String> byPrefix = new TreeMap<>();
        used.forEach((namespace, prefix) -> byPrefix.put(prefix, namespace));
        byPrefix.forEach((prefix, namespace) -> head.append("#  ")
                .append(prefix)
                .append(": \"")
                .append(namespace)
                .append("\"\n"));
        return head.toString();
    }

    private String line(Binding row) {
        return CSVFormat.TDF.format(
                        ours(row, "subject"),
                        Result.text(row, "subject_label"),
                        ours(row, "relation"),
                        theirs(row),
                        Result.text(row, "object_label"),
                        justification(row),
                        Result.text(row, "confidence"),
                        Result.text(row, "version"),
                        Result.text(row, "evidence"),
                        Terms.localName(Result.text(row, "status")))
                + "\n";
    }

    private String ours(Binding row, String column) {
        String iri = Result.text(row, column);
        String name = prefixes.shorten(iri);
        int colon = name.indexOf(':');
        String prefix = name.substring(0, Math.max(colon, 0));
        String namespace = prefixes.all().getNsPrefixURI(prefix);
        if (namespace != null) {
            used.put(namespace, prefix);
        }
        return name;
    }

    private String theirs(Binding row) {
        Matcher address = ADDRESS.matcher(Result.text(row, "object"));
        if (!address.matches()) {
            return Result.text(row, "object");
        }
        String dataset = Result.text(row, "name");
        String prefix = used.computeIfAbsent(address.group(1), namespace -> freePrefix(dataset));
        return prefix + ":" + address.group(2);
    }

    private String freePrefix(String dataset) {
        int number = 1;
        while (used.containsValue(dataset + (number == 1 ? "" : "-" + number))) {
            number++;
        }
        return dataset + (number == 1 ? "" : "-" + number);
    }

    private String justification(Binding row) {
        String iri = Result.text(row, "justification");
        if (!iri.startsWith(SEMAPV)) {
            return iri;
        }
        used.put(SEMAPV, "semapv");
        return "semapv:" + iri.substring(SEMAPV.length());
    }
}
