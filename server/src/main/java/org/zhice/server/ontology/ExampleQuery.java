package org.zhice.server.ontology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.jena.rdf.model.Resource;
import org.zhice.server.web.Language;
import org.zhice.store.Prefixes;

/** A query for the things of a class with what its shapes ask of each of them. */
final class ExampleQuery {
    private static final int ROWS = 100;

    private ExampleQuery() {}

    /**
     * The query in SPARQL 1.1.
     *
     * @param rules what is asked of things of the class
     * @param language of the texts that are asked for
     */
    static String of(Resource of, List<Shapes.Rule> rules, Prefixes prefixes, Language language) {
        Map<String, Shapes.Rule> asked = asked(of, rules);
        String thing = "?" + variable(of);
        List<String> lines = new ArrayList<>();
        lines.add("  " + thing + " a " + prefixes.shorten(of.getURI()) + " .");
        asked.forEach((variable, rule) -> lines.add(line(thing, variable, rule, prefixes, language)));
        String body = String.join("\n", lines);
        return declared(body, prefixes)
                + "\nSELECT " + thing
                + asked.keySet().stream().map(name -> " ?" + name).collect(Collectors.joining())
                + "\nWHERE {\n" + body + "\n}\nORDER BY " + thing + "\nLIMIT " + ROWS + "\n";
    }

    /** What each thing has, by a variable of its own. */
    private static Map<String, Shapes.Rule> asked(Resource of, List<Shapes.Rule> rules) {
        Map<String, Shapes.Rule> asked = new LinkedHashMap<>();
        rules.stream()
                .filter(rule ->
                        rule.least() > 0 && !rule.inverse() && rule.path().isPresent())
                .filter(rule -> !variable(rule.path().orElseThrow()).equals(variable(of)))
                .forEach(rule -> asked.putIfAbsent(variable(rule.path().orElseThrow()), rule));
        return asked;
    }

    private static String line(String thing, String variable, Shapes.Rule rule, Prefixes prefixes, Language language) {
        String pattern =
                "  " + thing + " " + prefixes.shorten(rule.path().orElseThrow().getURI()) + " ?" + variable;
        return rule.inLanguages()
                ? pattern + " FILTER(LANG(?" + variable + ") = \"" + language.tag() + "\")"
                : pattern + " .";
    }

    private static String variable(Resource term) {
        String name = term.getLocalName();
        return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
    }

    private static String declared(String body, Prefixes prefixes) {
        return new TreeSet<>(prefixes.all().getNsPrefixMap().keySet())
                .stream()
                        .filter(prefix -> body.contains(" " + prefix + ":"))
                        .map(prefix ->
                                "PREFIX " + prefix + ": <" + prefixes.all().getNsPrefixURI(prefix) + ">\n")
                        .collect(Collectors.joining());
    }
}
