package org.zhice.server.web;

/** A feature of the server: a package with its pages, its queries, its templates and its words. */
@FunctionalInterface
public interface Room {
    /** Puts what the room has to offer at its addresses; called once, before the server starts. */
    void mount(Routes routes);
}
