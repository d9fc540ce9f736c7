package org.zhice.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CarmlPeerTest {
    @TempDir
    Path folder;

    @BeforeEach
    void write_tables() throws Exception {
        Files.writeString(folder.resolve("csv-metadata.json"), """
                {"tables": [
                  {"url": "document.csv", "tableSchema": {"aboutUrl": "https://example.org/document/{id}", "columns": [
                    {"name": "id", "datatype": "string"},
                    {"name": "year", "datatype": {"base": "integer", "minimum": 1000}}], "primaryKey": ["id"]}},
                  {"url": "task.csv", "tableSchema": {"columns": [
                    {"name": "document", "datatype": "string"},
                    {"name": "number", "datatype": "integer"},
                    {"name": "title_zh", "datatype": "string"}], "primaryKey": ["document", "number"],
                    "foreignKeys": [{"columnReference": "document",
                      "reference": {"resource": "document.csv", "columnReference": "id"}}]}}]}
                """);
        Files.writeString(folder.resolve("document.csv"), "id,year\r\nplan-2024,2024\r\n");
        Files.writeString(
                folder.resolve("task.csv"),
                "document,number,title_zh\r\nplan-2024,1,\"完善专利审查，\"\"𠮷林\"\"试点\"\r\nplan-2024,2,\r\n");
    }

    @Test
    void each_filled_cell_becomes_a_statement_in_the_graph_of_its_document() throws Exception {
        Path out = folder.resolve("out.nq");
        Cost cost = new Cost();
        cost.run(command(out));
        String zc = "https://w3id.org/zhice/";
        String graph = "<" + zc + "graph/source-plan-2024> .";
        String type = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <" + zc + "bench/kind-";
        String integer = "^^<http://www.w3.org/2001/XMLSchema#integer> ";
        String one = "<" + zc + "bench/task/plan-2024-1> ";
        String two = "<" + zc + "bench/task/plan-2024-2> ";
        String plan = "<https://example.org/document/plan-2024> ";
        assertThat(Files.readAllLines(out))
                .containsExactlyInAnyOrder(
                        plan + type + "document> <" + zc + "bench/reference> .",
                        plan + "<" + zc + "bench/id> \"plan-2024\" <" + zc + "bench/reference> .",
                        plan + "<" + zc + "bench/year> \"2024\"" + integer + "<" + zc + "bench/reference> .",
                        one + type + "task> " + graph,
                        one + "<" + zc + "bench/document> " + plan + graph,
                        one + "<" + zc + "bench/number> \"1\"" + integer + graph,
                        one + "<" + zc + "bench/title_zh> \"完善专利审查，\\\"𠮷林\\\"试点\"@zh " + graph,
                        two + type + "task> " + graph,
                        two + "<" + zc + "bench/document> " + plan + graph,
                        two + "<" + zc + "bench/number> \"2\"" + integer + graph);
        assertThat(cost.seconds()).isPositive();
    }

    @Test
    void a_command_that_fails_is_told() {
        assertThatThrownBy(() -> new Cost().run(command(folder.resolve("no/such/folder.nq"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ended with 1");
    }

    private List<String> command(Path out) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Bench.class.getName(),
                "carml",
                folder.toString(),
                out.toString());
    }
}
