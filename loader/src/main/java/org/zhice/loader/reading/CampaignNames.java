package org.zhice.loader.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhice.loader.extract.rows.Lexicon.Campaign;
import org.zhice.loader.tables.Tables;

/** The series of campaigns with every name that they, their editions and the tasks that name them bear, without years. */
final class CampaignNames {
    private static final Pattern YEAR = Pattern.compile(" ?[（(]?(?:19|20)\\d\\d年?[）)]?");

    private final Tables tables;

    CampaignNames(Tables tables) {
        this.tables = tables;
    }

    List<Campaign> all() {
        Map<String, Set<String>> names = new LinkedHashMap<>();
        tables.table("campaign_series").cells().forEach(row -> add(names, row.get("id"), row.get("name_zh")));
        Map<String, String> series = new LinkedHashMap<>();
        Map<String, Set<String>> editions = new HashMap<>();
        for (Map<String, String> row : tables.table("campaign_edition").cells()) {
            series.put(row.get("id"), row.get("series"));
            add(names, row.get("series"), row.get("name_zh"));
            editions.computeIfAbsent(row.get("series"), id -> new HashSet<>()).add(row.get("id"));
        }
        for (Map<String, String> row : tables.table("task_initiative").cells()) {
            String known = series.get(row.get("initiative").replaceFirst("^campaign/", ""));
            if (known != null) {
                add(names, known, row.get("printed_name"));
            }
        }
        List<Campaign> campaigns = new ArrayList<>();
        names.forEach((id, forms) ->
                campaigns.add(new Campaign(id, Set.copyOf(forms), Set.copyOf(editions.getOrDefault(id, Set.of())))));
        return campaigns;
    }

    private static void add(Map<String, Set<String>> names, String series, String name) {
        names.computeIfAbsent(series, id -> new LinkedHashSet<>())
                .add(YEAR.matcher(name).replaceAll(""));
    }
}
