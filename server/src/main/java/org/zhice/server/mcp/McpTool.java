package org.zhice.server.mcp;

import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.zhice.store.Names;

/**
 * A tool that only reads.
 *
 * @param inputs JSON Schema of each input by name
 * @param call from the inputs to something that can be written as JSON; throws a {@link ToolException} with a
 *     text for the model if an input cannot be used
 */
record McpTool(
        String name,
        String description,
        Map<String, Map<String, Object>> inputs,
        List<String> required,
        Function<Map<String, Object>, Object> call) {

    Tool tool() {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", inputs);
        schema.put("required", required);
        schema.put("additionalProperties", false);
        return Tool.builder(name, schema)
                .description(description)
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
    }

    static Map<String, Object> text(String description) {
        return Map.of("type", "string", "description", description);
    }

    static Map<String, Object> number(String description, int least, int most) {
        return Map.of("type", "integer", "description", description, "minimum", least, "maximum", most);
    }

    static Map<String, Object> object(String description) {
        return Map.of("type", "object", "description", description);
    }

    static String text(Map<String, Object> inputs, String name) {
        return inputs.get(name) == null ? "" : String.valueOf(inputs.get(name)).strip();
    }

    /** An id or an IRI, as somebody meant it who pasted it. */
    static String id(Map<String, Object> inputs, String name) {
        return Names.visible(text(inputs, name));
    }

    static int number(Map<String, Object> inputs, String name, int otherwise) {
        return inputs.get(name) instanceof Number number ? number.intValue() : otherwise;
    }
}
