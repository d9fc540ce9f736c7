package org.zhice.server.cache;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.jena.query.QueryCancelledException;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.zhice.server.web.Problem;
import org.zhice.server.web.Problems;
import org.zhice.store.Limits;
import org.zhice.store.arq.Repeatable;

/**
 * Gives away again what was answered before from the release that is served. An answer is kept whole or not at all, by the
 * release that it was made from; of equal requests the pages answer one, and the others wait for that.
 */
public final class AnswerCache extends Handler.Wrapper {
    private static final String STATUS = "Cache-Status";
    private static final HttpField HIT = new PreEncodedHttpField(STATUS, "zhice; hit");
    private static final HttpField COLLAPSED = new PreEncodedHttpField(STATUS, "zhice; fwd=miss; collapsed");
    private static final HttpField STORED = new PreEncodedHttpField(STATUS, "zhice; fwd=miss; stored");
    private static final HttpField MISS = new PreEncodedHttpField(STATUS, "zhice; fwd=miss");
    private static final HttpField RENEWED = new PreEncodedHttpField(STATUS, "zhice; fwd=request; stored");
    private static final HttpField ANEW = new PreEncodedHttpField(STATUS, "zhice; fwd=request");

    private final Map<CacheKey, Flight> flights = new ConcurrentHashMap<>();
    private final Limits limits;
    private final Predicate<String> lasting;
    private final Supplier<String> served;
    private final BooleanSupplier warned;
    private final AnswerStore store;

    /**
     * An empty cache.
     *
     * @param lasting the paths at which answers are made of a release alone
     * @param served the release that is served now; waits for nothing
     * @param warned whether what is served now is not what should be, which pages tell; then nothing is kept or given
     */
    public AnswerCache(Limits limits, Predicate<String> lasting, Supplier<String> served, BooleanSupplier warned) {
        this.limits = limits;
        this.lasting = lasting;
        this.served = served;
        this.warned = warned;
        this.store = new AnswerStore(limits.front().cacheBytes());
    }

    /** What it holds, and what became of requests. */
    public AnswerStore store() {
        return store;
    }

    /**
     * Forgets what was made from other releases than that which is served.
     *
     * @return scheme and host of what was asked for most
     */
    Set<String> renew() {
        Set<String> sites = store.sites();
        store.keepOnly(served.get());
        return sites;
    }

    /** Waits for nothing itself. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Request asked = Asked.isPostedQuery(request) ? PageRequest.posted(request) : request;
        Optional<CacheKey> key = warned.getAsBoolean() ? Optional.empty() : Asked.key(asked, served.get());
        Directives said = Directives.of(asked.getHeaders());
        if (key.isPresent() && !said.anew() && give(key.get(), asked, response, callback)) {
            return true;
        }
        return Later.handle(
                asked,
                response,
                callback,
                () -> (key.isPresent() && mayBeKept(key.get(), asked))
                        ? answer(key.get(), said, asked, response, callback)
                        : next(asked, response, callback));
    }

    private boolean mayBeKept(CacheKey key, Request request) {
        return lasting.test(request.getHttpURI().getCanonicalPath()) && Repeatable.is(key.asked());
    }

    private boolean next(Request request, Response response, Callback callback) throws Exception {
        return super.handle(request, response, callback);
    }

    private boolean answer(CacheKey key, Directives said, Request request, Response response, Callback callback)
            throws Exception {
        if (said.onlyKept()) {
            Response.writeError(request, response, callback, 504, null, Problem.of(504, "not-kept"));
            return true;
        }
        if (said.anew() || said.unkept()) {
            store.count(AnswerStore.ANEW);
            return lead(new Lead(key, Optional.empty(), !said.unkept(), said.anew()), request, response, callback);
        }
        return join(key, request, response, callback);
    }

    /** Whether it was kept. */
    private boolean give(CacheKey key, Request request, Response response, Callback callback) {
        Kept kept = store.get(key);
        if (kept != null) {
            store.count(AnswerStore.HIT);
            kept.send(request, response, callback, HIT);
        }
        return kept != null;
    }

