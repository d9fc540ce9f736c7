package org.zhice.store.tdb;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.assembler.Assembler;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.text.DatasetGraphText;
import org.apache.jena.query.text.assembler.TextVocab;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sys.JenaSystem;
import org.apache.jena.tdb2.assembler.VocabTDB2;
import org.apache.jena.tdb2.sys.DatabaseConnection;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.apache.jena.vocabulary.RDF;

/**
 * The store that {@code fuseki-config/zhice.ttl} describes, placed at one build.
 *
 * <p>The file names the link {@code current}. TDB2 keeps an open store by its path, so a process that follows the link
 * to a new build under the same path would get the old one: here the link is replaced by the real folder.
 */
public final class StoreConfig {
    static {
        JenaSystem.init();
    }

    private static final String CURRENT = "data/store/current";

    private StoreConfig() {}

    /**
     * The configuration with {@code data/store/current} replaced by {@code build}. Whoever opens the store there from now on,
     * be it Fuseki, joins in the order that its counts tell.
     *
     * @throws org.apache.jena.riot.RiotException if the file is missing or not Turtle
     */
    public static Model read(Path config, Path build) {
        Model model = RDFParser.source(config).base(config.toUri().toString()).toModel();
        List<Statement> placed = model.listStatements()
                .filterKeep(s -> s.getObject().isLiteral() && s.getString().startsWith(CURRENT))
                .toList();
        placed.forEach(s -> s.changeObject(build + s.getString().substring(CURRENT.length())));
        if (Files.isRegularFile(build.resolve(TripleCounts.FILE))) {
            order(model, build);
        }
        return model;
    }

    /** TDB2 takes an order only from who opens a place first, and keeps it open for others. */
    private static void order(Model model, Path build) {
        try {
            JoinOrder order = new JoinOrder(TripleCounts.read(build));
            model.listObjectsOfProperty(VocabTDB2.pLocation)
                    .forEach(location -> DatabaseConnection.connectCreate(
                            Location.create(location.asLiteral().getString()), null, order));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Opens the store of a build for reading and writing, text index included. One process holds it at a time.
     *
     * @throws IllegalStateException if the configuration does not describe exactly one text dataset
     */
    public static DatasetGraph open(Path config, Path build) {
        Model model = read(config, build);
        List<Resource> datasets =
                model.listSubjectsWithProperty(RDF.type, TextVocab.textDataset).toList();
        if (datasets.size() != 1) {
            throw new IllegalStateException(
                    config + ": " + datasets.size() + " resources of type text:TextDataset, expected 1");
        }
        return ((Dataset) Assembler.general().open(datasets.get(0))).asDatasetGraph();
    }

    /** Closes what {@link #open} opened and lets go of the lock on its folder. */
    public static void close(DatasetGraph store) {
        DatasetGraph tdb = ((DatasetGraphText) store).getWrapped();
        store.close();
        TDBInternal.expel(tdb);
    }
}
