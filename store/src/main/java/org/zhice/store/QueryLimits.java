package org.zhice.store;

import java.util.Map;
import org.apache.jena.rdf.model.Model;

/**
 * What one query may cost beside its time, as {@code fuseki-config/zhice.ttl} says it.
 *
 * @param characters the longest text of a query
 * @param elements the most patterns and expressions in it
 * @param bindings the most values that it gives a name to with AS
 * @param nesting how deep brackets and expressions may stand in each other
 * @param exists how deep EXISTS may stand in EXISTS: each step doubles the work of planning
 * @param pathSteps the most steps of one property path
 * @param list the most members of a list: of IN, of the arguments of a function, of keys to sort or to group by
 * @param values the most terms in VALUES
 * @param branches the most branches of UNION
 * @param offset the most rows that OFFSET skips
 * @param sorted the most rows that LIMIT and OFFSET together ask of a sorted answer
 * @param valueBytes the longest text that a function may make
 * @param digits the most digits of a number
 * @param pattern the longest regular expression
 * @param repetitions how often its counted repetitions may repeat, all multiplied
 * @param idleSteps how many steps it may take at one place without reading a character
 * @param durationDays the longest duration
 * @param answerCharacters the most characters of all terms of an answer
 * @param heldBytes what one query may hold in memory: rows of its answer, rows to be sorted, grouped or joined
 * @param allHeldBytes what all running queries together may hold
 */
public record QueryLimits(
        int characters,
        int elements,
        int bindings,
        int nesting,
        int exists,
        int pathSteps,
        int list,
        int values,
        int branches,
        int offset,
        int sorted,
        int valueBytes,
        int digits,
        int pattern,
        int repetitions,
        int idleSteps,
        int durationDays,
        int answerCharacters,
        int heldBytes,
        int allHeldBytes) {
    /** @throws IllegalStateException if a configuration does not give each limit once */
    static QueryLimits read(Model config) {
        return new QueryLimits(
                Limits.number(config, "queryCharacters"),
                Limits.number(config, "queryElements"),
                Limits.number(config, "queryBindings"),
                Limits.number(config, "queryNesting"),
                Limits.number(config, "existsNesting"),
                Limits.number(config, "pathSteps"),
                Limits.number(config, "listMembers"),
                Limits.number(config, "valuesTerms"),
                Limits.number(config, "unionBranches"),
                Limits.number(config, "offsetRows"),
                Limits.number(config, "sortedRows"),
                Limits.number(config, "valueBytes"),
                Limits.number(config, "numberDigits"),
                Limits.number(config, "patternCharacters"),
                Limits.number(config, "patternRepetitions"),
                Limits.number(config, "patternIdleSteps"),
                Limits.number(config, "durationDays"),
                Limits.number(config, "answerCharacters"),
                Limits.number(config, "heldBytes"),
                Limits.number(config, "allHeldBytes"));
    }

    /** The same for a query that may hold and answer what it wants. */
    QueryLimits holdingAll() {
        return new QueryLimits(
                characters,
                elements,
                bindings,
                nesting,
                exists,
                pathSteps,
                list,
                values,
                branches,
                offset,
                sorted,
                valueBytes,
                digits,
                pattern,
                repetitions,
                idleSteps,
                durationDays,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE,
                Integer.MAX_VALUE);
    }

    /** Each by the name that it has in the configuration. */
    Map<String, Integer> byName() {
        return Map.ofEntries(
                Map.entry("queryCharacters", characters),
                Map.entry("queryElements", elements),
                Map.entry("queryBindings", bindings),
                Map.entry("queryNesting", nesting),
                Map.entry("existsNesting", exists),
                Map.entry("pathSteps", pathSteps),
                Map.entry("listMembers", list),
                Map.entry("valuesTerms", values),
                Map.entry("unionBranches", branches),
                Map.entry("offsetRows", offset),
                Map.entry("sortedRows", sorted),
                Map.entry("valueBytes", valueBytes),
                Map.entry("numberDigits", digits),
                Map.entry("patternCharacters", pattern),
                Map.entry("patternRepetitions", repetitions),
                Map.entry("patternIdleSteps", idleSteps),
                Map.entry("durationDays", durationDays),
                Map.entry("answerCharacters", answerCharacters),
                Map.entry("heldBytes", heldBytes),
                Map.entry("allHeldBytes", allHeldBytes));
    }
}
