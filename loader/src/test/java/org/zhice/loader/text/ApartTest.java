package org.zhice.loader.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.input.InputException;

class ApartTest {
    @TempDir
    Path folder;

    private Path page(String name, String words) throws IOException {
        return Files.writeString(folder.resolve(name), "<html><meta charset=\"utf-8\"><p>" + words + "</p></html>");
    }

    private static Set<ProcessHandle> children() {
        return ProcessHandle.current().children().collect(Collectors.toSet());
    }

    @Test
    void one_process_reads_many_files_and_ends_with_the_last() throws Exception {
        Set<ProcessHandle> before = children();
        Set<ProcessHandle> readers;
        try (Apart apart = new Apart()) {
            for (String words : new String[] {"𠮷村茶会整理茶标名录。", "竹乡推广竹编手艺。"}) {
                assertThat(SourceFile.read(page("page.html", words), apart).text())
                        .contains(words);
            }
            assertThat(catchThrowableOfType(InputException.class, () -> SourceFile.read(page("none.html", ""), apart)))
                    .isNotNull();
            assertThat(SourceFile.read(page("page.html", "芦苇保护名录已经整理。"), apart).text())
                    .contains("芦苇");
            readers = children();
            readers.removeAll(before);
            assertThat(readers).hasSize(1);
        }
        for (ProcessHandle reader : readers) {
            reader.onExit().get();
        }
    }
}
