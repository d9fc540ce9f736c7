package org.zhice.loader.extract.clean.word;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the rules and word lists that stand beside the classes that use them: tab-separated, # for remarks. */
public final class Resource {
    private Resource() {}

    /**
     * The rows of a file, each with its cells.
     *
     * @param user a class of the package in which the file stands
     * @throws IllegalStateException if there is no such file: a broken build
     */
    public static List<List<String>> rows(Class<?> user, String name) {
        try (InputStream in = user.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no resource " + name);
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first cells of a file, as {@link #rows} finds it. */
    public static List<String> column(Class<?> user, String name) {
        return rows(user, name).stream().map(row -> row.get(0)).toList();
    }
}
