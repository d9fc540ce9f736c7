package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeIT {
    @TempDir
    Path checkout;

    @Test
    void the_start_script_serves_in_the_heap_it_sets_and_ends_when_asked() throws Exception {
        LinkedCheckout.in(checkout);
        try (Program zhice = Program.serve(checkout, List.of("./zhice", "serve", "--port", "PORT"))) {
            assertThat(zhice.get("/queries?format=json", "*/*")).contains("\"tasks-by-chapter\"");
            assertThat(zhice.get("/$/metrics", "*/*")).contains("jvm_memory_max_bytes");
            assertThat(zhice.stop()).isIn(0, 143);
        }
        List<String> left = inDataFolder();
        assertThat(startedAgain("-Xmx300m -XX:+PrintCommandLineFlags -Xlog:class+load -Xlog:cds"))
                .as("options of the user come last, and classes from what the server left behind, among %s", left)
                .contains("MaxHeapSize=314572800")
                .containsPattern("org\\.zhice\\.app\\.Zhice source: shared objects file \\(top\\)");
    }

    private String startedAgain(String options) throws IOException {
        ProcessBuilder command = new ProcessBuilder("./zhice", "--version").directory(checkout.toFile());
        command.environment().put("ZHICE_JAVA_OPTS", options);
        return new String(command.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** With sizes: what a server left that was ended while it wrote is short. */
    private List<String> inDataFolder() throws IOException {
        try (Stream<Path> files = Files.list(checkout.resolve("data"))) {
            return files.map(file -> file.getFileName() + " " + file.toFile().length())
                    .sorted()
                    .toList();
        }
    }

    /** Else it would hold its port, with nobody to start it again. */
    @Test
    void the_server_ends_with_the_start_script() throws Exception {
        LinkedCheckout.in(checkout);
        try (Program zhice = Program.serve(checkout, List.of("./zhice", "serve", "--port", "PORT"))) {
            zhice.orphan();
            assertThat(zhice.isServing()).isFalse();
        }
    }
}
