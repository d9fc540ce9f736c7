package org.zhice.server.web;

import java.text.MessageFormat;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/**
 * The words of the pages in one language. Each room has its own in a file {@code messages} beside its templates; those of
 * {@code web} are shared by all.
 *
 * @param bundles where to look for them, in this order
 */
public record Messages(Language language, List<ResourceBundle> bundles) {
    /** The words that all rooms share. */
    public static Messages in(Language language) {
        return in(language, Messages.class);
    }

    /** The words of a room, that in which a class stands, and those that all share. */
    public static Messages in(Language language, Class<?> inRoom) {
        return new Messages(
                language,
                Stream.of(inRoom, Messages.class)
                        .map(Class::getPackageName)
                        .distinct()
                        .map(room -> bundle(room, language))
                        .toList());
    }

    /** No fall-back to the language of the machine that the server runs on. */
    private static ResourceBundle bundle(String room, Language language) {
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return ResourceBundle.getBundle(room + ".messages", language.locale(), noFallback);
    }

    /**
     * The text of a key with its places {@code {0}}, {@code {1}} filled.
     *
     * @throws MissingResourceException if there is no such key
     */
    public String text(String key, Object... args) {
        return pattern(key)
                .map(pattern -> new MessageFormat(pattern, language.locale()).format(args))
                .orElseThrow(() -> new MissingResourceException("there are no words", Messages.class.getName(), key));
    }

    /** The text of a key that may not be there, as its end comes with the data. */
    public Optional<String> find(String key) {
        return pattern(key).map(found -> text(key));
    }

    private Optional<String> pattern(String key) {
        return bundles.stream()
                .filter(bundle -> bundle.containsKey(key))
                .map(bundle -> bundle.getString(key))
                .findFirst();
    }
}
