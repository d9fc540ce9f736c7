package org.zhice.bench;

import java.nio.file.Path;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;
import org.eclipse.rdf4j.model.Resource;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.model.ValueFactory;
import org.eclipse.rdf4j.repository.Repository;
import org.eclipse.rdf4j.repository.RepositoryConnection;
import org.eclipse.rdf4j.repository.sail.SailRepository;
import org.eclipse.rdf4j.sail.Sail;
import org.eclipse.rdf4j.sail.lmdb.LmdbStore;
import org.eclipse.rdf4j.sail.lmdb.config.LmdbStoreConfig;
import org.eclipse.rdf4j.sail.memory.MemoryStore;

/** Stores of RDF4J as they come, in this process. */
final class Rdf4jPeer {
    private Rdf4jPeer() {}

    static Repository memory(List<Quad> quads) {
        return filled(new MemoryStore(), quads);
    }

    /** On disk; its files are mapped into memory. */
    static Repository lmdb(List<Quad> quads, Path folder) {
        return filled(new LmdbStore(folder.toFile(), new LmdbStoreConfig()), quads);
    }

    private static Repository filled(Sail store, List<Quad> quads) {
        Repository repository = new SailRepository(store);
        ValueFactory values = repository.getValueFactory();
        try (RepositoryConnection connection = repository.getConnection()) {
            connection.begin();
            for (Quad quad : quads) {
                connection.add(
                        (Resource) value(quad.getSubject(), values),
                        values.createIRI(quad.getPredicate().getURI()),
                        value(quad.getObject(), values),
                        values.createIRI(quad.getGraph().getURI()));
            }
            connection.commit();
        }
        return repository;
    }

    private static Value value(Node node, ValueFactory values) {
        if (node.isURI()) {
            return values.createIRI(node.getURI());
        }
        if (node.isBlank()) {
            return values.createBNode(node.getBlankNodeLabel());
        }
        return node.getLiteralLanguage().isEmpty()
                ? values.createLiteral(node.getLiteralLexicalForm(), values.createIRI(node.getLiteralDatatypeURI()))
                : values.createLiteral(node.getLiteralLexicalForm(), node.getLiteralLanguage());
    }
}
