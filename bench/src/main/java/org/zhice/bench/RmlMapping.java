package org.zhice.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.store.Terms;

/**
 * An RML mapping of all tables by what {@code csv-metadata.json} says of them: a triples map for each, its subject the thing that
 * a row tells of, its graph that of the row's document, an object for each column, by its datatype, language or reference.
 */
record RmlMapping(Map<String, JsonObject> tables) {
    private static final String PREFIXES = """
            @prefix rr: <http://www.w3.org/ns/r2rml#> .
            @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
            @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix x: <%sbench/> .
            """.formatted(Terms.BASE);

    /** Of a folder of tables. */
    static RmlMapping read(Path folder) throws IOException {
        try (InputStream in = Files.newInputStream(folder.resolve("csv-metadata.json"))) {
            return new RmlMapping(JSON.parse(in)
                    .getArray("tables")
                    .map(table -> table.getAsObject())
                    .collect(Collectors.toMap(table -> table.getString("url"), table -> table.getObj("tableSchema"))));
        }
    }

    /** In Turtle. */
    String text() {
        return tables.entrySet().stream()
                .map(table -> triplesMap(table.getKey(), table.getValue()))
                .collect(Collectors.joining("", PREFIXES, ""));
    }

    private String triplesMap(String file, JsonObject schema) {
        String name = file.replace(".csv", "");
        List<JsonObject> columns = objects(schema, "columns");
        String objects = columns.stream()
                .map(column -> "  rr:predicateObjectMap [ rr:predicate x:%s ; rr:objectMap [ %s ] ]"
                        .formatted(name(column), object(schema, column)))
                .collect(Collectors.joining(" ;\n"));
        String graph = columns.stream().anyMatch(column -> name(column).equals("document"))
                ? "rr:template \"%sgraph/source-{document}\"".formatted(Terms.BASE)
                : "rr:constant x:reference";
        return """
                x:map-%1$s a rr:TriplesMap ;
                  rml:logicalSource [ rml:source "%1$s.csv" ; rml:referenceFormulation ql:CSV ] ;
                  rr:subjectMap [ rr:template "%2$s" ; rr:class x:kind-%1$s ; rr:graphMap [ %3$s ] ] ;
                %4$s .
                """.formatted(name, subject(name, schema), graph, objects);
    }

    /** Rows without an IRI of their own get one of their key. */
    private static String subject(String name, JsonObject schema) {
        if (schema.hasKey("aboutUrl")) {
            return template(schema);
        }
        return schema.getArray("primaryKey")
                .map(key -> "{" + key.getAsString().value() + "}")
                .collect(Collectors.joining("-", Terms.BASE + "bench/" + name + "/", ""));
    }

    private String object(JsonObject schema, JsonObject column) {
        String name = name(column);
        return objects(schema, "foreignKeys").stream()
                .filter(key -> key.getString("columnReference").equals(name))
                .map(key -> tables.get(key.getObj("reference").getString("resource")))
                .filter(table -> table.hasKey("aboutUrl"))
                .map(table -> "rr:template \"%s\"".formatted(template(table).replaceAll("\\{\\w+}", "{" + name + "}")))
                .findFirst()
                .orElseGet(() -> "rml:reference \"" + name + "\"" + kind(name, column));
    }

    private static String kind(String name, JsonObject column) {
        if (name.endsWith("_zh") || name.endsWith("_en")) {
            return " ; rr:language \"" + name.substring(name.length() - 2) + "\"";
        }
        String type = column.get("datatype").isObject()
                ? column.getObj("datatype").getString("base")
                : column.getString("datatype");
        return type.equals("string") ? "" : " ; rr:datatype xsd:" + type;
    }

    /** RML has no word for a column that stays as it is; its slashes are encoded. */
    private static String template(JsonObject schema) {
        return schema.getString("aboutUrl").replace("{+", "{");
    }

    private static String name(JsonObject column) {
        return column.getString("name");
    }

    private static List<JsonObject> objects(JsonObject parent, String key) {
        return parent.hasKey(key)
                ? parent.getArray(key).map(value -> value.getAsObject()).toList()
                : List.of();
    }
}
