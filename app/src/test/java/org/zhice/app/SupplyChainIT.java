package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.junit.jupiter.api.Test;

/** The lists of what the distribution is made of say the same as its folder of jars. */
class SupplyChainIT {
    private static final Path CHECKOUT = Path.of(System.getProperty("zhice.home"));
    private static final Path TARGET = CHECKOUT.resolve("app/target");

    @Test
    void the_parts_list_has_each_jar_with_a_licence_and_no_other() throws IOException {
        List<JsonObject> parts = parts();
        assertThat(parts.stream().map(SupplyChainIT::jar)).containsExactlyInAnyOrderElementsOf(jars());
        assertThat(parts)
                .allSatisfy(part -> assertThat(part.getArray("licenses")).isNotEmpty());
    }

    @Test
    void the_notice_is_of_these_jars() throws IOException {
        assertThat(CHECKOUT.resolve("NOTICE"))
                .as("NOTICE: copy app/target/NOTICE over it, and look at the licences of what is new")
                .hasSameTextualContentAs(TARGET.resolve("NOTICE"));
        assertThat(Files.readAllLines(CHECKOUT.resolve("NOTICE")).stream()
                        .filter(line -> line.matches("\\S+:\\S+:\\S+")))
                .hasSize((int)
                        jars().stream().filter(jar -> !jar.startsWith("zhice-")).count());
    }

    private static List<JsonObject> parts() {
        return JSON.read(TARGET.resolve("zhice.cdx.json").toString())
                .getArray("components")
                .map(JsonValue::getAsObject)
                .toList();
    }

    private static String jar(JsonObject part) {
        String address = part.getString("purl");
        String classifier =
                address.contains("classifier=") ? "-" + address.replaceFirst(".*classifier=([^&]+).*", "$1") : "";
        return part.getString("name") + "-" + part.getString("version") + classifier + ".jar";
    }

    private static List<String> jars() throws IOException {
        try (Stream<Path> files = Files.list(TARGET.resolve("lib"))) {
            return files.map(file -> String.valueOf(file.getFileName())).toList();
        }
    }
}
