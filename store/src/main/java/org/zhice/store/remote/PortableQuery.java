package org.zhice.store.remote;

import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementPathBlock;
import org.apache.jena.sparql.syntax.ElementService;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.ExprTransformApplyElementTransform;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.zhice.store.Limits;
import org.zhice.store.Remote;
import org.zhice.store.RemoteException;
import org.zhice.store.RemoteException.Kind;
import org.zhice.store.arq.QueryRefusedException;

/** A query as another engine may be given it. */
final class PortableQuery extends ElementTransformCopyBase {
    private static final Node SEARCH = NodeFactory.createURI("http://jena.apache.org/text#query");

    private final List<String> listed;

    private PortableQuery(List<String> listed) {
        this.listed = listed;
    }

    /**
     * The same query.
     *
     * @throws RemoteException if it calls an endpoint that is not listed: the engine would, wherever that may lie
     * @throws QueryRefusedException if it searches texts as Jena does, which other engines would take for a property that nothing
     *     has
     */
    static Query of(Query query, Limits limits) {
        if (query.getQueryPattern() != null) {
            List<String> listed = limits.remotes().stream().map(Remote::iri).toList();
            PortableQuery portable = new PortableQuery(listed);
            return QueryTransformOps.transform(query, portable, new ExprTransformApplyElementTransform(portable));
        }
        return query;
    }

    @Override
    public Element transform(ElementPathBlock block) {
        block.patternElts().forEachRemaining(triple -> {
            if (SEARCH.equals(triple.getPredicate())) {
                throw new QueryRefusedException(SEARCH.getURI());
            }
        });
        return super.transform(block);
    }

    /** A block that says nothing of its variables changes no answer; Virtuoso joins whatever there is to it. */
    @Override
    public Element transform(ElementData values) {
        return values.getRows().size() == 1 && values.getRows().get(0).isEmpty() ? new ElementGroup() : values;
    }

    @Override
    public Element transform(ElementService call, Node service, Element asked) {
        if (!service.isURI() || !listed.contains(service.getURI())) {
            throw new RemoteException(
                    Kind.NOT_LISTED,
                    service.isURI() ? service.getURI() : "?" + service.getName(),
                    listed.isEmpty() ? "none" : String.join(", ", listed));
        }
        return super.transform(call, service, asked);
    }
}
