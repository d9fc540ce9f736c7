package org.zhice.query;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.zhice.store.Label;
import org.zhice.store.Names;

/**
 * One value that a parameter may take.
 *
 * @param value the RDF term
 * @param id the short form to type: {@code cnipa}, {@code 2023}
 * @param label the name for people
 * @param names every name by which it is found, as {@link Names#key} has it
 */
public record Choice(Node value, String id, Label label, Set<String> names) {
    public Choice {
        names = Set.copyOf(names);
    }

    /** Whether a text means this value: by its id, its IRI or a name. */
    public boolean isMeantBy(String text) {
        return isIdentifiedBy(Names.visible(text)) || isNamed(Names.key(text));
    }

    /** Whether a text is the id, the IRI or the prefixed name of this value. */
    boolean isIdentifiedBy(String text) {
        if (id.equalsIgnoreCase(text)) {
            return true;
        }
        return value.isURI() && (value.getURI().equals(text) || value.getURI().endsWith("/" + text.replace(':', '/')));
    }

    boolean isNamed(String key) {
        return names.contains(key);
    }
}
