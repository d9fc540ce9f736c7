package org.zhice.app;

import java.util.ResourceBundle;
import picocli.CommandLine.Command;

/** The added texts of documents; each sub-command is a class of its own. */
@Command(
        name = "texts",
        subcommands = {TextsAddCommand.class, TextsListCommand.class, TextsRemoveCommand.class, TextsReportCommand.class
        })
final class TextsCommand {
    /** A line in the language of the user. */
    static String line(String key, Object... values) {
        return ResourceBundle.getBundle("org.zhice.app.messages").getString(key).formatted(values);
    }
}
