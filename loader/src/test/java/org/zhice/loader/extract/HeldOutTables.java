package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.Table.Cells;
import org.zhice.loader.tables.Tables;

/** The reviewed tables as they would be if one plan had never been read: what only that plan names is not in them. */
final class HeldOutTables {
    private final Tables reviewed = Sources.tables();
    private final Map<String, List<Map<String, String>>> kept = new HashMap<>();
    private final String plan;

    private HeldOutTables(int year) {
        this.plan = year + "-";
    }

    /** The lexicon of such tables. */
    static Lexicon without(int year) {
        return DocumentReader.of(new HeldOutTables(year).tables()).lexicon();
    }

    private Tables tables() {
        for (String table : List.of("task", "responsibility", "task_initiative", "task_organisation")) {
            kept.put(table, otherPlans(table));
        }
        things("agency", "responsibility", "agency", "");
        children("agency_name", "agency", "agency");
        things("instrument", "legislative_action", "instrument", "");
        children("instrument_name", "instrument", "instrument");
        things("initiative", "task_initiative", "initiative", "initiative/");
        things("organisation", "task_organisation", "organisation", "");
        things("campaign_edition", "task_initiative", "initiative", "campaign/");
        Set<String> series = values(kept.get("campaign_edition"), "series");
        kept.put("campaign_series", rows("campaign_series", row -> series.contains(row.get("id"))));
        List<Table> changed = new ArrayList<>();
        kept.forEach((name, rows) -> changed.add(reviewed.table(name)
                .with(rows.stream().map(row -> new Cells(0, row)).toList())));
        return reviewed.with(changed);
    }

    private List<Map<String, String>> otherPlans(String table) {
        return rows(table, row -> !isHeldOut(row));
    }

    private boolean isHeldOut(Map<String, String> row) {
        return row.getOrDefault("task", row.getOrDefault("id", "")).startsWith(plan);
    }

    /** The rows of things that no task names, or a task of another plan; a name that only this plan prints is replaced. */
    private void things(String table, String mentions, String column, String prefix) {
        Set<String> here = values(rows(mentions, this::isHeldOut), column);
        Set<String> elsewhere = values(otherPlans(mentions), column);
        List<Map<String, String>> rows = rows(
                table, row -> elsewhere.contains(prefix + row.get("id")) || !here.contains(prefix + row.get("id")));
        if (mentions.startsWith("task_")) {
            Set<String> printed = plain(values(otherPlans(mentions), "printed_name"));
            Set<String> printedHere = plain(values(rows(mentions, this::isHeldOut), "printed_name"));
            for (Map<String, String> row : rows) {
                String name = Sources.plain(row.get("name_zh"));
                if (printedHere.contains(name) && !printed.contains(name)) {
                    row.put("name_zh", otherName(mentions, column, prefix + row.get("id")));
                }
            }
        }
        kept.put(table, rows);
    }

    private static Set<String> plain(Set<String> names) {
        return names.stream().map(Sources::plain).collect(Collectors.toSet());
    }

    private String otherName(String mentions, String column, String id) {
        return otherPlans(mentions).stream()
                .filter(row -> row.get(column).equals(id))
                .map(row -> row.get("printed_name"))
                .findFirst()
                .orElseThrow();
    }

    private void children(String table, String column, String parents) {
        Set<String> ids = values(kept.get(parents), "id");
        kept.put(table, rows(table, row -> ids.contains(row.get(column))));
    }

    private List<Map<String, String>> rows(String table, Predicate<Map<String, String>> wanted) {
        return reviewed.table(table).cells().stream().filter(wanted).toList();
    }

    private static Set<String> values(List<Map<String, String>> rows, String column) {
        return rows.stream().map(row -> row.get(column)).collect(Collectors.toSet());
    }
}
