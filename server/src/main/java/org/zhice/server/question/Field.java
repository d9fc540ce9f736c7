package org.zhice.server.question;

import java.util.List;
import org.zhice.query.Choice;
import org.zhice.query.Parameter;
import org.zhice.server.web.Language;
import org.zhice.store.Release;

/**
 * A parameter of a saved query in the form.
 *
 * @param value as it was given, or the default
 * @param kind of which its values are things; null if they are none
 * @param listed whether one of the options is to be chosen, not a text to be written
 * @param wrong whether its value was refused
 */
record Field(
        String name,
        String label,
        String value,
        boolean required,
        boolean hasDefault,
        String kind,
        boolean listed,
        List<Option> options,
        boolean wrong) {
    /** A value to choose. */
    record Option(String id, String label, boolean selected) {}

    /** The field of a parameter with what was given for it; blank if nothing was. */
    static Field of(Parameter parameter, String given, boolean wrong, Release release, Language language) {
        String value = given.isBlank() ? parameter.defaultValue() : given;
        return new Field(
                parameter.name(),
                parameter.label().in(language.tag()),
                value,
                parameter.required(),
                !parameter.defaultValue().isEmpty(),
                parameter.type().isKind() ? parameter.type().id() : null,
                parameter.values().isPresent(),
                parameter.choices(release).stream()
                        .map(choice -> option(choice, value, language))
                        .toList(),
                wrong);
    }

    private static Option option(Choice choice, String value, Language language) {
        String label = choice.label().in(language.tag());
        return new Option(
                choice.id(), label.isEmpty() ? choice.id() : label, !value.isEmpty() && choice.isMeantBy(value));
    }
}
