package org.zhice.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Tables with headers: those that the graph is made of, and those that the server gives. */
record CsvRows(List<Map<String, String>> rows) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** A table of {@code data/tables}. */
    static CsvRows table(String name) {
        try {
            return parsed(Files.readString(Shipped.HOME.root().resolve("data/tables/" + name + ".csv")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table beside the tests. */
    static CsvRows beside(String file) {
        try (InputStream table = CsvRows.class.getResourceAsStream(file)) {
            return parsed(new String(table.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a page of {@link Shipped#server} gives as CSV; a table without rows fails. */
    static CsvRows served(String path) {
        CsvRows found = parsed(
                get(path + (path.contains("?") ? "&" : "?") + "format=csv").body());
        if (found.rows().isEmpty()) {
            throw new AssertionError(path + ": no rows");
        }
        return found;
    }

    /** As a browser asks for it. */
    static HttpResponse<String> get(String path) {
        try {
            String url = Shipped.server().url().replaceFirst("/$", "") + path;
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    static CsvRows parsed(String csv) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try {
            return new CsvRows(format.parse(new StringReader(csv)).stream()
                    .map(CSVRecord::toMap)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CsvRows where(Predicate<Map<String, String>> condition) {
        return new CsvRows(rows.stream().filter(condition).toList());
    }

    CsvRows where(String column, String value) {
        return where(row -> row.get(column).equals(value));
    }

    Stream<String> of(String column) {
        return rows.stream().map(row -> row.get(column));
    }

    long count() {
        return rows.size();
    }

    long distinct(String column) {
        return of(column).distinct().count();
    }
}
