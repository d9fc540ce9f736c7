package org.zhice.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.zhice.query.QueryTokens.Place;
import org.zhice.query.SyntaxError.Fault;

/**
 * Reads what Jena's parser says. It knows the place of the token before the wrong one, or none at all; its message knows more,
 * but speaks of the numbers of characters and of all tokens that could have stood there.
 */
record ParserMessage(String message, QueryTokens tokens) {
    private static final Pattern PLACE = Pattern.compile("at line (\\d+), column (\\d+)");
    private static final Pattern AFTER = Pattern.compile("after prefix \"(.*)\"", Pattern.DOTALL);
    private static final Pattern EXPECTED = Pattern.compile("\\s(?:\"([^\"\\\\]+)\"|<([A-Za-z_0-9]+)>)(?=\\s)");
    private static final Pattern VARIABLE = Pattern.compile("[?$]([\\w\\x{80}-\\x{10FFFF}]+)");
    private static final Pattern ESCAPED = Pattern.compile("\\\\u([0-9a-f]{4})");

    /** What is wrong with a regular expression, then the expression, then a mark below the place. */
    private static final Pattern EXPRESSION =
            Pattern.compile("^(?i:REGEX|REPLACE) pattern exception: [^\\n]*\\R(.*?)(?:\\R *\\^)?$", Pattern.DOTALL);

    private static final int MOST_EXPECTED = 14;

    /** Begin of a message and what it means; those about a variable name it. */
    private static final List<Rule> RULES = List.of(
            new Rule("Unresolved prefixed name: (\\S+)", Fault.PREFIX),
            new Rule("(?:.*: )?Variable used when already in-scope: (\\S+)", Fault.ASSIGNED),
            new Rule("(?:BIND|VALUES|SELECT): Variable (\\S+) defined", Fault.ASSIGNED),
            new Rule("Duplicate variable in result projection '(\\S+)'", Fault.ASSIGNED),
            new Rule("Attempt to reassign '(\\S+)'", Fault.ASSIGNED),
            new Rule("Duplicate variable: (\\S+)", Fault.ASSIGNED),
            new Rule("Non-group key variable in SELECT: (\\S+)", Fault.UNGROUPED),
            new Rule(
                    "(?:SERVICE: )?Variable (?:used in expression is not|not already) in-scope: (\\S+)", Fault.UNKNOWN),
            new Rule("SELECT (\\*) not legal with GROUP BY", Fault.STAR),
            new Rule("Mismatch: (\\d+) variables but (\\d+) values", Fault.VALUES),
            new Rule("Blank node label reuse not allowed at this point: (\\S+)", Fault.BLANK),
            new Rule("Aggregate expression not legal at this point(?: : (\\S+))?", Fault.AGGREGATE),
            new Rule("Nested aggregate in expression not legal()", Fault.AGGREGATE),
            new Rule("(?:REGEX|REPLACE) flags: (.*)", Fault.FLAGS),
            new Rule("REGEX: Only .* got \"(.*)\"", Fault.FLAGS),
            new Rule("Unsupported flag in regex modifiers: (.)", Fault.FLAGS),
            new Rule("STRLANG language tag: (.*)", Fault.TAG),
            new Rule("Number '(\\d+)' is a valid number", Fault.OTHER));

    private record Rule(Pattern pattern, Fault fault) {
        Rule(String pattern, Fault fault) {
            this(Pattern.compile(pattern), fault);
        }
    }

    SyntaxError read(QueryException e) {
        Matcher place = PLACE.matcher(message);
        if (!place.find()) {
            return semantic(e);
        }
        int line = Integer.parseInt(place.group(1));
        int column = Integer.parseInt(place.group(2));
        return message.startsWith("Lexical error") ? lexical(line, column) : token(line, column);
    }

    private SyntaxError token(int line, int column) {
        Optional<String> found = tokens.at(line, column);
        return found.isEmpty() || message.startsWith("Encountered \"<EOF>\"")
                ? error(tokens.end(), Fault.END, "", expected())
                : error(new Place(line, column), Fault.TOKEN, found.get(), expected());
    }

    /** A prefix is what was read of a token before the character that does not belong to it. */
    private SyntaxError lexical(int line, int column) {
        Matcher after = AFTER.matcher(message);
        String begun = after.find() ? plain(after.group(1)) : "";
        Place start = new Place(line, Math.max(1, column - begun.length()));
        String rest = tokens.rest(line, start.column());
        if (begun.matches("(?s)[\"'].*")) {
            return begun.endsWith("\\") && !rest.isEmpty() && rest.length() > begun.length()
                    ? error(
                            new Place(line, column - 1),
                            Fault.ESCAPE,
                            rest.substring(begun.length() - 1, begun.length() + 1),
                            "")
                    : error(begun.contains("\n") ? tokens.end() : start, Fault.OPEN, begun, "");
        }
        return rest.isEmpty() ? last(line, column) : character(start, rest);
    }

