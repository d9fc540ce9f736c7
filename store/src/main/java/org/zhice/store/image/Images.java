package org.zhice.store.image;

import java.util.function.BooleanSupplier;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.engine.QueryEngineRegistry;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.store.DatasetGraphTDB;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The images of stores, where they fit: who asks a store asks its image instead, if it has one. */
public final class Images {
    private static final Logger LOG = LoggerFactory.getLogger(Images.class);

    /** No more of the heap than this part of it, whatever the limit: the rest is for queries. */
    private static final int PART = 4;

    private static final Symbol IMAGE = Symbol.create(org.zhice.store.Terms.BASE + "context#image");

    static {
        QueryEngineRegistry.addFactory(new ImageEngine.Factory());
    }

    private Images() {}

    /** How a store is asked. */
    public enum State {
        /** By its files, since no image is wanted or there is none yet. */
        FILES,
        /** By its image. */
        IMAGE,
        /** By its files, since an image would take more than it may. */
        LARGE
    }

    /**
     * What came of it.
     *
     * @param bytes what the image takes
     * @param limit what it may take
     */
    public record Outcome(State state, long bytes, long limit) {
        /** Before anything came of it. */
        public static final Outcome NONE = new Outcome(State.FILES, 0, 0);
    }

    /**
     * Reads a store into memory, which takes seconds; from then on {@link #of} finds it there.
     *
     * @param limit the most bytes that it may take; 0 if no image is wanted
     * @param wanted asked again and again; once it is false, the store stays as it is
     */
    public static Outcome put(DatasetGraph data, long limit, BooleanSupplier wanted) {
        long most = Math.min(limit, Runtime.getRuntime().maxMemory() / PART);
        DatasetGraph base = data instanceof DatasetGraphWrapper wrapper ? wrapper.getBase() : data;
        if (limit == 0 || !(base instanceof DatasetGraphTDB store)) {
            return new Outcome(State.FILES, 0, most);
        }
        try {
            long start = System.nanoTime();
            Image image = Txn.calculateRead(data, () -> ImageReader.read(store, most, wanted));
            data.getContext()
                    .set(IMAGE, new ImageDataset(image, data.getContext().copy()));
            LOG.info(
                    "Queries run in memory: {} triples, {} terms, {} bytes, read in {} ms",
                    image.triples(),
                    image.terms().size(),
                    image.bytes(),
                    (System.nanoTime() - start) / 1_000_000);
            return new Outcome(State.IMAGE, image.bytes(), most);
        } catch (ImageReader.NoImageException e) {
            LOG.info("Queries run on the files of the store: of an image in memory, {}", e.getMessage());
            return new Outcome(e.large ? State.LARGE : State.FILES, 0, most);
        } catch (RuntimeException e) {
            LOG.warn("The release could not be read into memory", e);
            return new Outcome(State.FILES, 0, most);
        }
    }

    /** What to ask for what is in a store: its image, which needs no transaction, or itself. */
    public static DatasetGraph of(DatasetGraph data) {
        return data.getContext().get(IMAGE, data);
    }

    /** From now on the store has no image. */
    public static void remove(DatasetGraph data) {
        data.getContext().remove(IMAGE);
    }
}
