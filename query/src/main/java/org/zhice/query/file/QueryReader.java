package org.zhice.query.file;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.Syntax;
import org.apache.jena.sys.JenaSystem;
import org.zhice.query.About;
import org.zhice.query.Parameter;
import org.zhice.query.ParameterType;
import org.zhice.query.SavedQuery;
import org.zhice.query.SyntaxError;
import org.zhice.query.ValueList;
import org.zhice.query.expect.Expectation;
import org.zhice.query.expect.Expected;
import org.zhice.store.Label;

/** Turns a query file into a saved query, or refuses it with the place and the reason. */
final class QueryReader {
    static {
        JenaSystem.init();
    }

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    /** Names that the addresses of the pages use for themselves. */
    private static final Set<String> RESERVED = Set.of("evidence", "format", "lang", "page", "query", "spreadsheet");

    /** Columns that pages add to an answer. */
    private static final List<String> ADDED = List.of("evidence", "evidence_source");

    private final QueryFile file;
    private final Header header;
    private final Query query;

    private QueryReader(QueryFile file) {
        this.file = file;
        this.header = Header.of(file);
        this.query = parse(file);
    }

    static SavedQuery read(QueryFile file) {
        return new QueryReader(file).read();
    }

    private SavedQuery read() {
        if (!ID.matcher(file.id()).matches()) {
            throw file.refusal(1, "the file name must be lower-case words joined by hyphens");
        }
        List<Parameter> parameters =
                header.params().stream().map(this::parameter).toList();
        requireDistinct(parameters);
        new QueryRules(file, query, header.status()).check(parameters);
        ADDED.stream().filter(query.getResultVars()::contains).findFirst().ifPresent(column -> {
            throw file.refusal(column, "?" + column + " cannot be a column: pages add one of that name");
        });
        return new SavedQuery(
                file.id(), file.need(), about(), parameters, expected(), file.text(), file.sparql(), query);
    }

    private About about() {
        return new About(
                header.title(),
                header.question(),
                columns(),
                header.tags(),
                header.askedBy(),
                header.status(),
                header.reason(),
                header.chart(),
                roles());
    }

    private static Query parse(QueryFile file) {
        try {
            return QueryFactory.create(file.text(), Syntax.syntaxSPARQL_11);
        } catch (QueryException e) {
            SyntaxError error = SyntaxError.of(e, file.text());
            throw file.refusal(error.line(), "not SPARQL 1.1: " + error.reason());
        }
    }

    private Parameter parameter(Map<?, ?> entry) {
        String name = Header.text(entry.get("name"));
        if (!VARIABLE.matcher(name).matches() || RESERVED.contains(name)) {
            throw file.refusal(name, "\"" + name + "\" cannot be the name of a parameter");
        }
        String type = Header.text(entry.get("type"));
        ParameterType known = ParameterType.of(type)
                .orElseThrow(() -> file.refusal(
                        type, "\"" + type + "\" is no type; expected year, integer, text or a kind of thing"));
        Parameter parameter = new Parameter(
                name,
                known,
                header.label(entry.get("label"), name),
                Header.text(entry.get("default")),
                "true".equals(Header.text(entry.get("required"))),
                values(known, Header.text(entry.get("values"))));
        if (!parameter.hasGoodDefault()) {
            throw file.refusal("default", "the default of " + name + " is not " + known.expected());
        }
        return parameter;
    }

    private Optional<ValueList> values(ParameterType type, String text) {
        if (text.isEmpty()) {
            return type.valueList();
        }
        try {
            return Optional.of(ValueList.of(text, query.getPrefixMapping()));
        } catch (QueryException | IllegalArgumentException e) {
            throw file.refusal("values", "values: " + e.getMessage().replaceAll("\\s+", " "));
        }
    }

    /** One name serves the two columns of a text in both languages. */
    private Map<String, Label> columns() {
        Map<String, Label> columns = header.columns();
        requireColumns(columns.keySet());
        return columns;
    }

    private Map<String, String> roles() {
        Map<String, String> roles = header.roles();
        requireColumns(roles.keySet());
        return roles;
    }

    private void requireColumns(Set<String> names) {
        for (String column : names) {
            if (Stream.of("", "_en", "_zh")
                    .noneMatch(end -> query.getResultVars().contains(column + end))) {
                throw file.refusal(column, "the query has no column ?" + column);
            }
        }
    }

    private Expected expected() {
        String says = header.expect();
        String csv = csv(says);
        return new Expected(
                says, csv, says.isEmpty() ? Optional.empty() : Optional.of(rule(says, csv)), header.restsOn());
    }

    /** The content of the file that an expectation names; empty if it names none. */
    private String csv(String says) {
        String name = file.id() + ".expected.csv";
        boolean isFile = says.equals(name) || says.equals("contains " + name);
        if (!isFile && !says.isEmpty() && !Expectation.COUNT.matcher(says).matches()) {
            throw file.refusal(
                    "expect",
                    "expect: empty, non-empty, a number of rows, low..high, " + name + " or contains " + name);
        }
        return isFile ? file.beside(name) : "";
    }

    private Expectation rule(String says, String csv) {
        try {
            Expectation rule = Expectation.of(says, csv);
            rule.requireColumns(query.getResultVars());
            return rule;
        } catch (IllegalArgumentException e) {
            throw file.refusal("expect", "expect: " + e.getMessage());
        }
    }

    private void requireDistinct(List<Parameter> parameters) {
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : parameters) {
            if (!seen.add(parameter.name())) {
                throw file.refusal(parameter.name(), "parameter " + parameter.name() + " is declared twice");
            }
        }
    }
}
