package org.zhice.store.tdb;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which build a process serves: the newest that is good. It reads a copy of its own, of which each file was looked at, so that
 * what happens to the published build meanwhile does no harm.
 */
public final class ServedBuilds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ServedBuilds.class);

    private final StoreFiles files;
    private final PrivateFolder folder;

    /** What the link named when it was last looked at, whether that was taken or not. */
    private Path seen;

    /** The published build that is served, and its copy. */
    private volatile Path served;

    private Path copy;

    private volatile List<Damage> damages;

    private ServedBuilds(StoreFiles files, PrivateFolder folder) {
        this.files = files;
        this.folder = folder;
    }

    /**
     * Takes the newest good build.
     *
     * @throws IllegalStateException if there is none; the message tells what is wrong with each
     * @throws UncheckedIOException if no copy can be written
     */
    public static ServedBuilds begin(StoreFiles files) {
        if (files.candidates().isEmpty()) {
            throw new IllegalStateException(
                    files.root() + ": no store has been built yet; build one with `./zhice build`");
        }
        ServedBuilds builds = new ServedBuilds(files, PrivateFolder.of(files));
        try {
            builds.takeFirst();
            return builds;
        } catch (RuntimeException e) {
            builds.close();
            throw e;
        }
    }

    private void takeFirst() {
        List<Damage> found = new ArrayList<>(files.linkDamage().stream().toList());
        for (Path build : files.candidates()) {
            try {
                copy = folder.copy(build);
                served = build;
                seen = files.current().orElse(build);
                damages = List.copyOf(found);
                found.forEach(damage -> LOG.warn("{}; {} is served", damage, build.getFileName()));
                return;
            } catch (DamagedBuildException e) {
                found.add(e.damage());
            }
        }
        throw new IllegalStateException(Stream.concat(
                        found.stream().map(Damage::toString),
                        Stream.of("no good build of the store is left; build one with `./zhice build`"))
                .collect(Collectors.joining("\n")));
    }

    /** The copy that is to be read. */
    public Path copy() {
        return copy;
    }

    /** The name of the build that is served. */
    public String name() {
        return String.valueOf(served.getFileName());
    }

    /** Why something else is served than what the link names; empty if all is well. */
    public List<Damage> damages() {
        return damages;
    }

    /**
     * The copy of a build that the link has come to name. Each build is looked at once: a damaged one is left alone.
     *
     * @throws DamagedBuildException if it is not as it was published
     * @throws UncheckedIOException if no copy can be written
     */
    Optional<Path> next() {
        Optional<Path> build = files.current().filter(current -> !current.equals(seen));
        if (build.isEmpty()) {
            return Optional.empty();
        }
        seen = build.get();
        if (seen.equals(served)) {
            damages = List.of();
            return Optional.empty();
        }
        try {
            return Optional.of(folder.copy(seen));
        } catch (DamagedBuildException e) {
            damages = List.of(e.damage());
            throw e;
        } catch (UncheckedIOException e) {
            damages = List.of(new Damage(seen, String.valueOf(e.getMessage()), "a copy of it to serve"));
            throw e;
        }
    }

    /** A copy from {@link #next} is served now, and nobody reads the one before. */
    void took(Path next) {
        StoreFiles.discard(copy);
        copy = next;
        served = seen;
        damages = List.of();
    }

    /** A copy from {@link #next} cannot be served. */
    void refused(Path next, String reason) {
        damages = List.of(new Damage(seen, reason, "a build that can be read"));
        StoreFiles.discard(next);
    }

    /** Deletes the copies; to be called when nobody reads them. */
    @Override
    public void close() {
        folder.close();
    }
}
