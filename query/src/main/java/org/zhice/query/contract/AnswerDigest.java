package org.zhice.query.contract;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Collectors;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.store.Result;

/** By which two answers can be compared of which one is no longer there; the order of the rows does not matter. */
final class AnswerDigest {
    private AnswerDigest() {}

    /** The SHA-256 of the columns and the sorted rows. */
    static String of(Result answer) {
        String rows =
                answer.rows().stream().map(row -> line(answer, row)).sorted().collect(Collectors.joining());
        return sha256(answer.columns() + "\n" + rows);
    }

    private static String line(Result answer, Binding row) {
        return answer.columns().stream().map(column -> cell(row, column)).collect(Collectors.joining("\t", "", "\n"));
    }

    private static String cell(Binding row, Var column) {
        Node node = row.get(column);
        return node == null ? "" : NodeFmtLib.strNT(node);
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
