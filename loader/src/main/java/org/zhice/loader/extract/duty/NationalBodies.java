package org.zhice.loader.extract.duty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.rows.Body;

/** National bodies that the tables do not have, by the keys of their printed forms. */
final class NationalBodies {
    private static final Map<String, Body> BODIES = new HashMap<>();

    static {
        for (List<String> row : Resource.rows(NationalBodies.class, "bodies.tsv")) {
            Body body = new Body(row.get(0), row.get(1), row.get(2), row.get(3), row.get(4));
            BODIES.put(ShortForms.key(row.get(1)), body);
            BODIES.put(ShortForms.key(row.get(2)), body);
            for (String form : row.get(5).split("\\|", -1)) {
                BODIES.put(ShortForms.key(form), body);
            }
        }
        BODIES.remove("");
    }

    private NationalBodies() {}

    static Optional<Body> named(String name) {
        return Optional.ofNullable(BODIES.get(ShortForms.key(name)));
    }
}
