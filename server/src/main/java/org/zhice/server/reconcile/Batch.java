package org.zhice.server.reconcile;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.Strictness;
import com.google.gson.annotations.SerializedName;
import com.google.gson.reflect.TypeToken;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zhice.server.web.Problem;
import org.zhice.store.MatchLimits;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what clients send as JSON; what of it is missing is null.
 *
 * @param limits the manifest tells the first; the longest title of the graph has a quarter of the longest text
 */
record Batch(MatchLimits limits) {
    private static final int CANDIDATES = 10;
    private static final String QUERIES = "{\"q0\": {\"query\": …}, …}";
    private static final String EXTEND = "{\"ids\": […], \"properties\": [{\"id\": …}]}";
    private static final Gson GSON =
            new GsonBuilder().setStrictness(Strictness.STRICT).create();

    /** Gson takes the last of two members of one name, without a word. */
    private static final JsonMapper EACH_ONCE = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    /**
     * One name to be matched.
     *
     * @param query the name
     * @param type the id of a type, or several
     * @param limit the most candidates
     * @param strict of no matter here: each thing is of one type
     */
    record Query(
            String query,
            JsonElement type,
            Integer limit,
            List<Given> properties,
            @SerializedName("type_strict") String strict) {
        Set<String> types(Types known) {
            Set<String> types = new LinkedHashSet<>();
            each(type, one -> types.add(known.required(text(one))));
            return types;
        }

        String name() {
            return query == null ? "" : query;
        }

        List<Given> given() {
            return properties == null ? List.of() : properties;
        }

        int most() {
            return limit == null ? CANDIDATES : limit;
        }
    }

    /** A property that the thing should have, with one of some values. */
    record Given(String pid, JsonElement v) {
        List<String> values() {
            List<String> values = new ArrayList<>();
            each(v, one -> values.add(text(one)));
            return values;
        }
    }

    /** Things of which the values of properties are asked. */
    record Extend(List<String> ids, List<Property> properties) {}

    /** A property to be fetched. */
    record Property(String id, Map<String, JsonElement> settings) {}

    /** The queries of a batch. */
    Map<String, Query> queries(String json) {
        Map<String, Query> queries = read("queries", json, QUERIES, new TypeToken<>() {});
        requireFew("queries", queries.size());
        queries.forEach(Batch::require);
        return queries;
    }

    /** What is to be fetched. */
    Extend extend(String json) {
        Extend extend = read("extend", json, EXTEND, new TypeToken<>() {});
        if (extend.ids() == null
                || extend.properties() == null
                || extend.ids().contains(null)
                || extend.properties().stream().anyMatch(one -> one == null || one.id() == null)) {
            throw Problem.of(400, "reconcile-json", "extend", EXTEND);
        }
        requireFew("extend", Math.max(extend.ids().size(), extend.properties().size()));
        return extend;
    }

    /** An object first: Gson would take a list for a map. */
    private <T> T read(String parameter, String json, String expected, TypeToken<T> type) {
        requireSense(parameter, json, expected);
        try {
            JsonObject object = GSON.fromJson(json, JsonObject.class);
            return Objects.requireNonNull(GSON.fromJson(object, type));
        } catch (JsonParseException | NumberFormatException | NullPointerException e) {
            throw Problem.of(400, "reconcile-json", parameter, expected);
        }
    }

    /** Each member once, few texts, and short ones. */
    private void requireSense(String parameter, String json, String expected) {
        int texts = 0;
        try (JsonParser in = EACH_ONCE.createParser(json)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token.isScalarValue()) {
                    texts++;
                    requireShort(in.getString());
                }
            }
        } catch (JacksonException e) {
            throw Problem.of(400, "reconcile-json", parameter, expected);
        }
        if (texts > limits.texts()) {
            throw Problem.of(413, "reconcile-texts", parameter, texts, limits.texts());
        }
    }

    private static void each(JsonElement value, Consumer<JsonElement> use) {
        if (value != null && value.isJsonArray()) {
            value.getAsJsonArray().forEach(use);
        } else if (value != null && !value.isJsonNull()) {
            use.accept(value);
        }
    }

    /** A text or number as it is; of another thing the identifier, or else its name. */
    private static String text(JsonElement value) {
        if (value.isJsonPrimitive()) {
            return value.getAsString();
        }
        return value.isJsonObject()
                ? Stream.of("id", "name")
                        .map(value.getAsJsonObject()::get)
                        .filter(member -> member != null && member.isJsonPrimitive())
                        .map(JsonElement::getAsString)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private void requireFew(String parameter, int size) {
        if (size > limits.batch()) {
            throw Problem.of(413, "reconcile-many", parameter, size, limits.batch());
        }
    }

    private static void require(String id, Query query) {
        if (query == null || (query.name().isBlank() && query.given().isEmpty())) {
            throw Problem.of(400, "reconcile-empty", id);
        }
        if (query.most() < 1) {
            throw Problem.option("limit", String.valueOf(query.most()), "1, 2, 3, …");
        }
        if (query.given().stream().anyMatch(given -> given == null || given.pid() == null || given.v() == null)) {
            throw Problem.of(400, "reconcile-json", "queries", "{\"pid\": …, \"v\": …}");
        }
    }

    /** The text, if it is short enough to be compared. */
    String requireShort(String text) {
        int length = text.codePointCount(0, text.length());
        if (length > limits.characters()) {
            throw Problem.of(413, "reconcile-long", length, limits.characters());
        }
        return text;
    }
}
