package org.zhice.loader.reading;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.rows.Body;
import org.zhice.loader.extract.rows.Extraction.ActionRow;
import org.zhice.loader.extract.rows.Extraction.InitiativeRow;
import org.zhice.loader.extract.rows.Extraction.OrganisationRow;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Lexicon;

/**
 * Entities that the lexicon does not know, under made-up ids until a person gives them their own: {@code new-agency-1} in
 * every row that means it.
 */
final class Newcomers {
    /** The tables in which an entity can have its row. */
    static final List<String> TABLES = List.of(
            "plan_series", "agency", "instrument", "campaign_series", "campaign_edition", "initiative", "organisation");

    private static final Pattern EDITION = Pattern.compile("campaign/(?<id>(?<series>.*)-(?<year>\\d{4}))");

    private final Lexicon lexicon;
    private final Map<String, Map<String, String>> ids = new LinkedHashMap<>();
    private final Map<String, Map<String, RowTable.Row>> rows = new LinkedHashMap<>();

    Newcomers(Lexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<RowTable.Row> rows(String table) {
        return List.copyOf(rows.getOrDefault(table, Map.of()).values());
    }

    /** The id of an agency. A name that may mean several bodies of the tables stays open: it is not new. */
    String agency(ResponsibilityRow row) {
        Body body = row.body();
        if (!row.agency().isEmpty() || body.name().isEmpty() || isOpen(row)) {
            return row.agency();
        }
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("name_zh", body.name());
        cells.put("full_name_zh", body.fullName());
        cells.put("name_en", body.nameEn());
        cells.put("kind", body.kind());
        cells.put("name_en_status", body.nameEn().isEmpty() ? "ours" : "official");
        return id("agency", body.id(), body.name(), cells);
    }

    /**
     * The id of the body that issued a document.
     *
     * @param year of the document, or 0
     */
    String issuer(String name, int year) {
        List<Lexicon.Agency> known = lexicon.byForm().getOrDefault(name, List.of());
        return Lexicon.resolve(name, year, known, lexicon).orElseGet(() -> known.isEmpty() ? newAgency(name) : "");
    }

    private String newAgency(String name) {
        return id("agency", name, Map.of("name_zh", name, "full_name_zh", name, "name_en_status", "ours"));
    }

    /** The id of a series of plans that the tables do not have. */
    String series(String name) {
        return id("plan_series", name, Map.of("title_zh", name));
    }

    private boolean isOpen(ResponsibilityRow row) {
        return lexicon.byForm().containsKey(row.printedName())
                && row.body().name().equals(row.printedName());
    }

    /** The id of an instrument. A title that is almost a known one stays open. */
    String instrument(ActionRow row) {
        return row.instrument().isEmpty() && row.near().isEmpty()
                ? id("instrument", row.title(), Map.of("title_zh", row.title(), "jurisdiction", "cn"))
                : row.instrument();
    }

    String organisation(OrganisationRow row) {
        return row.organisation().isEmpty()
                ? id("organisation", row.printedName(), Map.of("name_zh", row.printedName()))
                : row.organisation();
    }

    /** As tables point to it; an edition of a known series may be new. */
    String initiative(InitiativeRow row) {
        Matcher edition = EDITION.matcher(row.initiative());
        if (edition.matches() && !lexicon.hasEdition(edition.group("id"))) {
            edition(edition.group("id"), edition.group("series"), edition.group("year"), row.printedName());
        }
        if (!row.initiative().isEmpty()) {
            return row.initiative();
        }
        if (!row.kind().equals("campaign")) {
            Map<String, String> cells = Map.of("kind", row.kind(), "name_zh", row.printedName());
            return "initiative/" + id("initiative", row.printedName(), cells);
        }
        String series = id("campaign_series", row.printedName(), Map.of("name_zh", row.printedName()));
        edition(series, series, "", row.printedName());
        return "campaign/" + series;
    }

    private void edition(String id, String series, String year, String name) {
        String printed = String.valueOf(name.matches(".*\\d{4}.*"));
        add("campaign_edition", id, Map.of("series", series, "year", year, "year_printed", printed, "name_zh", name));
    }

    /** The same id for the same printed name. */
    private String id(String table, String name, Map<String, String> cells) {
        return id(table, "", name, cells);
    }

    private String id(String table, String proposed, String name, Map<String, String> cells) {
        Map<String, String> known = ids.computeIfAbsent(table, t -> new LinkedHashMap<>());
        return known.computeIfAbsent(name, n -> {
            String id =
                    proposed.isEmpty() ? "new-" + table.replaceFirst("_.*", "") + "-" + (known.size() + 1) : proposed;
            add(table, id, cells);
            return id;
        });
    }

    private void add(String table, String id, Map<String, String> cells) {
        Map<String, String> all = new LinkedHashMap<>(cells);
        all.put("id", id);
        rows.computeIfAbsent(table, t -> new LinkedHashMap<>())
                .putIfAbsent(id, new RowTable.Row(id, all, Optional.empty()));
    }
}
