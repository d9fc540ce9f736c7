package org.zhice.server.sheet;

import java.util.ArrayList;
import java.util.List;
import org.zhice.server.web.Client;
import org.zhice.server.web.Problem;

/**
 * A field of the form above the tables.
 *
 * @param name of the parameter
 * @param options to choose from; none for a number that is typed in
 * @param value what is chosen
 */
public record Choice(String name, String label, List<Option> options, String value) {
    public Choice {
        options = List.copyOf(options);
    }

    /** What can be chosen. */
    public record Option(String value, String text) {}

    /** Years to choose from. */
    public static Choice years(String name, String label, List<String> years, String chosen) {
        return new Choice(
                name, label, years.stream().map(year -> new Option(year, year)).toList(), chosen);
    }

    /** One of some values, or all. */
    public static Choice oneOrAll(String name, String label, String all, List<Option> options, String chosen) {
        List<Option> more = new ArrayList<>(List.of(new Option("", all)));
        more.addAll(options);
        return new Choice(name, label, more, chosen);
    }

    /** A number. */
    public static Choice number(String name, String label, int value) {
        return new Choice(name, label, List.of(), Integer.toString(value));
    }

    /**
     * The value of a parameter.
     *
     * @param otherwise for whoever gives none
     * @throws Problem 400 if it is none of those that are possible
     */
    public static String asked(Client client, String name, List<String> possible, String otherwise) {
        return client.only(name)
                .map(value -> {
                    if (!possible.contains(value)) {
                        throw Problem.option(name, value, String.join(", ", possible));
                    }
                    return value;
                })
                .orElse(otherwise);
    }
}
