package org.zhice.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.zhice.loader.Loader;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Progress;
import org.zhice.server.FollowHealth;
import org.zhice.server.LastStop;
import org.zhice.server.Listening;
import org.zhice.server.ZhiceServer;
import org.zhice.server.credential.Certificate;
import org.zhice.server.credential.PasswordFile;
import org.zhice.server.web.PublicAddress;
import org.zhice.store.Limits;
import org.zhice.store.follow.Follower;
import org.zhice.store.follow.Source;
import org.zhice.store.remote.RemoteReleases;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Serves the newest build, after building one if there is none or its input has changed. */
@Command(name = "serve")
final class ServeCommand implements Runnable {
    private static final int LAST_PORT = 65_535;

    @Spec
    CommandSpec spec;

    @Option(names = "--port", defaultValue = "3330", paramLabel = "N", descriptionKey = "serve.port")
    int port;

    @Option(names = "--host", defaultValue = "localhost", paramLabel = "H", descriptionKey = "serve.host")
    String host;

    @Option(names = "--public-url", paramLabel = "URL", descriptionKey = "serve.public-url")
    String publicUrl;

    @ArgGroup(exclusive = false)
    Tls tls;

    @Option(names = "--passwords", paramLabel = "FILE", descriptionKey = "serve.passwords")
    Path passwords;

    @Option(names = "--follow", paramLabel = "URL", descriptionKey = "serve.follow")
    String follow;

    @Option(names = "--backend", paramLabel = "URL", descriptionKey = "serve.backend")
    String backend;

    @Mixin
    LogOptions log;

    /** Both or none. */
    static final class Tls {
        @Option(
                names = "--tls-certificate",
                required = true,
                paramLabel = "FILE",
                descriptionKey = "serve.tls-certificate")
        Path certificate;

        @Option(names = "--tls-key", required = true, paramLabel = "FILE", descriptionKey = "serve.tls-key")
        Path key;
    }

    @Override
    public void run() {
        Listening listening = listening();
        if (backend != null && follow != null) {
            throw new UsageException("serve", "--backend and --follow", "one of them");
        }
        Optional<Source> source = Optional.ofNullable(follow).map(Following::source);
        Optional<URI> elsewhere = Optional.ofNullable(backend)
                .map(url -> Endpoint.proven(Endpoint.address("--backend", url, "a SPARQL endpoint")));
        log.use();
        Home home = Zhice.home();
        if (elsewhere.isPresent()) {
            serve(elsewhere.get(), home, listening);
        } else {
            serve(source, home, listening);
        }
    }

    /** Nothing is built: what is there is served. */
    private void serve(URI elsewhere, Home home, Listening listening) {
        Limits limits = Limits.read(home.config());
        LastStop.within(limits.stop());
        ZhiceServer server = ZhiceServer.over(RemoteReleases.marked(elsewhere, limits), home.root(), listening);
        spec.commandLine().getErr().println(server.url());
        server.join();
    }

    private void serve(Optional<Source> source, Home home, Listening listening) {
        Optional<Follower> follower = source.map(from -> Following.begin(from, home));
        if (follower.isEmpty() && new Loader(home, Progress.NONE).isStale()) {
            BuildCommand.build(spec);
        }
        LastStop.within(Limits.read(home.config()).stop());
        ZhiceServer server = ZhiceServer.start(
                home.config(),
                home.root(),
                listening,
                health -> follower.ifPresent(one -> FollowHealth.tell(one.state(), health)));
        follower.ifPresent(Follower::start);
        spec.commandLine().getErr().println(server.url());
        server.join();
    }

    /** All that can be wrong with the options is found before anything is built. */
    private Listening listening() {
        if (port < 0 || port > LAST_PORT) {
            throw new UsageException("--port", String.valueOf(port), "0–" + LAST_PORT);
        }
        if (!isHere(host)) {
            throw new UsageException("--host", host, "localhost, 0.0.0.0, :: or an address of this machine");
        }
        return new Listening(
                host,
                port,
                Optional.ofNullable(publicUrl).map(ServeCommand::address),
                Optional.ofNullable(tls).map(ServeCommand::certificate),
                Optional.ofNullable(passwords).map(PasswordFile::read));
    }

    private static boolean isHere(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            // Java takes nothing for this machine.
            return !host.isBlank()
                    && (address.isAnyLocalAddress()
                            || address.isLoopbackAddress()
                            || NetworkInterface.getByInetAddress(address) != null);
        } catch (IOException e) {
            return false;
        }
    }

    private static PublicAddress address(String text) {
        try {
            return PublicAddress.of(text);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--public-url", text, "http(s)://HOST or http(s)://HOST:PORT");
        }
    }

    private static Certificate certificate(Tls files) {
        return Certificate.read(files.certificate, files.key);
    }
}
