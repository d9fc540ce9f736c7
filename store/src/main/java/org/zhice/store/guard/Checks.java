package org.zhice.store.guard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.QueryException;
import org.apache.jena.sparql.expr.ExprEvalException;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.RegexEngine;
import org.apache.jena.sparql.expr.nodevalue.NodeValueOps;
import org.apache.lucene.util.UnicodeUtil;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;

/**
 * Functions of SPARQL that can take very long, or make very much of little: with a look at the arguments before and at the
 * value after they are worked out. Each gives what the plain one gives, or ends the query.
 */
final class Checks {
    private static final double BITS_A_DIGIT = Math.log(10) / Math.log(2);
    private static final Pattern COUNTED = Pattern.compile("\\{(?:[0-9]+,)?([0-9]+),?\\}");

    /** Comparisons of characters that a search for one text in another may take without a look at the clock. */
    private static final long SHORT_SEARCH = 1_000_000_000L;

    private static final int PIECE = 1_000;

    private final QueryMeter meter;

    Checks(QueryMeter meter) {
        this.meter = meter;
    }

    /** A function of which only the arguments and the value are looked at. */
    @FunctionalInterface
    interface Plain extends Function<List<NodeValue>, NodeValue> {}

    /** A function that is looked after. */
    @FunctionalInterface
    interface Check {
        /**
         * Its value.
         *
         * @param plain works the value out as ARQ does
         */
        NodeValue value(List<NodeValue> args, Plain plain);
    }

    /** Its value may be longer than its arguments. */
    NodeValue growing(List<NodeValue> args, Plain plain) {
        meter.check();
        return requireShort(safely(args, plain));
    }

    /** Java copies the whole text at each letter that becomes two, so a long one is taken in pieces. */
    NodeValue upper(List<NodeValue> args, Plain plain) {
        if (length(args.get(0)) <= PIECE) {
            return growing(args, plain);
        }
        Node node = NodeValueOps.checkAndGetStringLiteral("UCASE", args.get(0));
        String text = node.getLiteralLexicalForm();
        StringBuilder upper = new StringBuilder();
        for (int from = 0, to; from < text.length(); from = to) {
            meter.check();
            to = Math.min(from + PIECE, text.length());
            to += to < text.length() && Character.isLowSurrogate(text.charAt(to)) ? 1 : 0;
            upper.append(text.substring(from, to).toUpperCase(Locale.ROOT));
        }
        return requireShort(like(node, upper.toString()));
    }

    /** The one letter that becomes two is taken beforehand. */
    NodeValue lower(List<NodeValue> args, Plain plain) {
        if (length(args.get(0)) <= PIECE) {
            return growing(args, plain);
        }
        Node node = NodeValueOps.checkAndGetStringLiteral("LCASE", args.get(0));
        meter.check();
        String text = node.getLiteralLexicalForm().replace("\u0130", "i\u0307");
        return requireShort(like(node, text.toLowerCase(Locale.ROOT)));
    }

    NodeValue concat(List<NodeValue> args, Plain plain) {
        requireLength(args.stream().mapToLong(Checks::length).sum());
        return growing(args, plain);
    }

    NodeValue contains(List<NodeValue> args, Plain plain) {
        return isLong(args) ? NodeValue.booleanReturn(found(args).find()) : safely(args, plain);
    }

    NodeValue before(List<NodeValue> args, Plain plain) {
        return isLong(args) ? part(args, (text, found) -> text.substring(0, found.start())) : safely(args, plain);
    }

    NodeValue after(List<NodeValue> args, Plain plain) {
        return isLong(args) ? part(args, (text, found) -> text.substring(found.end())) : safely(args, plain);
    }

    /** Searching one long text in another may take the product of both. */
    private static boolean isLong(List<NodeValue> args) {
        return (long) length(args.get(0)) * length(args.get(1)) > SHORT_SEARCH;
    }

    private Matcher found(List<NodeValue> args) {
        NodeValueOps.checkTwoArgumentStringLiterals("search", args.get(0), args.get(1));
        Pattern searched = Pattern.compile(text("search", args.get(1)), Pattern.LITERAL);
        return searched.matcher(new PatientText(text("search", args.get(0)), meter));
    }

    private NodeValue part(List<NodeValue> args, BiFunction<String, Matcher, String> part) {
        Matcher found = found(args);
        Node whole = args.get(0).asNode();
        return found.find() ? like(whole, part.apply(whole.getLiteralLexicalForm(), found)) : NodeValue.nvEmptyString;
    }

    /** A text with the language and the type of another. */
    private static NodeValue like(Node other, String text) {
        return NodeValue.makeNode(
                NodeFactory.createLiteral(text, other.getLiteralLanguage(), other.getLiteralDatatype()));
    }

    NodeValue regex(List<NodeValue> args, Plain plain) {
        String text = text("REGEX", args.get(0));
        Pattern pattern = pattern("REGEX", args.get(1), args.size() > 2 ? args.get(2) : null);
        return NodeValue.booleanReturn(
                deep(() -> pattern.matcher(new PatientText(text, meter)).find()));
    }

    NodeValue replace(List<NodeValue> args, Plain plain) {
        Node node = NodeValueOps.checkAndGetStringLiteral("REPLACE", args.get(0));
        Pattern pattern = pattern("REPLACE", args.get(1), args.size() > 3 ? args.get(3) : null);
        String by = text("REPLACE", args.get(2));
        String before = node.getLiteralLexicalForm();
        String after = deep(() -> replaced(pattern.matcher(new PatientText(before, meter)), by));
        return after.equals(before) ? args.get(0) : requireShort(like(node, after));
    }

