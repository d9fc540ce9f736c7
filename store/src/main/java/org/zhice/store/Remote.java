package org.zhice.store;

import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.RDFS;

/**
 * A SPARQL endpoint elsewhere that a query may call by SERVICE, and what a call may cost.
 *
 * @param name for people
 * @param iri what a query calls it
 * @param address where it is asked: the IRI itself, or a mirror
 * @param patience how long one request may take, to the last byte
 * @param answerBytes the longest answer of one request
 * @param rows the most rows of one answer
 * @param batch how many rows of a query one request asks about
 * @param requests the most requests for one question
 * @param age how long an answer is kept
 * @param cacheBytes how much of its answers is kept
 * @param nearby whether its address may lie in a private network, or on this machine
 */
public record Remote(
        String name,
        String iri,
        URI address,
        Duration patience,
        int answerBytes,
        int rows,
        int batch,
        int requests,
        Duration age,
        int cacheBytes,
        boolean nearby) {
    private static final String NAMESPACE = Terms.BASE + "remote#";
    private static final Resource ENDPOINT = ResourceFactory.createResource(NAMESPACE + "Endpoint");

    /**
     * The endpoints that a configuration lists, by name.
     *
     * @throws IllegalStateException if one of them lacks something
     */
    static List<Remote> read(Model config) {
        return config.listSubjectsWithProperty(RDF.type, ENDPOINT).mapWith(Remote::read).toList().stream()
                .sorted(Comparator.comparing(Remote::name))
                .toList();
    }

    private static Remote read(Resource entry) {
        String iri = iri(entry, "iri")
                .orElseThrow(() -> wrong(entry, "nothing", "remote:iri, the address that queries write"));
        return new Remote(
                Optional.ofNullable(entry.getProperty(RDFS.label))
                        .map(Statement::getString)
                        .orElseThrow(() -> wrong(entry, "nothing", "an rdfs:label")),
                iri,
                web(entry, iri(entry, "address").orElse(iri)),
                Duration.ofMillis(number(entry, "patienceMillis")),
                number(entry, "answerBytes"),
                number(entry, "rows"),
                number(entry, "batch"),
                number(entry, "requests"),
                Duration.ofSeconds(number(entry, "ageSeconds")),
                number(entry, "cacheBytes"),
                entry.hasLiteral(property("nearby"), true));
    }

    /** What a call may cost, each by the IRI that sets it in the configuration. */
    public Map<String, Integer> costs() {
        return Map.of(
                NAMESPACE + "patienceMillis", Limits.millis(patience),
                NAMESPACE + "answerBytes", answerBytes,
                NAMESPACE + "rows", rows,
                NAMESPACE + "batch", batch,
                NAMESPACE + "requests", requests,
                NAMESPACE + "ageSeconds", Math.toIntExact(age.toSeconds()),
                NAMESPACE + "cacheBytes", cacheBytes);
    }

    private static Optional<String> iri(Resource entry, String name) {
        return Optional.ofNullable(entry.getProperty(property(name)))
                .filter(found -> found.getObject().isURIResource())
                .map(found -> found.getResource().getURI());
    }

    private static URI web(Resource entry, String address) {
        if (!address.matches("(?i)https?://[^/?#@\\s]+[^#\\s]*")) {
            throw wrong(entry, address, "an address of the web, http:// or https://, without a name of a user");
        }
        return URI.create(address);
    }

    private static int number(Resource entry, String name) {
        Statement found = entry.getProperty(property(name));
        if (found == null
                || !found.getObject().isLiteral()
                || !(found.getLiteral().getValue() instanceof Integer number)
                || number < 1) {
            throw wrong(
                    entry,
                    found == null ? "nothing" : found.getObject().toString(),
                    "remote:" + name + ", one whole number from 1");
        }
        return number;
    }

    private static Property property(String name) {
        return ResourceFactory.createProperty(NAMESPACE + name);
    }

    private static IllegalStateException wrong(Resource entry, String found, String expected) {
        String place = Optional.ofNullable(entry.getProperty(RDFS.label))
                .map(Statement::getString)
                .orElse("a remote:Endpoint");
        return new IllegalStateException("configuration, " + place + ": found " + found + ", expected " + expected);
    }
}
