package org.zhice.store.tdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.atlas.lib.tuple.Tuple;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.tupletable.TupleIndex;

/** Whether a build says in all its parts the same: in each index of the store, in the text index, and as N-Quads. */
public final class StoreCheck {
    private final Path build;
    private final List<Damage> damages = new ArrayList<>();

    private StoreCheck(Path build) {
        this.build = build;
    }

    /**
     * Counts what a build holds, by reading all of it.
     *
     * @param build not yet published
     */
    public static SortedMap<String, Long> counts(Path config, Path build) {
        try (OpenStore store = new OpenStore(config, build)) {
            return store.counts();
        }
    }

    /**
     * All that is wrong with a build. It is opened as a copy, so that it may be served meanwhile; if its files are not as they
     * were published, it is not opened at all.
     *
     * @param nquads the files in a build whose lines together are the content of the store
     * @param line how a quad is written there
     */
    public static List<Damage> damages(
            Path config, StoreFiles files, Path build, List<String> nquads, Function<Quad, String> line) {
        StoreCheck check = new StoreCheck(build);
        try {
            check.files();
            if (check.damages.isEmpty()) {
                check.inside(config, files, nquads, line);
            }
        } catch (DamagedBuildException e) {
            check.damages.add(e.damage());
        }
        return check.damages;
    }

    private void files() {
        Seal seal = Seal.read(build);
        seal.files().keySet().forEach(name -> seal.damage(build, name).ifPresent(damages::add));
        seal.strays(build).forEach(file -> damages.add(new Damage(file, "a file", "none that was not published")));
    }

    private void inside(Path config, StoreFiles files, List<String> nquads, Function<Quad, String> line) {
        try (PrivateFolder folder = PrivateFolder.of(files);
                OpenStore store = new OpenStore(config, folder.copy(build))) {
            SortedMap<String, Long> counted = store.counts();
            Seal.read(build).counts().forEach((name, count) -> expect(name, counted.get(name), count));
            indexes(store);
            Set<String> quads = new HashSet<>();
            store.quads().forEachRemaining(quad -> quads.add(line.apply(quad)));
            compare("quads", quads, lines(nquads));
            TextCheck text = new TextCheck(store.text());
            expect("text index, by Lucene's own check", text.isWhole() ? "a whole one" : "damage", "a whole one");
            compare("texts in the text index", text.texts(), text.expected(store.quads()));
        }
    }

    /** The indexes hold the same, each in its order, and every node that they name is there. */
    private void indexes(OpenStore store) {
        List<TupleIndex> indexes = store.quadIndexes();
        Set<Tuple<NodeId>> primary = Iter.toSet(indexes.get(0).all());
        indexes.subList(1, indexes.size())
                .forEach(index -> compare("entries of " + index.getName(), Iter.toSet(index.all()), primary));
        store.tripleIndexes()
                .forEach(index -> compare(
                        "entries of " + index.getName(), Iter.toSet(index.all()), Iter.toSet(store.union(index))));
        Set<NodeId> named = new HashSet<>();
        primary.forEach(tuple -> tuple.forEach(named::add));
        long missing = named.stream()
                .filter(id -> store.nodes().getNodeForNodeId(id) == null)
                .count();
        expect("nodes without a term", missing, 0L);
    }

    private Set<String> lines(List<String> nquads) {
        Set<String> lines = new HashSet<>();
        try {
            for (String file : nquads) {
                lines.addAll(Files.readAllLines(build.resolve(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    private <T> void compare(String what, Set<T> found, Set<T> expected) {
        long more = found.stream().filter(one -> !expected.contains(one)).count();
        long less = expected.stream().filter(one -> !found.contains(one)).count();
        if (more + less > 0) {
            damages.add(new Damage(build, what + ": " + more + " too many, " + less + " missing", "none of either"));
        }
    }

    private void expect(String what, Object found, Object expected) {
        if (!expected.equals(found)) {
            damages.add(new Damage(build, what + ": " + found, String.valueOf(expected)));
        }
    }
}
