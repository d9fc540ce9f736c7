package org.zhice.store.remote;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.riot.process.normalize.NormalizeRDFTerms;
import org.apache.jena.riot.system.StreamRDFBase;

/**
 * What a graph holds, told by a number that no order changes: the sum of the first sixteen bytes of the SHA-256 of each
 * triple. Values count and not how they are written: engines keep the decimal 1.50 as 1.5, and language tags in small letters.
 * Blank nodes, to which each engine gives names of its own, count as one.
 */
final class GraphDigest extends StreamRDFBase {
    private final MessageDigest sha256 = DigestUtils.getSha256Digest();
    private long triples;
    private long high;
    private long low;

    @Override
    public void triple(Triple triple) {
        String line = text(triple.getSubject()) + text(triple.getPredicate()) + text(triple.getObject());
        ByteBuffer hash = ByteBuffer.wrap(sha256.digest(line.getBytes(StandardCharsets.UTF_8)));
        triples++;
        high += hash.getLong();
        low += hash.getLong();
    }

    private static String text(Node term) {
        if (term.isBlank()) {
            return "_: ";
        }
        Node value = NormalizeRDFTerms.getXSD11().normalize(term);
        if (value.isLiteral() && !value.getLiteralLanguage().isEmpty()) {
            value = NodeFactory.createLiteralLang(
                    value.getLiteralLexicalForm(), value.getLiteralLanguage().toLowerCase(Locale.ROOT));
        }
        return NodeFmtLib.strNT(value) + " ";
    }

    long triples() {
        return triples;
    }

    boolean holdsAs(GraphDigest other) {
        return triples == other.triples && high == other.high && low == other.low;
    }
}
