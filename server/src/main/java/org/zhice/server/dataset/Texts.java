package org.zhice.server.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhice.store.Result;

/** Rows as their texts, for templates. */
final class Texts {
    private Texts() {}

    /** Of each row the texts by column, a missing one empty. */
    static List<Map<String, String>> of(Result result) {
        return result.rows().stream()
                .map(row -> {
                    Map<String, String> texts = new LinkedHashMap<>();
                    result.columns()
                            .forEach(column -> texts.put(column.getVarName(), Result.text(row, column.getVarName())));
                    return texts;
                })
                .toList();
    }
}
