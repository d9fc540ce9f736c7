package org.zhice.query.describe;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphUtil;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.shacl.vocabulary.SHACLM;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.vocabulary.OWL2;
import org.zhice.store.Kinds;
import org.zhice.store.Prefixes;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Terms;
import org.zhice.store.dump.DumpFile;

/**
 * The dataset described in VoID, DCAT and DQV, and its prefixes in SHACL, by small queries over the graph and by counting it: nodes have
 * addresses, so that the same graph gives the same description.
 */
public final class SelfDescription {
    /** The dataset: addresses of parts of it begin so. */
    public static final String DATASET = Terms.BASE + "dataset";

    /** What declares the prefixes; those of the saved queries stand there too. */
    private static final String PREFIXES = Terms.BASE + "prefixes";

    private static final Query TOTALS = Queries.read(SelfDescription.class, "totals.rq");

    private static final List<Query> PARTS = Stream.of("linksets", "quality")
            .map(part -> Queries.read(SelfDescription.class, part + ".rq"))
            .toList();
    private static final Query RELEASE = Queries.read(SelfDescription.class, "release.rq");

    private static final Query FILE = Queries.read(SelfDescription.class, "file.rq");

    private static final Set<Node> OF_DATASET =
            Set.of(Terms.graph("shapes"), Terms.graph("queries"), Terms.graph("meta"));

    private static final Set<Node> OF_DATASET_AND_TERMS =
            Set.of(Terms.graph("shapes"), Terms.graph("queries"), Terms.graph("meta"), Terms.graph("ontology"));

    private SelfDescription() {}

    /**
     * What can be said before a release has a number.
     *
     * @param without the triples of all graphs of the release but some
     */
    public static Graph of(Release release, Function<Set<Node>, Graph> without) {
        Partitions partitions =
                new Partitions(without.apply(Set.of()), without.apply(OF_DATASET), without.apply(OF_DATASET_AND_TERMS));
        Graph description = partitions.parts();
        GraphUtil.addInto(description, release.construct(Queries.bound(TOTALS, partitions.totals())));
        PARTS.forEach(part -> GraphUtil.addInto(description, release.construct(part)));
        GraphUtil.addInto(
                description, prefixes(Prefixes.ofKinds(Kinds.of(release).all().keySet())));
        return description;
    }

    /**
     * What can be said once it has one.
     *
     * @param version the number, which names the dumps
     */
    public static Graph ofVersion(Release release, String version) {
        Node number = NodeFactory.createLiteralString(version);
        return release.construct(Queries.bound(RELEASE, "version", number));
    }

    /** What can be said of a dump once it is written: its length and its checksum, as DCAT has it in the words of SPDX. */
    public static Graph ofFile(Release release, DumpFile file) {
        Map<Var, Node> known = Map.of(
                Var.alloc("name"), NodeFactory.createLiteralString(file.name()),
                Var.alloc("bytes"), NodeFactory.createLiteralString(String.valueOf(file.bytes())),
                Var.alloc("sha256"), NodeFactory.createLiteralString(file.sha256()));
        return release.construct(Queries.bound(FILE, known));
    }

    private static Graph prefixes(Prefixes prefixes) {
        Model model = ModelFactory.createDefaultModel();
        Resource all = model.createResource(PREFIXES, OWL2.Ontology);
        new TreeMap<>(prefixes.all().getNsPrefixMap())
                .forEach((prefix, namespace) -> all.addProperty(
                        SHACLM.declare,
                        model.createResource(PREFIXES + "#" + prefix)
                                .addProperty(SHACLM.prefix, prefix)
                                .addProperty(SHACLM.namespace, namespace, XSDDatatype.XSDanyURI)));
        return model.getGraph();
    }
}
