package org.zhice.server;

import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.HttpAction;

/** Something to be read at an address; nothing can be written there. */
@FunctionalInterface
interface Page extends ActionProcessor {

    /**
     * The answer to a GET.
     *
     * @throws RuntimeException a {@link Problem}, or what {@link Problems} knows to turn into one
     */
    Answer get(HttpAction action, Client client);

    @Override
    default void execGet(HttpAction action) {
        Reply.send(action, this);
    }

    @Override
    default void execAny(String method, HttpAction action) {
        Reply.send(action, (refused, client) -> {
            throw Problem.of(405, "method", method).withHeader("Allow", "GET, HEAD, OPTIONS");
        });
    }
}
