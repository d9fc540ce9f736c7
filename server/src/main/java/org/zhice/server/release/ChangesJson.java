package org.zhice.server.release;

import java.util.List;
import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNull;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.zhice.query.change.EntityChanges;
import org.zhice.server.release.ReleaseChanges.AnswerPair;
import org.zhice.server.release.ReleaseChanges.Count;
import org.zhice.store.dump.Manifest.Answer;

/** What changed, whole, for programs; what cannot be told is {@code null}. */
final class ChangesJson {
    private ChangesJson() {}

    static JsonObject of(ReleaseChanges changes, String site) {
        JsonObject json = new JsonObject();
        json.put("from", changes.from().release());
        json.put("to", changes.to().release());
        json.put("missing", strings(changes.missing()));
        json.put("patch", changes.missing().isEmpty() ? new JsonString(site + ReleasePages.address(changes)) : NULL);
        json.put("quads", changes.things().map(ChangesJson::quads).orElse(NULL));
        json.put("things", changes.things().map(ChangesJson::things).orElse(NULL));
        json.put("classes", counts(changes.classes()));
        json.put("graphs", counts(changes.graphs()));
        JsonArray answers = new JsonArray();
        changes.answers().forEach(pair -> answers.add(answer(pair)));
        json.put("answers", answers);
        return json;
    }

    private static final JsonValue NULL = JsonNull.instance;

    private static JsonValue quads(EntityChanges things) {
        JsonObject json = new JsonObject();
        json.put("added", things.newQuads());
        json.put("removed", things.goneQuads());
        return json;
    }

    private static JsonValue things(EntityChanges things) {
        JsonObject json = new JsonObject();
        json.put("added", strings(things.added()));
        json.put("removed", strings(things.removed()));
        json.put("changed", strings(things.changed()));
        return json;
    }

    private static JsonArray counts(List<Count> counts) {
        JsonArray array = new JsonArray();
        for (Count count : counts) {
            JsonObject json = new JsonObject();
            json.put("iri", count.name());
            json.put("before", count.before());
            json.put("after", count.after());
            array.add(json);
        }
        return array;
    }

    private static JsonObject answer(AnswerPair pair) {
        JsonObject json = new JsonObject();
        json.put("query", pair.query());
        json.put("before", rows(pair.before()));
        json.put("after", rows(pair.after()));
        return json;
    }

    private static JsonValue rows(Optional<Answer> answer) {
        return answer.<JsonValue>map(one -> JsonNumber.value(one.rows())).orElse(NULL);
    }

    private static JsonArray strings(List<String> strings) {
        JsonArray array = new JsonArray();
        strings.forEach(array::add);
        return array;
    }
}
