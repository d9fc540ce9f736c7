package org.zhice.app;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.zhice.loader.build.StoreBuilder;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;
import org.zhice.store.tdb.Damage;
import org.zhice.store.tdb.StoreFiles;

/** The value of {@code --store}: a build that is to prove itself. */
final class StoreContract {
    /** For the build that would be served. */
    static final String NEWEST = "";

    private StoreContract() {}

    /**
     * Looks at all that a build holds.
     *
     * @param build its name, or empty for the one that the link names, else the newest
     * @return a line for people
     * @throws InputException with all that is wrong
     */
    static String check(Home home, String build) {
        StoreFiles stores = home.stores();
        Path folder = find(stores, build);
        List<Damage> damages = Stream.concat(
                        build.equals(NEWEST) ? stores.linkDamage().stream() : Stream.empty(),
                        StoreBuilder.check(home, folder).stream())
                .toList();
        if (!damages.isEmpty()) {
            throw new InputException(damages.stream()
                    .map(damage -> new Finding(place(home, damage), damage.found(), damage.expected()))
                    .toList());
        }
        return home.name(stores.root().resolve(folder.getFileName())) + ": nothing wrong";
    }

    private static Path find(StoreFiles stores, String build) {
        return (build.equals(NEWEST) ? stores.newest() : stores.folder(build))
                .orElseThrow(() -> new UsageException(
                        "--store",
                        build.equals(NEWEST) ? "no build" : "\"" + build + "\"",
                        "the name of a build in " + stores.root()));
    }

    private static Place place(Home home, Damage damage) {
        return Place.of(
                damage.place().startsWith(home.root())
                        ? home.name(damage.place())
                        : damage.place().toString());
    }
}
