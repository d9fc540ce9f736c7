package org.zhice.server;

import java.util.Locale;
import java.util.Optional;
import org.zhice.server.web.Health;
import org.zhice.server.web.Health.Warning;
import org.zhice.store.follow.FollowState;
import org.zhice.store.follow.Trouble;

/** Tells among health and metrics how it goes with following a folder of releases. */
public final class FollowHealth {
    private FollowHealth() {}

    /** To be called before the server starts. */
    public static void tell(FollowState state, Health health) {
        health.number("follow.failures", state::failures);
        health.number("follow.taken", state::taken);
        health.number("follow.bytes", state::fetched);
        health.number("follow.checked.seconds", state::checked);
        health.check("follow", () -> state.trouble().flatMap(trouble -> warning(trouble, health)));
    }

    private static Optional<Warning> warning(Trouble trouble, Health health) {
        String key = "follow-" + trouble.kind().name().toLowerCase(Locale.ROOT);
        return Optional.of(Warning.of(key, trouble.place(), trouble.found(), trouble.expected(), health.release()));
    }
}
