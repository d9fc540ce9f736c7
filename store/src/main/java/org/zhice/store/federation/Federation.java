package org.zhice.store.federation;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.zhice.store.Calls;
import org.zhice.store.Limits;
import org.zhice.store.Remote;
import org.zhice.store.RemoteException;
import org.zhice.store.RemoteException.Kind;
import org.zhice.store.Terms;

/** The endpoints that queries may call, with what was learnt of each: its answers of late, and whether it is resting. */
public final class Federation {
    private static final Symbol CALLS = Symbol.create(Terms.BASE + "context#calls");

    private final Limits limits;
    private final Map<String, Caller> byIri;
    private final int batch;

    /** Those that the limits list; nothing is asked before a query does. */
    public Federation(Limits limits) {
        this.limits = limits;
        this.byIri = limits.remotes().stream()
                .collect(Collectors.toMap(Remote::iri, Caller::new, (one, other) -> one, TreeMap::new));
        this.batch = limits.remotes().stream().mapToInt(Remote::batch).max().orElse(1);
    }

    /** From now on queries with this context call through here, and in no other way. */
    public void install(Context context) {
        context.set(ARQ.httpServiceAllowed, false);
        QC.setFactory(context, execution -> new CallingExecutor(this, execution));
    }

    /** What a query with this context has called so far; one object for all that asks of the same context. */
    public static Calls calls(Context context) {
        synchronized (context) {
            if (!context.isDefined(CALLS)) {
                context.set(CALLS, new Calls());
            }
            return context.get(CALLS);
        }
    }

    /** Lets the calls of a query with this context be told in these. */
    public static void tell(Context context, Calls calls) {
        context.set(CALLS, calls);
    }

    /**
     * Who calls an endpoint.
     *
     * @param service what stands behind SERVICE, or the value of a variable there
     * @throws RemoteException if it is not on the list
     */
    Caller caller(Node service) {
        Caller caller = service.isURI() ? byIri.get(service.getURI()) : null;
        if (caller == null) {
            String name =
                    service.isURI() ? service.getURI() : service.isVariable() ? "?" + service.getName() : "a literal";
            throw new RemoteException(
                    Kind.NOT_LISTED, name, byIri.isEmpty() ? "none" : String.join(", ", byIri.keySet()));
        }
        return caller;
    }

    /** The limits of those who ask here. */
    Limits limits() {
        return limits;
    }

    /** How many rows to take at a time where no single remote says it. */
    int batch() {
        return batch;
    }
}
