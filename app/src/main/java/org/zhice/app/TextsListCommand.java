package org.zhice.app;

import java.util.List;
import org.zhice.loader.text.AddedText;
import org.zhice.loader.text.Intake;
import org.zhice.loader.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists the added texts: document, day, format, checksum, name of the file. */
@Command(name = "list")
final class TextsListCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Override
    public void run() {
        List<AddedText> texts = Texts.of(Zhice.home()).list();
        if (texts.isEmpty()) {
            spec.commandLine().getErr().println(TextsCommand.line("texts.none"));
            return;
        }
        Intake intake = Intake.of(Zhice.home());
        for (AddedText text : texts) {
            String known = intake.knows(text.document()) ? "" : "\t" + TextsCommand.line("texts.unknown");
            spec.commandLine().getOut().println(line(text) + known);
        }
    }

    private static String line(AddedText text) {
        String format = text.charset().isEmpty() ? text.mediaType() : text.mediaType() + " " + text.charset();
        return String.join("\t", text.document(), text.added().toString(), format, text.sha256(), text.name());
    }
}
