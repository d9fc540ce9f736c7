package org.zhice.store.publish;

import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.zhice.store.tdb.StoreFiles;

/** What is told of a published release, as JSON. */
public final class PublishedJson {
    /** No name leads out of a folder. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private static final Pattern RELEASE = Pattern.compile("[0-9a-f]{12}");
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private PublishedJson() {}

    static String of(Published published) {
        JsonObject json = new JsonObject();
        json.put("build", published.build());
        json.put("release", published.release());
        json.put("version", published.version());
        json.put("form", published.form());
        json.put("unpacked", published.unpacked());
        JsonArray files = new JsonArray();
        published.files().forEach(file -> {
            JsonObject one = new JsonObject();
            one.put("name", file.name());
            one.put("bytes", file.bytes());
            one.put("sha256", file.sha256());
            files.add(one);
        });
        json.put("files", files);
        return json + "\n";
    }

    /** Reads one; throws a RuntimeException of any kind if it is none. */
    public static Published read(String text) {
        JsonObject json = JSON.parse(text);
        List<PublishedFile> files = json.getArray("files")
                .map(JsonValue::getAsObject)
                .map(file -> new PublishedFile(
                        matching(NAME, file.getString("name")),
                        number(file, "bytes"),
                        matching(SHA256, file.getString("sha256"))))
                .toList();
        String build = json.getString("build");
        if (!StoreFiles.isName(build)) {
            throw new IllegalArgumentException("\"" + build + "\" is no name of a build");
        }
        return new Published(
                build,
                matching(RELEASE, json.getString("release")),
                json.getString("version"),
                Math.toIntExact(number(json, "form")),
                number(json, "unpacked"),
                files);
    }

    private static String matching(Pattern pattern, String text) {
        if (!pattern.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" does not match " + pattern);
        }
        return text;
    }

    private static long number(JsonObject json, String key) {
        long number = json.getNumber(key).longValue();
        if (number < 0) {
            throw new IllegalArgumentException(key + " is negative");
        }
        return number;
    }
}