    /** As ARQ does it: an empty match counts only if it is the first. */
    private String replaced(Matcher matcher, String by) {
        StringBuilder whole = new StringBuilder();
        try {
            for (boolean first = true; matcher.find(); first = false) {
                if (first || matcher.start() != matcher.end()) {
                    matcher.appendReplacement(whole, by);
                    requireLength(whole.length());
                }
            }
            return matcher.appendTail(whole).toString();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            throw new ExprEvalException("REPLACE", e);
        }
    }

    NodeValue product(List<NodeValue> args, Plain plain) {
        if (args.stream().allMatch(NodeValue::isDecimal)) {
            requireDigits(args.stream().mapToLong(Checks::digits).sum());
        }
        return time(args, plain);
    }

    /** Of durations, or of what can be one. */
    NodeValue time(List<NodeValue> args, Plain plain) {
        NodeValue value = safely(args, plain);
        Durations.require(value, meter.limits());
        return value;
    }

    NodeValue power(List<NodeValue> args, Plain plain) {
        if (args.size() == 2 && args.stream().allMatch(NodeValue::isInteger)) {
            double exponent = args.get(1).getInteger().doubleValue();
            requireDigits((long) (digits(args.get(0)) * Math.max(0, exponent)));
        }
        return safely(args, plain);
    }

    /** To so many digits after the point, which are made even if they are all zero. */
    NodeValue rounding(List<NodeValue> args, Plain plain) {
        if (args.size() == 2 && args.get(1).isInteger()) {
            requireDigits(Math.abs((long) args.get(1).getInteger().doubleValue()));
        }
        return safely(args, plain);
    }

    /** Reading a number takes the square of its digits. */
    NodeValue number(List<NodeValue> args, Plain plain) {
        if (!args.isEmpty() && !args.get(0).isNumber()) {
            requireDigits(length(args.get(0)));
        }
        return time(args, plain);
    }

    NodeValue typed(List<NodeValue> args, Plain plain) {
        RDFDatatype type = TypeMapper.getInstance().getTypeByName(args.get(1).asString());
        return type instanceof XSDDatatype && !type.equals(XSDDatatype.XSDstring)
                ? number(args, plain)
                : safely(args, plain);
    }

    /** Of a tag that is none Jena makes a fault of the program. */
    NodeValue tagged(List<NodeValue> args, Plain plain) {
        if (!WrittenArguments.isLanguage(args.get(1).asString())) {
            throw new ExprEvalException("STRLANG: no language tag");
        }
        return safely(args, plain);
    }

    /** What Jena does not expect, such as a number that is too large for it, is an error in the query. */
    private static NodeValue safely(List<NodeValue> args, Plain plain) {
        try {
            return plain.apply(args);
        } catch (QueryException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new ExprEvalException(String.valueOf(e.getMessage()), e);
        }
    }

    /** Some expressions go as deep as the text is long. */
    private static <T> T deep(Supplier<T> match) {
        try {
            return match.get();
        } catch (StackOverflowError e) {
            throw new QueryCostException(Cost.DEPTH, 0);
        }
    }

    /** At the end of a text a pattern can be tried for long without a look at any character, and so at the clock. */
    private Pattern pattern(String function, NodeValue pattern, NodeValue flags) {
        String text = text(function, pattern);
        require(text.length(), Cost.PATTERN, meter.limits().pattern());
        double repetitions = COUNTED.matcher(text)
                .results()
                .mapToDouble(count -> Double.parseDouble(count.group(1)))
                .reduce(1, (one, other) -> one * Math.max(1, other));
        require((long) repetitions, Cost.REPETITIONS, meter.limits().repetitions());
        Pattern compiled = RegexEngine.makePattern(function, text, flags == null ? null : text(function, flags));
        double steps = IdleSteps.of(compiled.pattern(), (compiled.flags() & Pattern.COMMENTS) != 0);
        require((long) steps, Cost.IDLE, meter.limits().idleSteps());
        return compiled;
    }

    private static String text(String function, NodeValue value) {
        return NodeValueOps.checkAndGetStringLiteral(function, value).getLiteralLexicalForm();
    }

    private static int length(NodeValue value) {
        return value.asNode().isLiteral()
                ? value.asNode().getLiteralLexicalForm().length()
                : 0;
    }

    private static long digits(NodeValue number) {
        if (number.isInteger()) {
            return (long) (number.getInteger().bitLength() / BITS_A_DIGIT) + 1;
        }
        BigDecimal decimal = number.getDecimal();
        return Math.max(decimal.precision(), Math.abs((long) decimal.scale()));
    }

    private void requireDigits(long digits) {
        require(digits, Cost.NUMBER, meter.limits().digits());
    }

    private static void require(long found, Cost cost, int allowed) {
        if (found > allowed) {
            throw new QueryCostException(cost, allowed);
        }
    }

    private NodeValue requireShort(NodeValue value) {
        if (value.hasNode() || value.isString() || value.isLangString()) {
            Node node = value.asNode();
            if (node.isLiteral()) {
                requireBytes(node.getLiteralLexicalForm());
            }
        }
        return value;
    }

    private void requireBytes(String text) {
        requireLength(text.length());
        int bytes = UnicodeUtil.calcUTF16toUTF8Length(text, 0, text.length());
        requireLength(bytes);
    }

    private void requireLength(long length) {
        require(length, Cost.VALUE, meter.limits().valueBytes());
    }
}
