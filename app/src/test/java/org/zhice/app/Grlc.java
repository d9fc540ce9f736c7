package org.zhice.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;

/**
 * A file as grlc reads it, by the rules of its handbook: a header of YAML; a parameter is a variable that begins with one
 * underscore, or with two if it may be left out; after its name, of letters and digits, comes how its value is written.
 *
 * @param header what stands in the lines that begin with {@code #+}
 * @param parameters by name
 */
record Grlc(String text, Map<String, Object> header, Map<String, Parameter> parameters) {
    private static final Pattern VARIABLE = Pattern.compile("\\?(__?)([A-Za-z0-9]+)((?:_[A-Za-z0-9]+)*)");

    /** How a parameter stands in the text. */
    record Parameter(String written, boolean required, String type) {
        String value(String text) {
            return switch (type) {
                case "iri" -> "<" + text + ">";
                case "integer" -> "\"" + text + "\"^^xsd:integer";
                case "" -> "\"" + text + "\"";
                default -> throw new IllegalArgumentException(written);
            };
        }
    }

    static Grlc read(String text) {
        Map<Boolean, List<String>> lines =
                text.lines().collect(Collectors.partitioningBy(line -> line.startsWith("#+")));
        String header = lines.get(true).stream().map(line -> line.substring(2)).collect(Collectors.joining("\n"));
        Map<String, Parameter> parameters = new LinkedHashMap<>();
        Matcher found = VARIABLE.matcher(text);
        while (found.find()) {
            String type = found.group(3).replaceFirst("_", "");
            parameters.put(
                    found.group(2), new Parameter(found.group(), found.group(1).length() == 1, type));
        }
        return new Grlc(String.join("\n", lines.get(false)), new Yaml().load(header), parameters);
    }

    /** The query with values put in as text; a prefix that a number needs is put before every SELECT if it is not found. */
    String filled(Map<String, String> values) {
        String filled = text;
        boolean numbers = false;
        for (Map.Entry<String, String> value : values.entrySet()) {
            Parameter parameter = parameters.get(value.getKey());
            numbers |= parameter.type().equals("integer");
            filled = filled.replace(parameter.written(), parameter.value(value.getValue()));
        }
        String prefix = "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>";
        return numbers && !filled.contains(prefix) ? filled.replace("SELECT", prefix + "\n\nSELECT") : filled;
    }

    /** The values that the header gives. */
    Map<String, String> defaults() {
        Map<String, String> defaults = new LinkedHashMap<>();
        if (header.get("defaults") instanceof List<?> list) {
            list.forEach(one -> ((Map<?, ?>) one)
                    .forEach((name, value) -> defaults.put(String.valueOf(name), String.valueOf(value))));
        }
        return defaults;
    }
}
