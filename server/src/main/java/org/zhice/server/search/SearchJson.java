package org.zhice.server.search;

import java.util.Collection;
import java.util.Map.Entry;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.server.web.Links;
import org.zhice.store.Label;
import org.zhice.store.Prefixes;
import org.zhice.store.find.Facet;
import org.zhice.store.find.Found;
import org.zhice.store.find.Found.Match;
import org.zhice.store.find.SearchIndex;
import org.zhice.store.find.SearchWords;

/**
 * What a search found, for programs.
 *
 * @param site where the server stands
 */
record SearchJson(SearchRequest request, SearchWords words, SearchIndex index, Prefixes prefixes, String site) {
    JsonObject of(Found found) {
        Found chosen = found.only(request.chosen());
        JsonObject json = new JsonObject();
        json.put("query", request.text());
        json.put("total", chosen.matches().size());
        json.put("words", found.part() ? "most" : "all");
        json.put("whole", found.whole());
        json.put("page", request.page());
        json.put("pages", request.pages(chosen.matches().size()));
        JsonArray hits = new JsonArray();
        request.of(chosen.matches()).forEach(match -> hits.add(hit(match)));
        json.put("hits", hits);
        json.put("facets", facets(found));
        return json;
    }

    private JsonObject hit(Match match) {
        JsonObject json = new JsonObject();
        String iri = match.thing().iri();
        json.put("id", prefixes.shorten(iri));
        json.put("iri", iri);
        json.put("url", site + Links.local(iri));
        json.put("type", match.thing().type());
        json.put("label", label(match.thing().label()));
        json.put("property", prefixes.shorten(match.property()));
        json.put("text", match.text());
        JsonArray parts = new JsonArray();
        index.parts(match, words).forEach(part -> {
            JsonObject one = new JsonObject();
            one.put("text", part.text());
            one.put("found", part.found());
            parts.add(one);
        });
        json.put("highlight", parts);
        json.put("years", array(match.thing().years()));
        json.put("agencies", array(match.thing().agencies()));
        return json;
    }

    private JsonObject facets(Found found) {
        JsonObject json = new JsonObject();
        for (Facet facet : Facet.values()) {
            JsonArray values = new JsonArray();
            for (Entry<String, Integer> value :
                    found.only(request.without(facet)).most(facet)) {
                JsonObject one = new JsonObject();
                one.put("value", value.getKey());
                one.put("label", label(new ValueNames(index).of(facet, value.getKey())));
                one.put("count", value.getValue());
                values.add(one);
            }
            json.put(facet.id(), values);
        }
        return json;
    }

    private static JsonObject label(Label label) {
        JsonObject json = new JsonObject();
        json.put("en", label.en());
        json.put("zh", label.zh());
        return json;
    }

    private static JsonArray array(Collection<String> values) {
        JsonArray array = new JsonArray();
        values.forEach(array::add);
        return array;
    }
}
