package org.zhice.store.federation;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URLEncoder;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.apache.jena.query.QueryCancelledException;
import org.zhice.store.Remote;
import org.zhice.store.RemoteException;
import org.zhice.store.RemoteException.Kind;
import org.zhice.store.Terms;

/**
 * One request to a remote, over HTTP by POST; it ends at the patience with the remote, or with the query that asks.
 *
 * <p>The name of the remote is looked up here before, to see where it leads. Java keeps what it looked up for a while, and so
 * connects to the same. Behind a proxy the proxy looks names up, and it is for the proxy to say where they may lead.
 */
final class RemoteRequest {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(Redirect.NEVER).build();
    private static final long STEP_MILLIS = 20;

    private final Remote remote;
    private final AtomicBoolean cancelled;
    private final long end;

    private RemoteRequest(Remote remote, AtomicBoolean cancelled) {
        this.remote = remote;
        this.cancelled = cancelled;
        this.end = System.nanoTime() + remote.patience().toNanos();
    }

    /** @param cancelled looked at while waiting; may be null */
    static HttpResponse<byte[]> send(Remote remote, String query, AtomicBoolean cancelled) {
        return new RemoteRequest(remote, cancelled).send(query);
    }

    private HttpResponse<byte[]> send(String query) {
        if (!remote.nearby() && !isBehindProxy()) {
            requireWeb(await(CompletableFuture.supplyAsync(
                    () -> addresses(remote.address().getHost()))));
        }
        HttpRequest request = HttpRequest.newBuilder(remote.address())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/sparql-results+json, application/sparql-results+xml;q=0.5")
                .header("User-Agent", "Zhice/" + Terms.VERSION + " (" + Terms.BASE + ")")
                .POST(BodyPublishers.ofString("query=" + URLEncoder.encode(query, StandardCharsets.UTF_8)))
                .build();
        HttpResponse<byte[]> response = await(HTTP.sendAsync(request, head -> new LimitedBody(limit(head))));
        requireSuccess(response);
        return response;
    }

    /** Of an answer that is no success nothing is read. */
    private int limit(HttpResponse.ResponseInfo head) {
        return head.statusCode() == 200 ? remote.answerBytes() : 0;
    }

    private boolean isBehindProxy() {
        return Optional.ofNullable(ProxySelector.getDefault())
                .map(selector -> selector.select(remote.address()))
                .filter(proxies -> proxies.stream().anyMatch(proxy -> proxy.type() != Proxy.Type.DIRECT))
                .isPresent();
    }

    private static InetAddress[] addresses(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            return new InetAddress[0];
        }
    }

    private void requireWeb(InetAddress... addresses) {
        if (addresses.length == 0) {
            throw failure(Kind.DOWN, "unknown host");
        }
        Stream.of(addresses)
                .filter(address -> !Addresses.isOfTheWeb(address))
                .findFirst()
                .ifPresent(address -> {
                    throw failure(Kind.PRIVATE, address.getHostAddress());
                });
    }

    private void requireSuccess(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status >= 300 && status < 400) {
            throw failure(
                    Kind.REDIRECT,
                    host(response.headers().firstValue("Location").orElse("")));
        }
        if (status != 200) {
            throw failure(Kind.STATUS, String.valueOf(status));
        }
    }

    private String host(String location) {
        try {
            return String.valueOf(remote.address().resolve(location).getHost());
        } catch (IllegalArgumentException e) {
            return "no address";
        }
    }

    private <T> T await(CompletableFuture<T> coming) {
        try {
            while (System.nanoTime() < end) {
                try {
                    return coming.get(STEP_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    requireGoingOn();
                }
            }
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new QueryCancelledException();
        } finally {
            coming.cancel(true);
        }
        throw failure(Kind.SLOW, String.valueOf(remote.patience().toMillis()));
    }

    private void requireGoingOn() {
        if (cancelled != null && cancelled.get()) {
            throw new QueryCancelledException();
        }
    }

    private RemoteException failure(Throwable cause) {
        if (cause instanceof LimitedBody.TooLong) {
            return failure(Kind.TOO_MUCH, remote.answerBytes() + " bytes");
        }
        String why = cause instanceof IOException ? cause.getClass().getSimpleName() : "no answer";
        return failure(Kind.DOWN, why);
    }

    private RemoteException failure(Kind kind, String detail) {
        return new RemoteException(kind, remote.name(), detail);
    }
}
