package org.zhice.store.federation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Calls;
import org.zhice.store.Remote;
import org.zhice.store.RemoteException;

/** Calls one remote, unless its answer is at hand or it is resting. */
final class Caller {
    private final Remote remote;
    private final Cache<String, RemoteAnswer> kept;
    private final Rest rest;

    Caller(Remote remote) {
        this.remote = remote;
        this.rest = new Rest(remote.name());
        this.kept = Caffeine.newBuilder()
                .expireAfterWrite(remote.age())
                .maximumWeight(remote.cacheBytes())
                .weigher((String query, RemoteAnswer answer) -> query.length() + answer.bytes())
                .build();
    }

    /** How many rows to ask about at a time. */
    int batch() {
        return remote.batch();
    }

    /**
     * What it answers to a SELECT.
     *
     * @param cancelled set when the query that asks is to end
     * @throws RemoteException if it gives no answer
     */
    List<Binding> rows(String query, Calls calls, AtomicBoolean cancelled) {
        RemoteAnswer answer = kept.getIfPresent(query);
        calls.next(remote, answer != null);
        if (answer == null) {
            rest.require();
            answer = ask(query, cancelled);
            kept.put(query, answer);
        }
        return answer.rows();
    }

    private RemoteAnswer ask(String query, AtomicBoolean cancelled) {
        try {
            RemoteAnswer answer = RemoteAnswer.read(RemoteRequest.send(remote, query, cancelled), remote);
            rest.end();
            return answer;
        } catch (RemoteException e) {
            rest.begin(e);
            throw e;
        }
    }
}
