package org.zhice.query;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.zhice.query.BadParameterException.Reason;
import org.zhice.store.Label;
import org.zhice.store.Names;
import org.zhice.store.Release;

/**
 * A parameter of a saved query: a variable of its SPARQL that the user gives.
 *
 * @param name the name of the variable
 * @param type what it is
 * @param label its name for people
 * @param defaultValue the text used when none is given; empty if there is none
 * @param required whether the query makes no sense without it
 * @param values the values it may take; empty if any value of the type will do
 */
public record Parameter(
        String name,
        ParameterType type,
        Label label,
        String defaultValue,
        boolean required,
        Optional<ValueList> values) {

    /** The values it may take in a release, in the order to show; empty if any value of the type will do. */
    public List<Choice> choices(Release release) {
        return values.map(list -> list.choices(release)).orElse(List.of());
    }

    /** The variable that its value takes the place of. */
    public Var variable() {
        return Var.alloc(name);
    }

    /**
     * The RDF term for a text that a user gave.
     *
     * @param given the text; null or blank for none
     * @return empty if nothing is given, there is no default, and it is not required
     * @throws BadParameterException if the text is no value of this parameter
     */
    Optional<Node> bind(Release release, String given) {
        String text = given == null || isBlank(given) ? defaultValue : given;
        if (text.isEmpty()) {
            if (required) {
                throw refusal(Reason.MISSING, "", choices(release));
            }
            return Optional.empty();
        }
        return Optional.of(values.isPresent() ? chosen(release, text) : term(text));
    }

    /** A text without bounds may consist of what nobody sees. */
    private boolean isBlank(String given) {
        return given.isBlank()
                || ((values.isPresent() || type.isNumber())
                        && Names.visible(given).isEmpty());
    }

    private Node chosen(Release release, String given) {
        String text = type.isNumber() ? digits(given).orElse(given) : Names.visible(given);
        List<Choice> choices = choices(release);
        Optional<Choice> identified =
                choices.stream().filter(choice -> choice.isIdentifiedBy(text)).findFirst();
        return identified.orElseGet(() -> named(choices, text)).value();
    }

    private Choice named(List<Choice> choices, String text) {
        String key = Names.key(text);
        List<Choice> found =
                choices.stream().filter(choice -> choice.isNamed(key)).toList();
        if (found.isEmpty()) {
            throw refusal(Reason.NO_MATCH, text, choices);
        }
        if (found.size() > 1) {
            throw refusal(Reason.AMBIGUOUS, text, found);
        }
        return found.get(0);
    }

    private Node term(String text) {
        if (!type.isNumber()) {
            return text(text);
        }
        return digits(text)
                .map(digits -> NodeFactory.createLiteralDT(digits, XSDDatatype.XSDinteger))
                .orElseThrow(() -> refusal(Reason.NO_MATCH, text, List.of()));
    }

    /** Half a character has no UTF-8: sent to another store it would be another text. */
    private Node text(String text) {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw refusal(Reason.NO_MATCH, text, List.of());
        }
        return NodeFactory.createLiteralString(text);
    }

    /** Digits of any script are read, such as full-width ones. */
    private static Optional<String> digits(String text) {
        return Optional.of(Names.visible(text))
                .filter(number -> number.matches("[+-]?\\p{Nd}{1,18}"))
                .map(number -> new BigInteger(number).toString());
    }

    /** Whether the default can be a value of the type; a name is looked up only when the query runs. */
    public boolean hasGoodDefault() {
        return defaultValue.isEmpty()
                || !type.isNumber()
                || digits(defaultValue).isPresent();
    }

    private BadParameterException refusal(Reason reason, String found, List<Choice> choices) {
        return new BadParameterException(reason, name, found, type.expected(), choices);
    }
}
