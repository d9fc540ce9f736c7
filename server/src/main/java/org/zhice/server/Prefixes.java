package org.zhice.server;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.shared.PrefixMapping;

/** The prefixes of the graph, from the file that the editor reads too. */
public final class Prefixes {
    /** All of them, not to be changed. */
    public static final PrefixMapping ALL = read();

    private Prefixes() {}

    private static PrefixMapping read() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        JSON.parse(Resources.text("static/prefixes.json"))
                .forEach((prefix, value) ->
                        prefixes.put(prefix, value.getAsString().value()));
        return PrefixMapping.Factory.create().setNsPrefixes(prefixes).lock();
    }

    /** {@code agency:cnipa}, or the whole IRI if no prefix fits. */
    public static String shorten(String iri) {
        String name = ALL.qnameFor(iri);
        return name == null ? ALL.shortForm(iri) : name;
    }
}
