package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.system.Txn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.input.Home;
import org.zhice.query.SavedQuery;
import org.zhice.query.file.SavedQueries;
import org.zhice.store.Limits;
import org.zhice.store.Releases;
import org.zhice.store.image.Images;
import org.zhice.store.tdb.LiveReleases;
import org.zhice.store.tdb.StoreConfig;
import org.zhice.store.tdb.UnionGraph;

class SavedQueriesInMemoryTest {
    private static final Home HOME = Shipped.HOME;
    private static final long ROOM = 64 << 20;

    /** The shipped data take less than this, so that they fit beside all else into the heap of the start script. */
    private static final long SHIPPED = 16 << 20;

    @TempDir
    Path build;

    @Test
    void each_gives_the_same_rows_in_the_same_order_as_from_the_files() {
        DatasetGraph store = StoreConfig.open(HOME.config(), build);
        try {
            Txn.executeWrite(store, () -> {
                Shipped.graph().quads().forEach(store::add);
                UnionGraph.write(store, build);
            });
            Releases releases = new LiveReleases(store, "", withoutImage());
            Map<String, List<Binding>> files = answers(releases);
            assertThat(files.values().stream().filter(rows -> !rows.isEmpty())).hasSizeGreaterThan(40);

            Images.Outcome image = Images.put(store, ROOM, () -> true);
            assertThat(image.state()).isEqualTo(Images.State.IMAGE);
            assertThat(image.bytes()).isBetween(1L << 20, SHIPPED);

            Map<String, List<Binding>> memory = answers(releases);
            files.forEach((id, rows) -> assertThat(memory.get(id)).as(id).isEqualTo(rows));
        } finally {
            StoreConfig.close(store);
        }
    }

    private Limits withoutImage() {
        Model config = StoreConfig.read(HOME.config(), build);
        var limit = ResourceFactory.createProperty("https://w3id.org/zhice/limit#imageBytes");
        config.listStatements(null, limit, (String) null).toList().forEach(one -> one.changeLiteralObject(0));
        return Limits.read(config);
    }

    private static Map<String, List<Binding>> answers(Releases releases) {
        Map<String, List<Binding>> answers = new LinkedHashMap<>();
        for (SavedQuery query : SavedQueries.read(HOME.queries()).all()) {
            if (!query.needsNet()) {
                answers.put(
                        query.id(),
                        releases.read(release -> query.run(release, Map.of()).rows()));
            }
        }
        return answers;
    }
}
