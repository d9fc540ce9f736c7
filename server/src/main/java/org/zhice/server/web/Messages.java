package org.zhice.server.web;

import java.text.MessageFormat;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

/** The words of the pages in one language. */
public record Messages(Language language, ResourceBundle bundle) {
    private static final String BUNDLE = "org.zhice.server.web.messages";

    /** No fall-back to the language of the machine that the server runs on. */
    public static Messages in(Language language) {
        Control noFallback = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        return new Messages(language, ResourceBundle.getBundle(BUNDLE, language.locale(), noFallback));
    }

    /**
     * The text of a key with its places {@code {0}}, {@code {1}} filled.
     *
     * @throws java.util.MissingResourceException if there is no such key
     */
    public String text(String key, Object... args) {
        return new MessageFormat(bundle.getString(key), language.locale()).format(args);
    }

    /** The text of a key that may not be there, as its end comes with the data. */
    public Optional<String> find(String key) {
        return bundle.containsKey(key) ? Optional.of(text(key)) : Optional.empty();
    }
}
