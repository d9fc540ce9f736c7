package org.zhice.server;

import java.util.List;
import java.util.Optional;
import org.zhice.server.web.Health.Warning;
import org.zhice.store.tdb.Damage;
import org.zhice.store.tdb.ServedBuilds;

/** Tells of a build that is served in place of a damaged newer one. */
final class StoreWarning {
    private StoreWarning() {}

    static Optional<Warning> of(ServedBuilds builds) {
        List<Damage> damages = builds.damages();
        return damages.stream()
                .findFirst()
                .map(first -> Warning.of("store", first.place(), first.found(), first.expected(), builds.name()));
    }
}
