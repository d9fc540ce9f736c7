package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.query.file.SavedQueries;

/** A folder of saved queries as a whole. */
class SavedQueriesFolderTest {
    static {
        JenaSystem.init();
    }

    private static final String ANYTHING = """
            #+ title: {en: Anything, zh: 任何事物}
            #+ question: {en: "What is there?", zh: 有什么？}
            #+ tags: [tasks]
            SELECT ?s WHERE { ?s ?p ?o }
            """;

    @TempDir
    Path folder;

    @Test
    void folder_is_read_in_order_and_found_by_id() throws IOException {
        Files.writeString(folder.resolve("b.rq"), ANYTHING);
        Files.writeString(folder.resolve("a.rq"), ANYTHING);
        Files.writeString(folder.resolve("a.expected.csv"), "task\n");

        SavedQueries queries = SavedQueries.read(folder);

        assertThat(queries.all()).extracting(SavedQuery::id).containsExactly("a", "b");
        assertThat(queries.find("b")).isPresent();
        assertThat(queries.find("../b")).isEmpty();
    }

    @Test
    void folder_may_be_a_link() throws IOException {
        Path real = Files.createDirectories(folder.resolve("真𠮷"));
        Files.writeString(real.resolve("a.rq"), ANYTHING);

        Path link = Files.createSymbolicLink(folder.resolve("link"), real);

        assertThat(SavedQueries.read(link).all()).extracting(SavedQuery::id).containsExactly("a");
    }

    @Test
    void of_several_wrong_files_the_first_is_told() throws IOException {
        for (String name : new String[] {"e", "b", "d", "c", "𠮷"}) {
            Files.writeString(folder.resolve(name + ".rq"), ANYTHING + name);
        }
        Files.writeString(folder.resolve("a.rq"), ANYTHING);

        assertThatThrownBy(() -> SavedQueries.read(folder)).hasMessageContaining("b.rq");
    }

    @Test
    void folder_that_is_not_there_is_named() {
        assertThatThrownBy(() -> SavedQueries.read(folder.resolve("none")))
                .hasMessageContaining("none: there is no such folder of saved queries");
    }
}
