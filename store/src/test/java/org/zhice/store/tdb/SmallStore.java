package org.zhice.store.tdb;

import java.nio.file.Path;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.system.Txn;
import org.apache.jena.vocabulary.RDFS;

/** A real store with its text index, which holds one quad. */
final class SmallStore {
    private SmallStore() {}

    static void write(Path config, Path build) {
        DatasetGraph store = StoreConfig.open(config, build);
        Txn.executeWrite(store, () -> {
            store.add(Quad.create(
                    NodeFactory.createURI("https://example.org/graph"),
                    NodeFactory.createURI("https://example.org/thing"),
                    RDFS.label.asNode(),
                    NodeFactory.createLiteralLang("𠮷林省知识产权局", "zh")));
            UnionGraph.write(store, build);
        });
        StoreConfig.close(store);
    }
}
