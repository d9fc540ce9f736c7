package org.zhice.store.follow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhice.store.dump.Dumps;
import org.zhice.store.follow.Trouble.Kind;
import org.zhice.store.follow.Trouble.Met;
import org.zhice.store.publish.Published;
import org.zhice.store.publish.PublishedJson;
import org.zhice.store.tdb.StoreArchive;
import org.zhice.store.tdb.StoreFiles;

/**
 * Keeps the builds of a data folder up to the newest published release. Whatever goes wrong, the build that is here stays the
 * current one; the next try comes later each time.
 */
public final class Follower implements AutoCloseable {
    /** How long a release can be published before it is asked for. */
    public static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int DOUBLINGS = 10;

    private final Source source;
    private final StoreFiles stores;
    private final Arrival arrival;
    private final Duration every;
    private final FollowState state = new FollowState();
    private final Thread thread = new Thread(this::follow, "follow");

    /** Of the pointer whose release is here. */
    private String tag = "";

    /** The build that is here, and good; to look at all of it takes a while. */
    private Optional<Path> here = Optional.empty();

    /**
     * One that has not begun.
     *
     * @param stores where releases are to lie
     * @param every how often to ask while all is well
     */
    public Follower(Source source, StoreFiles stores, Dumps dumps, Duration every) {
        this.source = source;
        this.stores = stores;
        this.every = every;
        this.arrival = new Arrival(source, stores, dumps, state);
        thread.setDaemon(true);
    }

    /** How it goes. */
    public FollowState state() {
        return state;
    }

    /**
     * Returns as soon as there is a good build to serve: at once, or after the first release that can be taken. If the newest
     * build is damaged, one try is made to get it again.
     */
    public void requireBuild() throws InterruptedException {
        if (stores.good().isPresent() && stores.good().equals(stores.newest())) {
            return;
        }
        look();
        while (stores.good().isEmpty()) {
            Thread.sleep(pause().toMillis());
            look();
        }
    }

    /** Goes on looking for newer releases, until it is closed. */
    public void start() {
        thread.start();
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                look();
                Thread.sleep(pause().toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** After failures longer, and not all replicas at the same time. */
    private Duration pause() {
        if (state.failures() == 0) {
            return every;
        }
        long doubled = every.toMillis() << Math.min(state.failures() - 1, DOUBLINGS);
        long most = Math.min(doubled, LONGEST.toMillis());
        return Duration.ofMillis(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
    }

    private void look() {
        try {
            Optional<Source.Pointer> pointer = pointer();
            if (pointer.isPresent()) {
                take(pointer.get());
                tag = pointer.get().tag();
            }
            if (state.failures() > 0) {
                LOG.info("{}: followed again", source);
            }
            state.succeeded();
        } catch (Met e) {
            failed(e.trouble());
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            failed(new Trouble(Kind.DISK, stores.root().toString(), String.valueOf(e.getMessage()), "room for it"));
        }
    }

    private void failed(Trouble trouble) {
        tag = "";
        if (state.failed(trouble)) {
            LOG.warn("{}; what was taken before is served on", trouble);
        }
    }

    private Optional<Source.Pointer> pointer() throws Met {
        try {
            return source.pointer(tag);
        } catch (IOException e) {
            throw new Met(Kind.SOURCE, source, Download.said(e), Published.POINTER);
        }
    }

    private void take(Source.Pointer pointer) throws Met, IOException {
        Published published = read(pointer);
        String newest = here();
        if (published.build().equals(newest)) {
            return;
        }
        if (published.build().compareTo(newest) < 0) {
            throw new Met(Kind.OLDER, source, published.build(), "none before " + newest);
        }
        if (published.form() != StoreArchive.FORM) {
            throw new Met(
                    Kind.FORM,
                    source,
                    "a store in form " + published.form() + ", by version " + published.version(),
                    "form " + StoreArchive.FORM);
        }
        LOG.info("{}: {} is fetched", source, published.build());
        arrival.take(published);
        LOG.info("{}: {} is here, the release {}", source, published.build(), published.release());
    }

    private String here() {
        if (here.isEmpty() || !here.equals(stores.current())) {
            here = stores.good();
        }
        return here.map(Path::getFileName).map(Path::toString).orElse("");
    }

    private Published read(Source.Pointer pointer) throws Met {
        try {
            return PublishedJson.read(pointer.text());
        } catch (RuntimeException e) {
            throw new Met(
                    Kind.DAMAGED,
                    source + " " + Published.POINTER,
                    "something else (" + e.getMessage() + ")",
                    "what tells of a release");
        }
    }

    /** Ends it, after a release that is being taken. */
    @Override
    public void close() {
        thread.interrupt();
    }
}
