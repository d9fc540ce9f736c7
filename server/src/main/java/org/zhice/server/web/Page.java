package org.zhice.server.web;

import org.zhice.store.Release;

/** Something to be read at an address; nothing can be written there. */
@FunctionalInterface
public interface Page {
    /**
     * The answer to a GET. It depends on nothing but the release, on who asks what, and on {@link #state}: {@link Reply}
     * relies on that.
     *
     * @param release asked in one transaction; not to be kept
     * @throws RuntimeException a {@link Problem}, or what {@link Problems} knows to turn into one
     */
    Answer get(Client client, Release release);

    /** Whether the answer is made of the release alone, and not also of files on disk, which may change before it does. */
    default boolean lasts() {
        return true;
    }

    /** Whether the answer speaks in the language of the client. */
    default boolean speaks(Client client) {
        return true;
    }

    /** What the answer depends on besides: who holds the answer of another state is sent a new one. */
    default String state() {
        return "";
    }
}