    /** The parser is already past a character that it cannot read if the text ends with it. */
    private SyntaxError last(int line, int column) {
        Place place = tokens.before(line, column);
        String rest = tokens.rest(line, place.column());
        return rest.isEmpty() ? error(place, Fault.END, "", expected()) : character(place, rest);
    }

    private SyntaxError character(Place place, String rest) {
        int wrong = rest.codePointAt(0);
        String like = Lookalikes.of(wrong);
        if (!like.isEmpty()) {
            return error(place, Fault.LOOKALIKE, Lookalikes.shown(wrong), like);
        }
        return Character.isLetter(wrong)
                ? error(place, Fault.WORD, rest.replaceFirst("(?s)[^\\p{L}\\p{N}_-].*", ""), "")
                : error(place, Fault.CHARACTER, Lookalikes.shown(wrong), "");
    }

    private SyntaxError semantic(QueryException e) {
        Matcher expression = EXPRESSION.matcher(message);
        if (expression.find()) {
            return written(Fault.PATTERN, expression.group(1));
        }
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern().matcher(said());
            if (matcher.lookingAt()) {
                String found = Optional.ofNullable(matcher.group(1)).orElse("");
                String expected = matcher.groupCount() > 1 ? matcher.group(2) : "";
                return error(
                        given(e).or(() -> place(rule.fault(), found)).orElse(new Place(1, 1)),
                        rule.fault(),
                        found,
                        expected);
            }
        }
        Place place = given(e).or(this::placeOfWord).orElse(new Place(1, 1));
        return error(place, Fault.OTHER, said(), "");
    }

    private SyntaxError written(Fault fault, String found) {
        return error(place(fault, found).orElse(new Place(1, 1)), fault, found, "");
    }

    private Optional<Place> place(Fault fault, String found) {
        return switch (fault) {
            case ASSIGNED -> tokens.assigned(found);
            case PATTERN, FLAGS, TAG -> tokens.text(found).or(this::placeOfWord);
            default -> tokens.first(found);
        };
    }

    /** A wrong pattern is found as the query is read; the message does not say where. */
    private Optional<Place> placeOfWord() {
        return message.matches("(?is)(?:REGEX|REPLACE|Unsupported flag).*")
                ? tokens.first("REGEX").or(() -> tokens.first("REPLACE"))
                : placeOfVariable();
    }

    private Optional<Place> placeOfVariable() {
        Matcher variable = VARIABLE.matcher(message);
        return variable.find() ? tokens.first("?" + variable.group(1)) : Optional.empty();
    }

    private static Optional<Place> given(QueryException e) {
        return e instanceof QueryParseException parse && parse.getLine() > 0
                ? Optional.of(new Place(parse.getLine(), Math.max(1, parse.getColumn())))
                : Optional.empty();
    }

    private SyntaxError error(Place place, Fault fault, String found, String expected) {
        Place counted = tokens.counted(place.line(), place.column());
        return new SyntaxError(counted.line(), counted.column(), fault, found, expected, said());
    }

    /** The message in one line, without its place and without the tokens that could have stood there. */
    private String said() {
        return message.replaceAll("(?s)\\s*Was expecting.*", "")
                .replaceAll("\\s+", " ")
                .replaceAll("\\b(?:[a-z]+\\.)+\\w+(?:Exception|Error): ", "")
                .replaceFirst("^(?:Line -?\\d+, column -?\\d+|\\[line: -?\\d+, col: -?\\d+\\]):? ", "");
    }

    private String expected() {
        List<String> all = new ArrayList<>();
        Matcher expected = EXPECTED.matcher(message.replaceFirst("(?s)^.*?Was expecting", "") + " ");
        while (expected.find()) {
            all.add(expected.group(1) != null ? expected.group(1).toUpperCase(Locale.ROOT) : shown(expected.group(2)));
        }
        String some = all.stream().distinct().limit(MOST_EXPECTED).collect(Collectors.joining("  "));
        return all.stream().distinct().count() > MOST_EXPECTED ? some + "  …" : some;
    }

    /** As it is written in a query. */
    private static String shown(String token) {
        return switch (token) {
            case "VAR1", "VAR2" -> "?variable";
            case "IRIref" -> "<iri>";
            case "PNAME_NS", "PNAME_LN" -> "prefix:name";
            case "BLANK_NODE_LABEL" -> "_:label";
            case "NIL" -> "()";
            case "ANON" -> "[]";
            case "LANGTAG" -> "@en";
            case "EOF" -> "(end)";
            default ->
                token.startsWith("STRING") ? "\"text\"" : token.matches("(INTEGER|DECIMAL|DOUBLE).*") ? "1" : token;
        };
    }

    private static String plain(String escaped) {
        String text = ESCAPED.matcher(escaped)
                .replaceAll(code -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(code.group(1), 16))));
        return text.replace("\\\"", "\"")
                .replace("\\'", "'")
                .replace("\\n", "\n")
                .replace("\\r", "\r")
                .replace("\\t", "\t")
                .replace("\\\\", "\\");
    }
}
