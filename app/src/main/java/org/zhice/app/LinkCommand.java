package org.zhice.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.zhice.app.link.Linking;
import org.zhice.loader.input.Home;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes candidates beside the names of a list, or links of those that its owner accepted. No file is overwritten. */
@Command(name = "link")
final class LinkCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "FILE", descriptionKey = "link.file")
    Path file;

    @Option(names = "--column", required = true, paramLabel = "NAME", descriptionKey = "link.column")
    String column;

    @Option(names = "--type", paramLabel = "TYPE", descriptionKey = "link.type")
    String type;

    @Option(names = "--accepted", descriptionKey = "link.accepted")
    boolean accepted;

    @Option(names = "--subject", paramLabel = "NAME", descriptionKey = "link.subject")
    String subject;

    @Option(names = "--out", paramLabel = "FILE", descriptionKey = "link.out")
    Path out;

    @Option(names = "--endpoint", paramLabel = "URL", descriptionKey = "query.endpoint")
    String endpoint;

    @Override
    public void run() {
        if (accepted && type != null) {
            throw new UsageException("--type", "\"" + type + "\" with --accepted", "one of them");
        }
        if (!accepted && subject != null) {
            throw new UsageException("--subject", "\"" + subject + "\" without --accepted", "both");
        }
        Linking linking = new Linking(file, column);
        Releases releases = releases();
        Map<Path, String> texts = new LinkedHashMap<>();
        if (accepted) {
            releases.read(release -> linking.links(release, subject))
                    .forEach((ending, text) -> texts.put(out("", ending), text));
        } else {
            texts.put(out("-linked", ".csv"), releases.read(release -> linking.candidates(release, type)));
        }
        write(texts);
    }

    private Releases releases() {
        Home home = Zhice.home();
        return endpoint == null ? NewestRelease.of(home, spec) : Endpoint.of(endpoint, Limits.read(home.config()));
    }

    /** Beside the list if nothing else is asked for. */
    private Path out(String added, String ending) {
        String name = (out == null ? file : out).getFileName().toString().replaceFirst("\\.[^.]*$", "");
        return (out == null ? file : out).resolveSibling(name + (out == null ? added : "") + ending);
    }

    private void write(Map<Path, String> texts) {
        texts.keySet().stream().filter(Files::exists).findFirst().ifPresent(LinkCommand::refuse);
        texts.forEach((path, text) -> {
            try {
                Files.writeString(path, text, StandardOpenOption.CREATE_NEW);
            } catch (FileAlreadyExistsException e) {
                refuse(path);
            } catch (IOException e) {
                throw new UncheckedIOException(path + ": cannot be written", e);
            }
            String written = ResourceBundle.getBundle("org.zhice.app.messages").getString("link.written");
            spec.commandLine().getOut().println(String.format(written, path));
        });
        spec.commandLine().getOut().flush();
    }

    private static void refuse(Path path) {
        throw new UsageException("--out", path + ", which is there already", "the name of a new file");
    }
}
