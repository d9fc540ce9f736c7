package org.zhice.store.guard;

import java.util.Map;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeConstants.Field;
import javax.xml.datatype.Duration;
import org.apache.jena.sparql.expr.NodeValue;
import org.zhice.store.QueryCostException;
import org.zhice.store.QueryCostException.Cost;
import org.zhice.store.QueryLimits;

/** Durations that are short enough to be compared and added to a date: Java and Jena go month by month through each. */
public final class Durations {
    private static final Map<Field, Double> DAYS = Map.of(
            DatatypeConstants.YEARS,
            366.0,
            DatatypeConstants.MONTHS,
            31.0,
            DatatypeConstants.DAYS,
            1.0,
            DatatypeConstants.HOURS,
            1.0 / 24,
            DatatypeConstants.MINUTES,
            1.0 / 1_440,
            DatatypeConstants.SECONDS,
            1.0 / 86_400);

    private Durations() {}

    /**
     * Looks at a value that may be a duration.
     *
     * @throws QueryCostException if it is one that is too long
     */
    public static void require(NodeValue value, QueryLimits limits) {
        if (value.isDuration() && days(value.getDuration()) > limits.durationDays()) {
            throw new QueryCostException(Cost.DURATION, limits.durationDays());
        }
    }

    private static double days(Duration duration) {
        return DAYS.entrySet().stream()
                .filter(field -> duration.isSet(field.getKey()))
                .mapToDouble(field -> duration.getField(field.getKey()).doubleValue() * field.getValue())
                .sum();
    }
}
