package org.zhice.store.image;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/**
 * Queries drawn at random about graphs drawn at random, over few enough terms that much of it matches. Two faults of TDB2 are
 * left out: it forgets the rows before an empty GRAPH, and cannot order triples whose predicate became a literal.
 */
final class RandomQuery {
    static final String NS = "http://example.org/";

    private static final List<String> GRAPHS = List.of(
            "<" + NS + "g0>",
            "<" + NS + "g1>",
            "<" + NS + "g2>",
            "<" + NS + "absent>",
            "<urn:x-arq:UnionGraph>",
            "<urn:x-arq:DefaultGraph>",
            "?g",
            "?g",
            "?g",
            "?a");

    private static final List<String> LITERALS = List.of(
            "1",
            "01",
            "1.0",
            "1.50",
            "2e0",
            "\"1\"",
            "true",
            "\"知识产权\"@zh",
            "\"𠮷林省\"@zh-Hans",
            "\"𠮷林省\"@ZH-hans",
            "\"office\"@en",
            "\"\"",
            "\"2023-09-09\"^^<http://www.w3.org/2001/XMLSchema#date>",
            "\"x\"^^<" + NS + "type>");

    private final Random random;

    RandomQuery(Random random) {
        this.random = random;
    }

    /** A quad of a graph, as N-Quads have it but for numbers. */
    String quad() {
        String object = random.nextInt(3) == 0 ? literal() : thing();
        return "GRAPH <" + NS + "g" + random.nextInt(3) + "> { " + thing() + " " + predicate() + " " + object + " }";
    }

    String query() {
        String where = group(2);
        return switch (random.nextInt(8)) {
            case 0 -> "SELECT DISTINCT ?a ?g { " + where + " }";
            case 1 -> "SELECT ?a (COUNT(*) AS ?n) (COUNT(DISTINCT ?b) AS ?m) { " + where + " } GROUP BY ?a";
            case 2 -> "SELECT * { { SELECT ?a ?b { " + where + " } } " + pattern() + " }";
            case 3 -> "SELECT ?a ?b ?c { " + where + " } ORDER BY ?a ?b ?c";
            default -> "SELECT * { " + where + " }";
        };
    }

    private String group(int depth) {
        StringBuilder text = new StringBuilder(triples());
        for (int parts = random.nextInt(3); depth > 0 && parts > 0; parts--) {
            text.append(part(depth - 1));
        }
        return text.toString();
    }

    private String part(int depth) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> " OPTIONAL { " + group(depth) + " } ";
            case 2 -> " { " + group(depth) + " } UNION { " + group(depth) + " } ";
            case 3 -> " MINUS { " + group(depth) + " } ";
            case 4, 5 -> " GRAPH " + one(GRAPHS) + " { " + group(depth) + " } ";
            case 6, 7, 8 -> " FILTER(" + filter(depth) + ") ";
            case 9 -> " " + node() + " " + path() + " " + node() + " . ";
            case 10 -> " VALUES (?a ?b) { (" + thing() + " " + literal() + ") (UNDEF " + thing() + ") } ";
            default -> " { " + group(depth) + " } ";
        };
    }

    private String filter(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> variable() + " = " + variable();
            case 1 -> variable() + " != " + thing();
            case 2 -> variable() + " >= 1";
            case 3 -> "isIRI(" + variable() + ") || BOUND(" + variable() + ")";
            case 4 -> "NOT EXISTS { " + group(depth) + " }";
            case 5 -> "EXISTS { " + group(depth) + " } && " + variable() + " = " + variable();
            case 6 -> variable() + " IN (" + thing() + ", " + literal() + ", " + thing() + ")";
            default -> "LANG(" + variable() + ") = \"zh\" || STRLEN(STR(" + variable() + ")) < 20";
        };
    }

    private String triples() {
        StringBuilder text = new StringBuilder();
        for (int triples = 1 + random.nextInt(3); triples > 0; triples--) {
            text.append(pattern());
        }
        return random.nextInt(4) == 0 ? " GRAPH " + one(GRAPHS) + " { " + text + " } " : text.toString();
    }

    private String pattern() {
        String verb = random.nextInt(4) == 0 ? "?p" : predicate();
        return node() + " " + verb + " " + (random.nextInt(5) == 0 ? literal() : node()) + " . ";
    }

    private String path() {
        Supplier<String> step = this::predicate;
        return switch (random.nextInt(6)) {
            case 0 -> step.get() + "+";
            case 1 -> step.get() + "*";
            case 2 -> "^" + step.get() + "/" + step.get();
            case 3 -> "(" + step.get() + "|" + step.get() + ")+";
            case 4 -> step.get() + "?";
            default -> "!(" + step.get() + "|^" + step.get() + ")";
        };
    }

    private String node() {
        return random.nextInt(3) == 0 ? thing() : variable();
    }

    private String variable() {
        return "?" + (char) ('a' + random.nextInt(4));
    }

    private String thing() {
        return "<" + NS + "s" + random.nextInt(9) + ">";
    }

    private String predicate() {
        return "<" + NS + "p" + random.nextInt(4) + ">";
    }

    private String literal() {
        return one(LITERALS);
    }

    private String one(List<String> all) {
        return all.get(random.nextInt(all.size()));
    }
}
