package org.zhice.loader.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.input.Home;
import org.zhice.loader.tables.Tables;

class DocumentReaderTest {
    private static final String PLAN = "一、培育茶乡\n1.与世界茶叶组织合作。（公安部负责）\n";

    @TempDir
    Path folder;

    @Test
    void rows_follow_the_contract_when_a_column_is_put_in() throws IOException {
        Home home = Checkout.copyTo(folder);
        Path contract = home.tables().resolve("csv-metadata.json");
        String before = Files.readString(contract);
        int columns = before.indexOf("\"columns\": [", before.indexOf("\"task_organisation.csv\"")) + 12;
        Files.writeString(
                contract,
                before.substring(0, columns) + "{ \"name\": \"note\", \"datatype\": \"string\" },"
                        + before.substring(columns));
        Checkout.edit(
                home,
                "task_organisation",
                text -> text.lines()
                        .map(line -> (line.startsWith("task,") ? "note," : ",") + line + "\n")
                        .collect(Collectors.joining()));
        DocumentReader reader = DocumentReader.of(Tables.read(home));
        RowTable table = reader.rows(reader.read(PLAN, "plan-2031", "plan")).stream()
                .filter(rows -> rows.name().equals("task_organisation"))
                .findFirst()
                .orElseThrow();
        assertThat(table.header()).startsWith("note", "task");
        assertThat(table.rows())
                .singleElement()
                .satisfies(row -> assertThat(table.cells(row))
                        .containsEntry("note", "")
                        .containsEntry("task", "2031-001")
                        .containsEntry("printed_name", "世界茶叶组织"));
    }

    @Test
    void a_cell_of_no_column_is_not_dropped_in_silence() {
        RowTable.Row row = new RowTable.Row("1", Map.of("id", "tea", "colour", "green"), Optional.empty());
        assertThatThrownBy(() -> new RowTable("topic", List.of("id", "name_zh"), List.of(row)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("topic")
                .hasMessageContaining("colour");
    }
}
