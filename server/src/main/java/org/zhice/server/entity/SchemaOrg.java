package org.zhice.server.entity;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.atlas.json.JsonString;
import org.apache.jena.atlas.json.JsonValue;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.vocabulary.RDF;
import org.zhice.server.web.Client;
import org.zhice.server.web.Links;
import org.zhice.store.Queries;

/** A description in the words that search engines read; {@code schema-org.json} says which of ours are which of theirs. */
record SchemaOrg(Description description, PrefixMapping prefixes, Client client) {
    private static final JsonObject MAPPING = JSON.parse(Queries.text(SchemaOrg.class, "schema-org.json"));

    /** As the content of a script element, which an end of such an element inside a text must not end. */
    String text() {
        return json().toString().replace("<", "\\u003c");
    }

    private JsonObject json() {
        String iri = description.thing().getURI();
        JsonObject json = new JsonObject();
        json.put("@context", "https://schema.org/");
        json.put("@type", type());
        json.put("@id", iri);
        json.put("identifier", iri);
        json.put("url", client.site() + Links.local(iri));
        String name = description.label().in(client.language().tag());
        json.put("name", name);
        values().forEach((property, values) -> {
            values.remove(name);
            put(json, property, values);
        });
        json.put("mainEntityOfPage", page());
        return json;
    }

    private JsonObject page() {
        JsonObject page = new JsonObject();
        page.put("@type", "WebPage");
        page.put("@id", client.site() + client.path());
        page.put("inLanguage", client.language().tag());
        page.put("license", Links.LICENCE);
        return page;
    }

    /** The first class of the mapping that the thing is of; else what is of its kind of address. */
    private String type() {
        return first("types", key -> is(iri(key)))
                .or(() -> first("spaces", key -> description.thing().getURI().startsWith(iri(key))))
                .orElse("Thing");
    }

    private Optional<String> first(String part, Predicate<String> fits) {
        JsonObject types = MAPPING.getObj(part);
        return types.keys().stream().filter(fits).findFirst().map(types::getString);
    }

    private boolean is(String iri) {
        return description.graph().contains(description.thing(), RDF.type.asNode(), NodeFactory.createURI(iri));
    }

    private Map<String, Set<String>> values() {
        JsonObject properties = MAPPING.getObj("properties");
        Map<String, Set<String>> found = new TreeMap<>();
        for (Triple fact : description.facts()) {
            String property = prefixes.qnameFor(fact.getPredicate().getURI());
            if (property != null && properties.hasKey(property)) {
                found.computeIfAbsent(properties.getString(property), first -> new TreeSet<>())
                        .add(text(fact.getObject()));
            }
        }
        return found;
    }

    /** A concept by its name, other things by their IRIs. */
    private String text(Node value) {
        if (value.isLiteral()) {
            return value.getLiteralLexicalForm();
        }
        boolean concept = value.isURI() && value.getURI().startsWith(iri("c:"));
        return concept ? description.label(value).in(client.language().tag()) : value.toString();
    }

    private static void put(JsonObject json, String property, Set<String> values) {
        if (values.isEmpty()) {
            return;
        }
        JsonArray all = new JsonArray();
        values.forEach(value -> all.add(new JsonString(value)));
        JsonValue one = all.size() == 1 ? all.get(0) : all;
        json.put(property, one);
    }

    private String iri(String prefixed) {
        return prefixes.expandPrefix(prefixed);
    }
}
