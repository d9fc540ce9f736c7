package org.zhice.store.tdb;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;

/** A seal as text, which tells its own checksum. */
final class SealJson {
    private static final String FORM = "form";
    private static final String COUNTS = "counts";
    private static final String FILES = "files";
    private static final String BYTES = "bytes";
    private static final String CRC = "crc32c";

    /** Of builds that do not tell theirs. */
    private static final int UNTOLD = 1;

    private SealJson() {}

    static String of(Seal seal) {
        JsonObject json = body(seal);
        json.put(CRC, checksum(seal));
        return json + "\n";
    }

    /** Throws a RuntimeException of any kind if it is no seal. */
    static Seal read(String text) {
        JsonObject json = JSON.parse(text);
        SortedMap<String, Long> counts = new TreeMap<>();
        json.getObj(COUNTS)
                .forEach((name, count) ->
                        counts.put(name, count.getAsNumber().value().longValue()));
        SortedMap<String, SealedFile> files = new TreeMap<>();
        json.getObj(FILES).forEach((name, file) -> files.put(name, file(file.getAsObject())));
        Seal seal = new Seal(json.hasKey(FORM) ? json.getNumber(FORM).intValue() : UNTOLD, counts, files);
        if (!checksum(seal).equals(json.getString(CRC))) {
            throw new IllegalArgumentException("the seal itself is damaged");
        }
        return seal;
    }

    private static SealedFile file(JsonObject json) {
        return new SealedFile(json.getNumber(BYTES).longValue(), json.getString(CRC));
    }

    private static JsonObject body(Seal seal) {
        JsonObject counts = new JsonObject();
        seal.counts().forEach((name, count) -> counts.put(name, count));
        JsonObject files = new JsonObject();
        seal.files().forEach((name, file) -> {
            JsonObject one = new JsonObject();
            one.put(BYTES, file.bytes());
            one.put(CRC, file.crc32c());
            files.put(name, one);
        });
        JsonObject json = new JsonObject();
        if (seal.form() != UNTOLD) {
            json.put(FORM, seal.form());
        }
        json.put(COUNTS, counts);
        json.put(FILES, files);
        return json;
    }

    private static String checksum(Seal seal) {
        CRC32C sum = new CRC32C();
        sum.update(body(seal).toString().getBytes(StandardCharsets.UTF_8));
        return "%08x".formatted(sum.getValue());
    }
}
