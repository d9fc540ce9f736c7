package org.zhice.server.entity;

import java.util.Optional;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;

/** Names of the units of QUDT for people; the graph uses the units and does not describe them. */
final class Units {
    private static final String UNIT = "http://qudt.org/vocab/unit/";

    private Units() {}

    static boolean isUnit(String iri) {
        return iri.startsWith(UNIT);
    }

    /** The name in a language; none for what is no unit, and for a unit that the messages do not name. */
    static Optional<String> name(String iri, Language language) {
        return isUnit(iri)
                ? Messages.in(language, Units.class).find("unit." + iri.substring(UNIT.length()))
                : Optional.empty();
    }
}
