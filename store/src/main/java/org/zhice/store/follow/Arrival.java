package org.zhice.store.follow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.zhice.store.ReleaseId;
import org.zhice.store.dump.Dumps;
import org.zhice.store.dump.Manifest;
import org.zhice.store.dump.ManifestJson;
import org.zhice.store.follow.Trouble.Kind;
import org.zhice.store.follow.Trouble.Met;
import org.zhice.store.publish.Published;
import org.zhice.store.publish.PublishedFile;
import org.zhice.store.tdb.DamagedBuildException;
import org.zhice.store.tdb.StoreArchive;
import org.zhice.store.tdb.StoreFiles;

/** Takes a published release in: fetches all of it, proves it, and only then makes it the current one. */
record Arrival(Source source, StoreFiles stores, Dumps dumps, FollowState state) {
    /** Beside the builds, so that an unpacked one moves among them in one step. */
    private static final String FOLDER = "follow";

    /**
     * Takes one.
     *
     * @throws IOException if it cannot be kept here
     */
    void take(Published published) throws Met, IOException {
        Path folder = stores.root().resolve(FOLDER).resolve(published.build());
        clearOthers(folder);
        Files.createDirectories(folder);
        Download download = new Download(source, folder, state.counter());
        for (PublishedFile file : published.files()) {
            download.fetch(published.path(file), file);
        }
        Path build = unpacked(published, folder);
        dump(published, folder);
        stores.adopt(build);
        StoreFiles.discard(folder.getParent());
        state.took();
    }

    /** Parts of a release that is no longer the newest are of no use. */
    private static void clearOthers(Path folder) throws IOException {
        if (Files.isDirectory(folder.getParent())) {
            try (Stream<Path> all = Files.list(folder.getParent())) {
                all.filter(one -> !one.equals(folder)).forEach(StoreFiles::delete);
            }
        }
    }

    /** The archive goes if it holds something else, so that it is fetched again. */
    private Path unpacked(Published published, Path folder) throws Met, IOException {
        Path archive = folder.resolve(Published.STORE);
        Path build = folder.resolve("unpacked").resolve(published.build());
        if (Files.exists(build)) {
            StoreFiles.delete(build);
        }
        Files.createDirectories(build);
        try {
            StoreArchive.unpack(archive, build, published.unpacked());
            require(published, build);
            return build;
        } catch (DamagedBuildException e) {
            Files.delete(archive);
            throw new Met(
                    Kind.DAMAGED,
                    e.damage().place(),
                    e.damage().found(),
                    e.damage().expected());
        }
    }

    private static void require(Published published, Path build) throws Met, IOException {
        Path nquads = build.resolve(StoreFiles.NQUADS);
        String release = Files.exists(nquads) ? ReleaseId.of(nquads) : "none";
        if (!release.equals(published.release())) {
            throw new Met(Kind.DAMAGED, nquads, "the release " + release, published.release());
        }
    }

    /** What can be taken away at {@code /dumps/}, and what it is. */
    private void dump(Published published, Path folder) throws Met, IOException {
        for (PublishedFile file : published.files()) {
            if (file.name().endsWith(Dumps.NQUADS) || file.name().endsWith(Dumps.TURTLE)) {
                dumps.write(file.name(), to -> Files.copy(folder.resolve(file.name()), to));
                dumps.write(file.name() + Dumps.CHECKSUM, file.sha256() + "  " + file.name() + "\n");
            }
        }
        dumps.list(manifest(published, folder));
    }

    private Manifest manifest(Published published, Path folder) throws Met, IOException {
        Path file = folder.resolve(Dumps.name(published.release(), Dumps.MANIFEST));
        try {
            Manifest manifest = ManifestJson.read(Files.readString(file));
            if (manifest.release().equals(published.release())) {
                return manifest;
            }
        } catch (RuntimeException e) {
            // refused as any other that is none
        }
        throw new Met(Kind.DAMAGED, file, "something else", "the manifest of " + published.release());
    }
}
