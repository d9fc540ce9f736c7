package org.zhice.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhice.loader.Loader;
import org.zhice.loader.Summary;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.store.tdb.StoreFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Our build from tables (read, map, check, store, text index) beside Jena's {@code tdb2.tdbloader} on the N-Quads of
 * the same build (store only): what all that we do besides loading costs.
 */
@Command(name = "load", description = "Build from tables beside tdb2.tdbloader on the same quads")
final class LoadBench implements Callable<Integer> {
    @Parameters(index = "0", description = "The checkout")
    Path checkout;

    @Option(names = "--copies", defaultValue = "1", description = "How many times each plan (default 1)")
    int copies;

    @Option(names = "--runs", defaultValue = "3", description = "Counted runs, after one that is not (default 3)")
    int runs;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("zhice-bench");
        Home home = new Corpus(new Home(checkout.toAbsolutePath())).write(folder, copies);
        Summary summary = new Loader(home, Progress.NONE).build();
        Path nquads = Files.copy(summary.build().resolve(StoreBuilder.NQUADS), folder.resolve(StoreBuilder.NQUADS));
        Times ours = new Times();
        Times peer = new Times();
        for (int run = 0; run < runs; run++) {
            Path store = folder.resolve("peer-" + run);
            peer.add(() -> tdbloader(nquads, store));
            ours.add(() -> new Loader(home, Progress.NONE).build());
        }
        System.out.printf("rows %,d, quads %,d, runs %d%n", summary.rows(), summary.quads(), runs);
        report("zhice build", ours, summary.quads());
        report("tdb2.tdbloader", peer, summary.quads());
        System.out.printf("ratio %.2f (median, build / tdbloader)%n", ours.median() / peer.median());
        StoreFiles.delete(folder);
        return 0;
    }

    private static void report(String name, Times times, long quads) {
        System.out.printf(
                "%-16s median %,.0f ms, %,.0f quads/s%n", name, times.median(), quads / times.median() * 1000);
    }

    /** In a process of its own: the command changes logging and leaves state behind. */
    private static void tdbloader(Path nquads, Path store) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "tdb2.tdbloader",
                "--loader=sequential",
                "--loc=" + store,
                nquads.toString());
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int code = process.waitFor();
            if (code != 0) {
                throw new IllegalStateException("tdb2.tdbloader ended with " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
