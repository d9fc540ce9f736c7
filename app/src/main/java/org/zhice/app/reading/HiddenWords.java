package org.zhice.app.reading;

import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import org.zhice.store.plain.PlainText;
import picocli.CommandLine.Model.CommandSpec;

/** Tells what stands outside the running text of a file and was left out therefore. */
public final class HiddenWords {
    private static final int SHOWN = 5;
    private static final int LONGEST = 60;

    private HiddenWords() {}

    /**
     * Prints one line if there is any.
     *
     * @param hidden as {@link org.zhice.loader.text.SourceFile#hidden()}
     */
    public static void tell(Path file, List<String> hidden, CommandSpec spec) {
        if (!hidden.isEmpty()) {
            List<String> shown =
                    hidden.stream().limit(SHOWN).map(HiddenWords::quoted).toList();
            String rest = hidden.size() > SHOWN ? " …" : "";
            spec.commandLine()
                    .getErr()
                    .println(ResourceBundle.getBundle("org.zhice.app.messages")
                            .getString("texts.hidden")
                            .formatted(file, hidden.size(), String.join(" ", shown) + rest));
        }
    }

    private static String quoted(String words) {
        int length = words.codePointCount(0, words.length());
        String beginning = words.substring(0, words.offsetByCodePoints(0, Math.min(length, LONGEST)));
        return "\"" + PlainText.visible(beginning) + (length > LONGEST ? "…\"" : "\"");
    }
}
