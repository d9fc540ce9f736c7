package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.apache.jena.atlas.json.JSON;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.server.TestServer;
import org.zhice.server.credential.PasswordFile;

/** Behind a proxy nobody is local, and only a password opens. */
class OperatorsTest {
    private static final String PASSWORD = "知策𠮷—eight words";

    @TempDir
    static Path folder;

    @RegisterExtension
    static final TestServer SERVER = new TestServer().at("https://example.org").passwords(() -> {
        Path file = folder.resolve("passwords");
        PasswordFile.set(file, "ann", "another password");
        PasswordFile.set(file, "operator", PASSWORD);
        return PasswordFile.read(file);
    });

    @Test
    void whoever_has_the_password_sees_metrics_and_warnings() {
        for (int i = 0; i < 2; i++) {
            assertThat(SERVER.get("/$/metrics", "Authorization", basic("operator:" + PASSWORD))
                            .body())
                    .contains("zhice_places");
        }
        assertThat(JSON.parse(SERVER.get("/readyz", "Authorization", basic("ann:another password"))
                                .body())
                        .keySet())
                .contains("warnings");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "operator:wrong password",
                "operator:",
                "nobody:知策𠮷—eight words",
                ":",
                "operator",
                "ann:知策𠮷—eight words"
            })
    void nobody_else_does(String given) {
        assertThat(SERVER.get("/$/metrics", "Authorization", basic(given)).statusCode())
                .isEqualTo(401);
    }

    @Test
    void who_comes_without_or_with_another_scheme_is_asked() {
        assertThat(SERVER.get("/$/metrics").headers().firstValue("WWW-Authenticate"))
                .contains("Basic realm=\"zhice\", charset=\"UTF-8\"");
        for (String other : new String[] {"Bearer x", "Basic", "Basic ***", "Basic " + "A".repeat(5_000), "basic"}) {
            assertThat(SERVER.get("/$/metrics", "Authorization", other).statusCode())
                    .isEqualTo(401);
        }
        assertThat(JSON.parse(SERVER.get("/healthz").body()).keySet()).containsExactlyInAnyOrder("status", "build");
        assertThat(SERVER.get("/$/ping").statusCode()).isEqualTo(200);
    }

    @Test
    void only_the_owner_may_read_the_file_and_no_password_stands_in_it() throws IOException {
        Path file = folder.resolve("passwords");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Files.readString(file))
                .containsPattern("operator:\\$2a\\$12\\$")
                .doesNotContain("知策");
    }

    @Test
    void name_or_password_that_cannot_be_is_refused() {
        Path file = folder.resolve("none");
        for (String[] pair : new String[][] {
            {"a b", PASSWORD}, {"", PASSWORD}, {"名", PASSWORD}, {"a:b", PASSWORD}, {"a", "short"}, {"a", "法".repeat(25)}
        }) {
            assertThatThrownBy(() -> PasswordFile.set(file, pair[0], pair[1]))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(file).doesNotExist();
    }

    @Test
    void line_that_is_no_user_is_told_with_its_place() throws IOException {
        Path file = Files.writeString(folder.resolve("broken"), "ann:{SHA}xyz\n");

        assertThatThrownBy(() -> PasswordFile.read(file))
                .hasMessageContaining(file + ": found in line 1 no password, expected NAME:HASH");
    }

    private static String basic(String given) {
        return "Basic " + Base64.getEncoder().encodeToString(given.getBytes(StandardCharsets.UTF_8));
    }
}
