package org.zhice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.repository.Repository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Rdf4jPeerTest {
    @TempDir
    Path folder;

    @Test
    void the_store_on_disk_gives_the_rows_that_the_store_in_memory_gives() throws Exception {
        List<Quad> quads = new ArrayList<>();
        PolicyQuads.write(7, 20_000, quads::add);
        quads.add(Quad.create(
                NodeFactory.createURI("urn:graph"),
                NodeFactory.createURI("urn:task"),
                NodeFactory.createURI("urn:title"),
                NodeFactory.createLiteralLang("𠮷林试点", "zh")));
        Repository memory = Rdf4jPeer.memory(quads);
        Repository disk = Rdf4jPeer.lmdb(quads, folder.resolve("lmdb"));
        try {
            Engine onDisk = Engine.of("disk", disk);
            Engine inMemory = Engine.of("memory", memory);
            assertThat(onDisk.rows("SELECT ?t ?g { GRAPH ?g { <urn:task> <urn:title> ?t } }"))
                    .containsExactly("{g=<urn:graph>, t=\"𠮷林试点\"@zh}");
            PeerBench.queries()
                    .values()
                    .forEach(query -> assertThat(onDisk.rows(query))
                            .as(query)
                            .containsExactlyInAnyOrderElementsOf(inMemory.rows(query)));
        } finally {
            disk.shutDown();
            memory.shutDown();
        }
    }
}