    private boolean join(CacheKey key, Request request, Response response, Callback callback) throws Exception {
        Flight mine = new Flight();
        Waiter waiter = new Waiter(request, response, callback);
        for (Flight other = flights.putIfAbsent(key, mine); other != null; other = flights.putIfAbsent(key, mine)) {
            if (other.join(waiter)) {
                store.count(AnswerStore.COLLAPSED);
                waiter.waitFor(SparqlText.patience(key.asked(), limits.total()), this::late);
                return true;
            }
        }
        if (give(key, request, response, callback)) {
            land(key, mine, Optional.empty());
            return true;
        }
        store.count(AnswerStore.MISS);
        return lead(new Lead(key, Optional.of(mine), true, false), request, response, callback);
    }

    /**
     * One request that the pages answer.
     *
     * @param flight for whom else
     * @param keeps whether the answer may be kept
     * @param anew whether the client did not want what is kept
     */
    private record Lead(CacheKey key, Optional<Flight> flight, boolean keeps, boolean anew) {}

    private boolean lead(Lead lead, Request request, Response response, Callback callback) throws Exception {
        HttpFields before = HttpFields.build(response.getHeaders()).asImmutable();
        Capture capture = new Capture(
                request,
                response,
                callback,
                limits.front().cacheAnswerBytes(),
                bytes -> whole(lead, before, bytes, request, response, callback),
                () -> land(lead, Optional.empty()));
        boolean handled = false;
        try {
            handled = next(PageRequest.of(request, lead.key()), capture, capture);
            return handled;
        } finally {
            if (!handled) {
                land(lead, Optional.empty());
                capture.discard();
            }
        }
    }

    private void whole(
            Lead lead, HttpFields before, byte[] bytes, Request request, Response response, Callback callback) {
        Optional<Kept> kept = Keeper.kept(response, before, bytes, served.get()).filter(made -> !warned.getAsBoolean());
        boolean current =
                kept.filter(made -> served.get().equals(made.release())).isPresent();
        boolean stored = lead.keeps() && current;
        if (stored) {
            store.put(lead.key().of(kept.get().release()), kept.get());
        }
        land(lead, kept.filter(made -> current));
        HttpField status = stored ? (lead.anew() ? RENEWED : STORED) : lead.anew() ? ANEW : MISS;
        if (kept.isPresent()) {
            kept.get().sendFresh(request, response, callback, status);
        } else {
            response.getHeaders().put(status);
            Kept.write(response, ByteBuffer.wrap(bytes), callback);
        }
    }

    private void land(Lead lead, Optional<Kept> kept) {
        lead.flight().ifPresent(flight -> land(lead.key(), flight, kept));
    }

    /** Who waited for an answer that is not kept asks for himself: its failure is not his. */
    private void land(CacheKey key, Flight flight, Optional<Kept> kept) {
        flights.remove(key, flight);
        for (Waiter waiter : flight.land()) {
            waiter.serve(() -> kept.ifPresentOrElse(
                    answer -> answer.send(waiter.request(), waiter.response(), waiter.callback(), COLLAPSED),
                    () -> alone(waiter)));
        }
    }

    private void alone(Waiter waiter) {
        Request request = waiter.request();
        Response response = waiter.response();
        Callback callback = waiter.callback();
        Later.run(request, response, callback, () -> {
            CacheKey key = Asked.key(request, served.get()).orElseThrow();
            return give(key, request, response, callback)
                    || lead(new Lead(key, Optional.empty(), true, false), request, response, callback);
        });
    }

    private void late(Waiter waiter) {
        Problem problem = Problems.of(new QueryCancelledException(), limits);
        Response.writeError(waiter.request(), waiter.response(), waiter.callback(), problem.getRC(), null, problem);
    }
}
