package org.zhice.loader.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.Checkout;
import org.zhice.loader.evidence.AddedTexts;
import org.zhice.loader.evidence.EvidenceTables;
import org.zhice.loader.input.Home;
import org.zhice.loader.map.Mapper;
import org.zhice.loader.tables.Tables;
import org.zhice.store.Terms;

class TracerTest {
    @TempDir
    Path folder;

    private static Node thing(String path) {
        return NodeFactory.createURI(Terms.ID + path);
    }

    @Test
    void a_fault_is_traced_to_file_line_and_the_columns_behind_a_property() {
        Tables tables = Tables.read(Checkout.home());
        Tracer tracer = new Tracer(tables, new Mapper(Checkout.home(), tables));
        assertThat(tracer.place(thing("area/cn"), null)).hasToString("data/tables/area.csv:8");
        assertThat(tracer.place(thing("task/2019-001"), Terms.term("qualifiedResponsibility")))
                .hasToString("data/tables/responsibility.csv:2 column position+task");
        assertThat(tracer.place(thing("task/no-such"), null)).hasToString("https://w3id.org/zhice/id/task/no-such");
    }

    @Test
    void a_fault_in_a_passage_is_traced_to_text_offset_and_column() {
        Home home = Checkout.copyTo(folder.resolve("checkout"));
        AddedTexts.addMadeUp(home, folder);
        Tables reviewed = Tables.read(home);
        Tables tables = reviewed.with(EvidenceTables.of(home, reviewed));
        Tracer tracer = new Tracer(tables, new Mapper(home, tables));
        assertThat(tracer.place(thing("passage/plan-2024-47-77"), Terms.term("quote")))
                .hasToString("data/texts/plan-2024/original.txt:47 column quote");
    }
}
