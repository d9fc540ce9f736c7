package org.zhice.store.tdb;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Symbol;
import org.zhice.store.Calls;
import org.zhice.store.Limits;
import org.zhice.store.Memo;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.StoreException;
import org.zhice.store.StoreException.Kind;
import org.zhice.store.arq.ArqRelease;
import org.zhice.store.federation.Federation;
import org.zhice.store.image.Images;
import org.zhice.store.image.Images.Outcome;

/**
 * The store that a server reads, until the next build takes its place. Who reads goes on reading the build that it began
 * with.
 */
public final class LiveReleases implements Releases {
    private static final Symbol NAME = Symbol.create("https://w3id.org/zhice/build");
    private static final Symbol READER = Symbol.create("https://w3id.org/zhice/image-reader");

    /** As a thread that waits for another has it. */
    private static final long FOR_EVER = 0;

    /** A release that takes longer to be read at a start is too large to be waited for. */
    private static final long PATIENCE_MILLIS = 1_500;

    private final long began = System.nanoTime();
    private final Limits limits;
    private final Federation federation;
    private volatile Opened served;

    /**
     * Begins with one build.
     *
     * @param data an open store with its text index; queries to it from now on may call no function that is unsafe
     * @param id the name of its build, empty if it has none
     */
    public LiveReleases(DatasetGraph data, String id, Limits limits) {
        this.limits = limits;
        this.federation = new Federation(limits);
        this.served = new Opened(data, id, federation, limits);
        image(served);
    }

    private static final class Opened {
        private final DatasetGraph data;
        private final String id;
        private final Memo memo = new Memo();
        private final AtomicInteger readers = new AtomicInteger();
        private volatile Outcome image = Outcome.NONE;

        Opened(DatasetGraph data, String id, Federation federation, Limits limits) {
            this.data = data;
            this.id = id;
            data.getContext().set(NAME, id);
            ArqRelease.guard(data, federation, limits);
        }

        Release release(DatasetGraph seen, Limits limits) {
            return new ArqRelease(seen, id, limits, memo, new Calls());
        }
    }

    @Override
    public <T> T read(Function<Release, T> use) {
        return read(use, limits);
    }

    /** As {@link #read(Function)}, with time for what must be known before anyone asks. */
    public <T> T prepare(Function<Release, T> use) {
        return read(use, limits.unhurried());
    }

    private <T> T read(Function<Release, T> use, Limits held) {
        Opened opened = enter();
        try {
            awaitFirstImage(opened.data);
            DatasetGraph seen = Images.of(opened.data);
            begin(seen);
            try {
                return use.apply(opened.release(seen, held));
            } finally {
                seen.end();
            }
        } finally {
            opened.readers.decrementAndGet();
        }
    }

    /** Who asks the files while they are read into memory takes from both, and has an answer later than by waiting. */
    private void awaitFirstImage(DatasetGraph data) {
        long patience = PATIENCE_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
        if (patience > 0) {
            awaitImage(data, patience);
        }
    }

    private static void begin(DatasetGraph data) {
        try {
            data.begin(TxnType.READ);
        } catch (RuntimeException e) {
            throw new StoreException("the store cannot be read: " + e.getMessage(), Kind.SILENT, e);
        }
    }

    /** Counted before it is looked at again, so that a build of which nobody reads stays so. */
    private Opened enter() {
        while (true) {
            Opened opened = served;
            opened.readers.incrementAndGet();
            if (opened == served) {
                return opened;
            }
            opened.readers.decrementAndGet();
        }
    }

    @Override
    public String current() {
        return served.id;
    }

    /** The name of the build that a dataset is, if it is or was served here; else empty. */
    public static String idOf(DatasetGraph data) {
        return data.getContext().getAsString(NAME, "");
    }

    /**
     * Puts a new build in place for all who begin to read.
     *
     * @param elsewhere puts it in place for those who do not read here; they have it before {@link #current} tells it, and
     *     find it guarded
     * @return how many read the build before, to be asked until there are none
     */
    public IntSupplier replace(DatasetGraph data, String id, Runnable elsewhere) {
        Opened fresh = new Opened(data, id, federation, limits);
        elsewhere.run();
        Opened old = served;
        served = fresh;
        Images.remove(old.data);
        image(fresh);
        return old.readers::get;
    }

    /** Puts a build into memory while it answers already; who does it is one more who reads. */
    @SuppressWarnings("ThreadPriorityCheck")
    private void image(Opened opened) {
        opened.readers.incrementAndGet();
        Thread thread = new Thread(
                () -> {
                    try {
                        opened.image = Images.put(opened.data, limits.imageBytes(), () -> opened == served);
                    } finally {
                        opened.readers.decrementAndGet();
                    }
                },
                "release-image");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        opened.data.getContext().set(READER, thread);
        thread.start();
    }

    /** Waits until nobody puts a build into memory any more: who closes it would take it away from that reader. */
    public static void awaitImage(DatasetGraph data) {
        awaitImage(data, FOR_EVER);
    }

    /** @param millis at most */
    private static void awaitImage(DatasetGraph data, long millis) {
        if (data.getContext().get(READER) instanceof Thread reader) {
            try {
                reader.join(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Waits until the build that is read now is in memory, or is found too large for that. */
    public void awaitImage() {
        awaitImage(served.data);
    }

    /** Whether the build that is read now is in memory; waits for nothing. */
    public Outcome image() {
        return served.image;
    }
}
