package org.zhice.store.dump;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonValue;
import org.zhice.store.ReleaseId;
import org.zhice.store.dump.Manifest.Answer;

/** A manifest as JSON, in a file and over HTTP. */
public final class ManifestJson {
    private ManifestJson() {}

    /** Writes one. */
    public static JsonObject of(Manifest manifest) {
        JsonObject json = new JsonObject();
        json.put("release", manifest.release());
        json.put("iri", ReleaseId.iri(manifest.release()));
        json.put("issued", manifest.issued().toString());
        json.put("version", manifest.version());
        json.put("quads", manifest.quads());
        json.put("triples", manifest.triples());
        json.put("graphs", object(manifest.graphs(), JsonNumber::value));
        json.put("classes", object(manifest.classes(), JsonNumber::value));
        json.put("answers", object(manifest.answers(), ManifestJson::of));
        JsonArray files = new JsonArray();
        manifest.files().forEach(file -> files.add(of(file)));
        json.put("files", files);
        return json;
    }

    /** Writes one file of a release. */
    public static JsonObject of(DumpFile file) {
        JsonObject json = new JsonObject();
        json.put("name", file.name());
        json.put("type", DumpFile.TYPE);
        json.put("content", file.content());
        json.put("bytes", file.bytes());
        json.put("sha256", file.sha256());
        return json;
    }

    private static JsonObject of(Answer answer) {
        JsonObject json = new JsonObject();
        json.put("rows", answer.rows());
        json.put("sha256", answer.sha256());
        return json;
    }

    /** Reads one; throws a RuntimeException of any kind if it is none. */
    public static Manifest read(String text) {
        JsonObject json = JSON.parse(text);
        List<DumpFile> files = json.getArray("files")
                .map(JsonValue::getAsObject)
                .map(file -> new DumpFile(file.getString("name"), number(file.get("bytes")), file.getString("sha256")))
                .toList();
        return new Manifest(
                json.getString("release"),
                Instant.parse(json.getString("issued")),
                json.getString("version"),
                number(json.get("quads")),
                number(json.get("triples")),
                map(json.getObj("graphs"), ManifestJson::number),
                map(json.getObj("classes"), ManifestJson::number),
                map(json.getObj("answers"), ManifestJson::answer),
                files);
    }

    private static Answer answer(JsonValue value) {
        JsonObject json = value.getAsObject();
        return new Answer(number(json.get("rows")), json.getString("sha256"));
    }

    private static long number(JsonValue value) {
        return value.getAsNumber().value().longValue();
    }

    private static <T> JsonObject object(Map<String, T> values, Function<T, JsonValue> write) {
        JsonObject json = new JsonObject();
        values.forEach((key, value) -> json.put(key, write.apply(value)));
        return json;
    }

    private static <T> Map<String, T> map(JsonObject json, Function<JsonValue, T> read) {
        Map<String, T> values = new LinkedHashMap<>();
        json.forEach((key, value) -> values.put(key, read.apply(value)));
        return values;
    }
}
