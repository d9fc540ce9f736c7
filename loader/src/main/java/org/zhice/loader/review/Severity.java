package org.zhice.loader.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How bad a kind of doubt is, by {@code doubts.tsv}. */
record Severity(int rank, String beginning) {
    private static final String ANY = "*";
    private static final List<Severity> ALL = all();

    /** From 1, the worst. */
    static int of(String what) {
        return ALL.stream()
                .filter(one -> what.startsWith(one.beginning()))
                .findFirst()
                .or(() ->
                        ALL.stream().filter(one -> one.beginning().equals(ANY)).findFirst())
                .orElseThrow()
                .rank();
    }

    private static List<Severity> all() {
        try (InputStream in = Severity.class.getResourceAsStream("doubts.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Severity(Integer.parseInt(cells[0]), cells[1]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
