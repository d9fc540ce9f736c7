package org.zhice.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NginxServerTest {
    @TempDir
    Path folder;

    @Test
    void files_are_served_on_a_connection_that_stays() throws Exception {
        Optional<NginxServer> nginx = NginxServer.installed();
        assumeTrue(nginx.isPresent(), "nginx is not installed");
        byte[] text = "专利审查，𠮷林试点".getBytes(StandardCharsets.UTF_8);
        Files.write(Files.createDirectory(folder.resolve("files")).resolve("a.html"), text);
        Path own = Files.createDirectory(folder.resolve("own"));
        int port = Contest.freePort();
        Process process = new ProcessBuilder(nginx.get().command(folder.resolve("files"), own, port)).start();
        try (Rider rider = ride(port)) {
            for (int i = 0; i < 1_100; i++) {
                assertThat(rider.body(Rider.request(port, "/a.html", ""))).isEqualTo(text);
            }
        } finally {
            process.destroy();
            process.onExit().join();
        }
    }

    private static Rider ride(int port) throws IOException {
        for (int i = 0; i < 600; i++) {
            try {
                return new Rider(port);
            } catch (IOException e) {
                Contest.pause(Duration.ofMillis(100));
            }
        }
        throw new IOException("nginx does not answer");
    }
}
