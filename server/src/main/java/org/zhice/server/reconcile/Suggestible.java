package org.zhice.server.reconcile;

import java.util.Locale;

/** What can be suggested to who types. */
enum Suggestible {
    ENTITY,
    PROPERTY,
    TYPE;

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
