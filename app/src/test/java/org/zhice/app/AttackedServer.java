package org.zhice.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.zhice.server.LastStop;
import org.zhice.server.ZhiceServer;
import org.zhice.store.Limits;
import org.zhice.store.guard.RunningQueries;

/** A server in a process of its own, which tells how its queries are whenever a line comes in. */
final class AttackedServer {
    private AttackedServer() {}

    /**
     * Starts one over a copy of the shipped data; its first line tells its address.
     *
     * @param folder gets the copy, the configuration and the log, {@code server.log}
     * @param firstMillis in which a query must have its first row
     * @param allMillis in which it must end
     * @param more words for {@link #main} behind the configuration and the checkout
     */
    static Process start(Path folder, long firstMillis, long allMillis, String... more) throws IOException {
        Path store = Shipped.built().root().resolve("data/store");
        Path build = store.resolve("current").toRealPath();
        copy(build, folder.resolve("data/store").resolve(String.valueOf(build.getFileName())));
        Files.createSymbolicLink(folder.resolve("data/store/current"), build.getFileName());
        copy(Shipped.built().queries(), folder.resolve("queries"));
        Path config = folder.resolve("zhice.ttl");
        Files.writeString(
                config,
                Files.readString(Shipped.built().config()).replace("10000,30000", firstMillis + "," + allMillis));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "-Dzhice.home=" + folder,
                "-cp",
                System.getProperty("java.class.path"),
                AttackedServer.class.getName(),
                config.toString(),
                folder.toString()));
        command.addAll(List.of(more));
        return new ProcessBuilder(command)
                .redirectError(folder.resolve("server.log").toFile())
                .start();
    }

    /** Copies a folder with all that is in it. */
    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path copy = to.resolve(from.relativize(file));
                Files.createDirectories(copy.getParent());
                if (!Files.isDirectory(file)) {
                    Files.copy(file, copy);
                }
            }
        }
    }

    /**
     * Serves until its input ends.
     *
     * @param args the configuration and the checkout; a third word, and a thread of its end hangs for ever
     */
    public static void main(String[] args) throws IOException {
        Path config = Path.of(args[0]);
        LastStop.within(Limits.read(config).stop());
        if (args.length > 2) {
            Runtime.getRuntime().addShutdownHook(new Thread(AttackedServer::hang));
        }
        try (ZhiceServer server = ZhiceServer.start(config, Path.of(args[1]), 0);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(server.url());
            while (in.readLine() != null) {
                System.out.println(
                        RunningQueries.count() + " " + RunningQueries.overdue() + " " + RunningQueries.heldBytes());
            }
        }
    }

    private static void hang() {
        for (; ; ) {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                // Nothing ends it.
            }
        }
    }
}
