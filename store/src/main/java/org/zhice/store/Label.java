package org.zhice.store;

/**
 * A text in English and in Chinese.
 *
 * @param en the English text, empty if there is none
 * @param zh the Chinese text, empty if there is none
 */
public record Label(String en, String zh) {
    /** No text. */
    public static final Label NONE = new Label("", "");

    /** The text in a language, {@code zh} or any other for English; in the other language if it is missing in this. */
    public String in(String language) {
        boolean chinese = language.equals("zh");
        String wanted = chinese ? zh : en;
        return wanted.isEmpty() ? (chinese ? en : zh) : wanted;
    }

    /** Whether there is no text in either language. */
    public boolean isEmpty() {
        return en.isEmpty() && zh.isEmpty();
    }
}
