package org.zhice.app;

import org.zhice.loader.text.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Deletes the added text of a document. */
@Command(name = "remove")
final class TextsRemoveCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", descriptionKey = "texts.document")
    String document;

    @Override
    public void run() {
        Texts.of(Zhice.home()).remove(document);
        spec.commandLine().getOut().println(TextsCommand.line("texts.removed", document));
    }
}
