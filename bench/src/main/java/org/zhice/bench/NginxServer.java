package org.zhice.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** nginx with the files of a folder and nothing else, as the one who asks for it and not as a service of the system. */
record NginxServer(Path program) {
    private static final String CONFIGURATION = """
            daemon off;
            user %1$s;
            worker_processes auto;
            pid %2$s/nginx.pid;
            error_log %2$s/error.log;
            events { worker_connections 256; }
            http {
              access_log off;
              sendfile on;
              tcp_nopush on;
              keepalive_requests 1000000000;
              open_file_cache max=1000 inactive=1h;
              types { text/html html; }
              client_body_temp_path %2$s/body;
              proxy_temp_path %2$s/proxy;
              fastcgi_temp_path %2$s/fastcgi;
              uwsgi_temp_path %2$s/uwsgi;
              scgi_temp_path %2$s/scgi;
              server { listen 127.0.0.1:%3$d; root %4$s; }
            }
            """;

    /** The one that is installed. */
    static Optional<NginxServer> installed() {
        String places = System.getenv().getOrDefault("PATH", "") + ":/usr/sbin";
        return Stream.of(places.split(":"))
                .map(place -> Path.of(place, "nginx"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(NginxServer::new);
    }

    /**
     * What starts it.
     *
     * @param own an empty folder for its configuration and its log
     */
    List<String> command(Path files, Path own, int port) throws IOException {
        Path file = own.resolve("nginx.conf");
        Files.writeString(file, CONFIGURATION.formatted(System.getProperty("user.name"), own, port, files));
        String log = own.resolve("error.log").toString();
        return List.of(program.toString(), "-e", log, "-p", own.toString(), "-c", file.toString());
    }
}
