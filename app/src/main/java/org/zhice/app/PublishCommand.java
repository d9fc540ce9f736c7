package org.zhice.app;

import java.nio.file.Path;
import org.zhice.loader.input.Home;
import org.zhice.store.publish.Published;
import org.zhice.store.publish.PublishedFile;
import org.zhice.store.publish.Publisher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the newest build as a release for others to fetch. */
@Command(name = "publish")
final class PublishCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Parameters(index = "0", paramLabel = "DIR", descriptionKey = "publish.folder")
    Path folder;

    @Override
    public void run() {
        Home home = Zhice.home();
        Publisher.Outcome outcome = new Publisher(folder).publish(home.stores(), home.dumps());
        spec.commandLine().getErr().println(line(outcome));
    }

    private String line(Publisher.Outcome outcome) {
        Published published = outcome.published();
        long bytes = published.files().stream().mapToLong(PublishedFile::bytes).sum();
        String words = spec.resourceBundle().getString(outcome.isNew() ? "publish.published" : "publish.same");
        return words.formatted(
                published.build(), published.release(), published.files().size(), bytes / 1e6);
    }
}
