package org.zhice.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.zhice.app.reading.HiddenWords;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.InputException;
import org.zhice.loader.text.Intake;
import org.zhice.loader.text.Intake.Added;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Adds files; each is added or refused by itself. */
@Command(name = "add")
final class TextsAddCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "texts.file")
    List<Path> files;

    @Option(names = "--id", paramLabel = "ID", descriptionKey = "texts.id")
    String id;

    @Option(names = "--replace", descriptionKey = "texts.replace")
    boolean replace;

    @Override
    public void run() {
        if (id != null && files.size() > 1) {
            throw new UsageException("--id", files.size() + " files", "one file");
        }
        Intake intake = Intake.of(Zhice.home());
        List<Finding> refused = new ArrayList<>();
        for (Path file : files) {
            try {
                tell(file, intake.add(file, Optional.ofNullable(id), replace));
            } catch (InputException e) {
                refused.addAll(e.findings());
            }
        }
        if (!refused.isEmpty()) {
            throw new InputException(refused);
        }
    }

    private void tell(Path file, Added added) {
        String key = switch (added.outcome()) {
            case ADDED -> "texts.added";
            case REPLACED -> "texts.replaced";
            case SAME -> "texts.same";
        };
        spec.commandLine().getOut().println(TextsCommand.line(key, file, added.document()));
        HiddenWords.tell(file, added.hidden(), spec);
        if (added.expectedTasks() > 0 && added.tasks() != added.expectedTasks()) {
            spec.commandLine()
                    .getErr()
                    .println(TextsCommand.line("texts.fewer", added.document(), added.tasks(), added.expectedTasks()));
        }
    }
}
