package org.zhice.app;

import org.zhice.loader.input.Home;
import org.zhice.store.follow.Follower;
import org.zhice.store.follow.Source;

/** A server over releases that are published elsewhere, in the place of builds of its own. */
final class Following {
    private Following() {}

    static Source source(String address) {
        try {
            return Source.of(address);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--follow", address, "http(s)://HOST/PATH or the path of a folder");
        }
    }

    /** Returns when there is a release to serve: without one there is nothing that a server could answer. */
    static Follower begin(Source source, Home home) {
        Follower follower = new Follower(source, home.stores(), home.dumps(), Follower.EVERY);
        try {
            follower.requireBuild();
            return follower;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
