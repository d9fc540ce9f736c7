package org.zhice.app;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.zhice.loader.Loader;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.server.ZhiceServer;
import org.zhice.server.web.PublicAddress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the newest build, after building one if there is none or its input has changed. */
@Command(name = "serve")
final class ServeCommand implements Runnable {
    @Spec
    CommandSpec spec;

    @Option(names = "--port", defaultValue = "3330", paramLabel = "N", descriptionKey = "serve.port")
    int port;

    @Option(names = "--host", defaultValue = "localhost", paramLabel = "H", descriptionKey = "serve.host")
    String host;

    @Option(names = "--public-url", paramLabel = "URL", descriptionKey = "serve.public-url")
    String publicUrl;

    @Override
    public void run() {
        Optional<PublicAddress> address = Optional.ofNullable(publicUrl).map(ServeCommand::address);
        endWithSupervisor();
        Home home = Zhice.home();
        if (new Loader(home, Progress.NONE).isStale()) {
            BuildCommand.build(spec);
        }
        ZhiceServer server = ZhiceServer.start(home.config(), home.root(), host, port, address);
        spec.commandLine().getErr().println(server.url());
        server.join();
    }

    /** A server whose start script was killed would hold the port, and nobody would start it again. */
    private static void endWithSupervisor() {
        if (Boolean.getBoolean("zhice.supervised")) {
            ProcessHandle script = ProcessHandle.current().parent().orElseThrow();
            CompletableFuture<Void> unused = script.onExit().thenRun(() -> System.exit(0));
        }
    }

    private static PublicAddress address(String text) {
        try {
            return PublicAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--public-url", text, "http(s)://HOST or http(s)://HOST:PORT");
        }
    }
}
