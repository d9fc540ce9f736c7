package org.zhice.app;

import org.zhice.loader.Loader;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.server.ZhiceServer;
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

    @Override
    public void run() {
        Home home = Zhice.home();
        if (new Loader(home, Progress.NONE).isStale()) {
            BuildCommand.build(spec);
        }
        ZhiceServer server = ZhiceServer.start(home.config(), home.root(), host, port);
        spec.commandLine().getErr().println(server.url());
        server.join();
    }
}
