package org.zhice.loader.tables;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.atlas.lib.IRILib;

/**
 * An IRI with columns in braces, as {@code aboutUrl} and {@code valueUrl} of CSV on the Web are written (RFC 6570): {@code
 * {id}} is percent-encoded where an IRI needs it, {@code {+path}} stays as it is.
 */
record UrlTemplate(String text) {
    private static final Pattern COLUMN = Pattern.compile("\\{(\\+?)(\\w+)}");

    List<String> columns() {
        return COLUMN.matcher(text).results().map(UrlTemplate::name).toList();
    }

    /** The IRI of a row; none if one of its cells is empty. */
    Optional<String> fill(UnaryOperator<String> cells) {
        if (columns().stream().anyMatch(column -> cells.apply(column).isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(COLUMN.matcher(text).replaceAll(column -> {
            String cell = cells.apply(name(column));
            return Matcher.quoteReplacement(column.group(1).isEmpty() ? IRILib.encodeUriComponent(cell) : cell);
        }));
    }

    private static String name(MatchResult column) {
        return column.group(2);
    }
}
