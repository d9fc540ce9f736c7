package org.zhice.server.web;

import java.util.function.Supplier;
import org.zhice.store.Memo;
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

    /**
     * A page that is made for the first who asks for it: the queries that it holds are read then, and not by a server that
     * starts. It is made of the release alone.
     */
    static Page later(Supplier<Page> make) {
        Memo made = new Memo();
        Supplier<Page> page = () -> made.get(Page.class, make);
        return new Page() {
            @Override
            public Answer get(Client client, Release release) {
                return page.get().get(client, release);
            }

            @Override
            public boolean speaks(Client client) {
                return page.get().speaks(client);
            }

            @Override
            public String state() {
                return page.get().state();
            }
        };
    }
}
