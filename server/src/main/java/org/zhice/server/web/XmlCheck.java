package org.zhice.server.web;

import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.zhice.server.protocol.XmlCharacters;
import org.zhice.store.Result;

/** Looks at what is to be written as XML before the first byte goes out. */
public final class XmlCheck {
    private XmlCheck() {}

    /**
     * Refuses rows that XML cannot hold.
     *
     * @throws Problem 406 that names the row, the column and the character
     */
    public static void require(Result rows) {
        for (int row = 0; row < rows.rows().size(); row++) {
            for (Var column : rows.columns()) {
                require(rows.rows().get(row).get(column), row + 1, column.getName());
            }
        }
    }

    private static void require(Node node, int row, String column) {
        XmlCharacters.firstOther(text(node)).ifPresent(c -> {
            throw Problem.of(406, "not-xml-row", "U+%04X".formatted(c), row, column);
        });
    }

    /**
     * Refuses a graph that XML cannot hold.
     *
     * @throws org.zhice.server.protocol.ProtocolException 406 that names the character
     */
    public static void require(Graph graph) {
        graph.stream()
                .flatMap(triple -> Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject()))
                .map(XmlCheck::text)
                .forEach(XmlCharacters::require);
    }

    private static String text(Node node) {
        if (node == null || node.isBlank()) {
            return "";
        }
        return node.isURI() ? node.getURI() : node.isLiteral() ? node.getLiteralLexicalForm() : "";
    }
}
