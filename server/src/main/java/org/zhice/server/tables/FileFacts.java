package org.zhice.server.tables;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** What only the file of a table tells. */
record FileFacts(long rows, long bytes, String sha256) {
    static FileFacts of(Path csv) {
        try (Reader reader = Files.newBufferedReader(csv);
                CSVParser parser = CSVFormat.RFC4180.parse(reader)) {
            long header = 1;
            return new FileFacts(
                    parser.stream().count() - header, Files.size(csv), DigestUtils.sha256Hex(Files.readAllBytes(csv)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
