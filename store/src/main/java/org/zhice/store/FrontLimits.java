package org.zhice.store;

import java.time.Duration;
import java.util.Map;
import org.apache.jena.rdf.model.Model;

/**
 * What clients may take before the store is asked at all.
 *
 * @param threads the most threads that answer
 * @param connections the most connections
 * @param clientConnections the most of one client
 * @param clientRequests the most requests of one client in flight that ask the store
 * @param waitingRequests the most requests that wait for a place
 * @param headerBytes the longest request line and headers of a request together
 * @param headerLines the most headers of a request
 * @param addressBytes the longest address with its query string
 * @param arrivingBytes the most bytes of all bodies that have begun to come
 * @param headers how long the headers of a request may take to come
 * @param body how long its body may take
 * @param stalled how long a connection may stand still within a request
 * @param idle how long it may stand still between two requests
 * @param readBytesPerSecond how slowly an answer may be read, on the average
 * @param cacheBytes the most bytes of answers that are kept
 * @param cacheAnswerBytes the longest answer that is
 */
public record FrontLimits(
        int threads,
        int connections,
        int clientConnections,
        int clientRequests,
        int waitingRequests,
        int headerBytes,
        int headerLines,
        int addressBytes,
        int arrivingBytes,
        Duration headers,
        Duration body,
        Duration stalled,
        Duration idle,
        int readBytesPerSecond,
        int cacheBytes,
        int cacheAnswerBytes) {
    static FrontLimits read(Model config) {
        return new FrontLimits(
                Limits.number(config, "threads"),
                Limits.number(config, "connections"),
                Limits.number(config, "clientConnections"),
                Limits.number(config, "clientRequests"),
                Limits.number(config, "waitingRequests"),
                Limits.number(config, "headerBytes"),
                Limits.number(config, "headerLines"),
                Limits.number(config, "addressBytes"),
                Limits.number(config, "arrivingBytes"),
                Duration.ofMillis(Limits.number(config, "headerMillis")),
                Duration.ofMillis(Limits.number(config, "bodyMillis")),
                Duration.ofMillis(Limits.number(config, "stalledMillis")),
                Duration.ofMillis(Limits.number(config, "idleMillis")),
                Limits.number(config, "readBytesPerSecond"),
                Limits.number(config, "cacheBytes"),
                Limits.number(config, "cacheAnswerBytes"));
    }

    /** Each by the name that it has in the configuration. */
    Map<String, Integer> byName() {
        return Map.ofEntries(
                Map.entry("threads", threads),
                Map.entry("connections", connections),
                Map.entry("clientConnections", clientConnections),
                Map.entry("clientRequests", clientRequests),
                Map.entry("waitingRequests", waitingRequests),
                Map.entry("headerBytes", headerBytes),
                Map.entry("headerLines", headerLines),
                Map.entry("addressBytes", addressBytes),
                Map.entry("arrivingBytes", arrivingBytes),
                Map.entry("headerMillis", Limits.millis(headers)),
                Map.entry("bodyMillis", Limits.millis(body)),
                Map.entry("stalledMillis", Limits.millis(stalled)),
                Map.entry("idleMillis", Limits.millis(idle)),
                Map.entry("readBytesPerSecond", readBytesPerSecond),
                Map.entry("cacheBytes", cacheBytes),
                Map.entry("cacheAnswerBytes", cacheAnswerBytes));
    }
}
