package org.zhice.store.federation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.iterator.QueryIterPlainWrapper;
import org.apache.jena.sparql.engine.join.Join;
import org.zhice.store.Calls;
import org.zhice.store.RemoteException;

/** One SERVICE of a query, asked about some rows at a time. */
final class ServiceCall {
    private final Federation federation;
    private final Node service;
    private final boolean silent;
    private final RemotePattern pattern;
    private final ExecutionContext execution;

    ServiceCall(Federation federation, OpService service, ExecutionContext execution) {
        this.federation = federation;
        this.service = service.getService();
        this.silent = service.getSilent();
        this.pattern = RemotePattern.of(service.getSubOp());
        this.execution = execution;
    }

    /** The rows joined with what each row's remote says of them. */
    Iterator<Binding> answer(List<Binding> rows) {
        Map<Request, List<Binding>> requests = new LinkedHashMap<>();
        rows.forEach(row -> requests.computeIfAbsent(
                        new Request(remote(row), pattern.known(row)), request -> new ArrayList<>())
                .add(row));
        List<Binding> answer = new ArrayList<>();
        requests.forEach((request, some) ->
                ask(federation.caller(request.remote()), request.known(), some).forEachRemaining(answer::add));
        return answer.iterator();
    }

    /** Rows that know as much go into one request: a row that knows less would find again what another found. */
    private record Request(Node remote, List<Var> known) {}

    private Node remote(Binding row) {
        Node value = service.isVariable() ? row.get(Var.alloc(service)) : service;
        return value == null ? service : value;
    }

    private Iterator<Binding> ask(Caller caller, List<Var> known, List<Binding> rows) {
        Calls calls = Federation.calls(execution.getContext());
        try {
            List<Binding> found = caller.rows(pattern.query(known, rows), calls, execution.getCancelSignal());
            return Join.join(iterator(rows), iterator(pattern.local(found)), execution);
        } catch (RemoteException e) {
            if (!silent) {
                throw e;
            }
            calls.miss(e);
            return rows.iterator();
        }
    }

    private static QueryIterator iterator(List<Binding> rows) {
        return QueryIterPlainWrapper.create(rows.iterator());
    }
}
