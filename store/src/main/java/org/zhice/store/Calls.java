package org.zhice.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhice.store.RemoteException.Kind;

/** What became of the calls to other endpoints for one question, or for all that was asked in one reading. */
public final class Calls {
    private final Map<String, Integer> requests = new TreeMap<>();
    private final Map<String, RemoteException> missing = new TreeMap<>();

    /**
     * A remote is to be asked once more.
     *
     * @param known whether its answer is at hand
     * @throws RemoteException if it has failed this question, or was asked too often
     */
    public synchronized void next(Remote remote, boolean known) {
        RemoteException failure = missing.get(remote.name());
        if (failure != null && !known) {
            throw failure;
        }
        if (requests.merge(remote.name(), known ? 0 : 1, Integer::sum) > remote.requests()) {
            throw new RemoteException(Kind.TOO_OFTEN, remote.name(), String.valueOf(remote.requests()));
        }
    }

    /** A remote failed, and the rest of the answer goes without it. */
    public synchronized void miss(RemoteException failure) {
        missing.putIfAbsent(failure.remote(), failure);
    }

    /** Whether anything was asked of another endpoint: then the answer may be another one tomorrow. */
    public synchronized boolean any() {
        return !requests.isEmpty() || !missing.isEmpty();
    }

    /** The failures that an answer went without, by the name of the remote. */
    public synchronized Collection<RemoteException> missing() {
        return List.copyOf(missing.values());
    }
}
