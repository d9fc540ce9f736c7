package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.InputException;

class DocumentFileTest {
    @TempDir
    private Path folder;

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("plan.txt"), bytes);
    }

    private static void refuses(Path file, String found) {
        assertThatThrownBy(() -> DocumentFile.read(file))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("plan.txt: found " + found);
    }

    @Test
    void utf8_is_read_as_it_is() throws IOException {
        assertThat(DocumentFile.read(file("𠮷村茶会".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo("𠮷村茶会");
    }

    @Test
    void what_is_no_text_in_utf8_is_refused() throws IOException {
        refuses(folder.resolve("plan.txt"), "no file");
        refuses(file(new byte[0]), "an empty file");
        refuses(file(new byte[] {'P', 'K', 3, 4, 0, 0}), "a binary file");
        refuses(file("茶乡计划".getBytes(Charset.forName("GBK"))), "bytes that are not UTF-8");
    }
}
