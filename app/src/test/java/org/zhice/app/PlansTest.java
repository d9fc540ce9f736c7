package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of plans over the shipped data; what they count is counted here in the tables that the graph is made of. */
class PlansTest {
    private static final String ID = "https://w3id.org/zhice/id/";
    private static final Pattern EDITOR = Pattern.compile("href=\"/sparql#query=([^\"]+)\"");

    private static final CsvRows CONTINUITY = CsvRows.table("continuity");

    /** Tasks and agencies by the rows of their tables; campaigns by the editions that a task of the plan names. */
    @ParameterizedTest
    @CsvSource({"2019, 106, 41, 5", "2023, 139, 44, 11", "2024, 110, 43, 9"})
    void plans_are_counted_as_in_the_tables(String year, int tasks, int agencies, int campaigns) {
        Map<String, String> plan =
                CsvRows.served("/plans").where("year", year).rows().get(0);

        assertThat(CsvRows.table("task").where("document", "plan-" + year).count())
                .isEqualTo(tasks);
        assertThat(ofYear(CsvRows.table("responsibility"), "task", year).distinct("agency"))
                .isEqualTo(agencies);
        assertThat(ofYear(CsvRows.table("task_initiative"), "task", year)
                        .where(row -> CsvRows.table("campaign_edition")
                                .of("id")
                                .anyMatch(id -> row.get("initiative").equals("campaign/" + id)))
                        .distinct("initiative"))
                .isEqualTo(campaigns);
        assertThat(plan)
                .containsEntry("tasks", "" + tasks)
                .containsEntry("agencies", "" + agencies)
                .containsEntry("campaigns", "" + campaigns);
    }

    @Test
    void a_plan_has_its_tasks_under_the_headings_of_the_table() {
        Map<String, Long> expected = CsvRows.table("task")
                .where("document", "plan-2023")
                .of("section")
                .collect(Collectors.groupingBy(section -> ID + "section/" + section, Collectors.counting()));

        assertThat(expected).hasSize(15);
        assertThat(CsvRows.served("/plans/2023")
                        .of("heading")
                        .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())))
                .isEqualTo(expected);
    }

    /** By hand: task 4 of 2023 is led by agriculture, shared by CNIPA and forestry, and carries on task 26 of 2019. */
    @Test
    void a_task_is_shown_with_all_that_it_says() {
        Map<String, String> task = CsvRows.served("/plans/2023?lang=en")
                .where("number", "4")
                .rows()
                .get(0);

        assertThat(task)
                .containsEntry("lead", ID + "agency/moara")
                .containsEntry("shared", ID + "agency/cnipa; " + ID + "agency/nfga")
                .containsEntry(
                        "acts",
                        ID + "instrument/plant-variety-regulation; " + ID
                                + "instrument/plant-variety-rules-agriculture")
                .containsEntry("continues", ID + "task/2019-026");
        assertThat(task.get("acts_label")).endsWith("(Agriculture Part) (amend; advance)");
        assertThat(task.get("continues_label")).endsWith("(2019, narrowed)");
    }

    @ParameterizedTest
    @CsvSource({"2023, 2024", "2019, 2023", "2019, 2024"})
    void two_plans_are_compared_by_the_table_of_continuity(String from, String to) {
        CsvRows pairs = CONTINUITY.where(row ->
                row.get("task").startsWith(to + "-") && row.get("earlier_task").startsWith(from + "-"));
        CsvRows accepted = pairs.where("status", "accepted");
        CsvRows counts = counts(from, to);

        assertThat(accepted.rows()).isNotEmpty();
        assertThat(counts.rows().get(0))
                .containsEntry("pairs", "" + accepted.count())
                .containsEntry("from_tasks", "" + accepted.distinct("earlier_task"))
                .containsEntry("to_tasks", "" + accepted.distinct("task"));
        accepted.of("kind").distinct().forEach(kind -> {
            CsvRows expected = accepted.where("kind", kind);
            CsvRows shown = CsvRows.served(compare(from, to) + "&table=continuation-" + kind);
            assertThat(tasks(shown, "task", "earlier")).isEqualTo(tasks(expected, "task", "earlier_task"));
        });
        assertThat(count(counts, "Undecided", "pairs"))
                .isEqualTo(pairs.where("status", "candidate").count());
        assertThat(count(counts, "Tasks of " + from + " that none of " + to + " carries on", "from_tasks"))
                .isEqualTo(tasksOf(from) - accepted.distinct("earlier_task"));
        assertThat(count(counts, "Tasks of " + to + " that carry on none of " + from, "to_tasks"))
                .isEqualTo(tasksOf(to) - accepted.distinct("task"));
    }

    /** The lead of a task is whom the table gives as lead or sole; one agency succeeded another in 2023 alone. */
    @Test
    void leads_that_changed_are_those_of_the_table() {
        Map<String, String> leads =
                CsvRows.table("responsibility")
                        .where(row -> List.of("lead", "sole").contains(row.get("role")))
                        .rows()
                        .stream()
                        .collect(Collectors.toMap(row -> row.get("task"), row -> row.get("agency")));
        CsvRows changed = CONTINUITY.where("status", "accepted").where(row -> {
            String before = leads.get(row.get("earlier_task"));
            String now = leads.get(row.get("task"));
            return row.get("task").startsWith("2024-")
                    && row.get("earlier_task").startsWith("2023-")
                    && !now.equals(before)
                    && !(now.equals("nfra") && before.equals("cbirc"))
                    && !(now.startsWith("ip-powerhouse") && before.startsWith("ip-strategy"));
        });

        assertThat(changed.rows()).hasSizeGreaterThan(10);
        assertThat(tasks(CsvRows.served(compare("2023", "2024") + "&table=lead"), "task", "earlier"))
                .isEqualTo(tasks(changed, "task", "earlier_task"));
    }

    /** What is behind “Show me the SPARQL” gives as many rows as the table above it. */
    @Test
    void the_sparql_of_a_comparison_gives_its_tables() {
        List<String> queries = EDITOR.matcher(
                        CsvRows.get(compare("2023", "2024")).body())
                .results()
                .map((MatchResult found) -> URLDecoder.decode(found.group(1), StandardCharsets.UTF_8))
                .toList();
        List<String> tables = List.of(
                "lead",
                "continuation-verbatim",
                "continuation-reworded",
                "continuation-narrowed",
                "continuation-broadened",
                "continuation-merged",
                "continuation-split",
                "undecided",
                "dropped",
                "new");

        assertThat(queries).hasSize(tables.size() + 1);
        for (String table : tables) {
            CsvRows shown = CsvRows.served(compare("2023", "2024") + "&table=" + table);
            CsvRows asked = CsvRows.served("/sparql?query="
                    + URLEncoder.encode(queries.get(tables.indexOf(table) + 1), StandardCharsets.UTF_8));
            boolean links = asked.rows().get(0).containsKey("accepted");
            CsvRows rows = links ? asked.where("accepted", "" + !table.equals("undecided")) : asked;
            assertThat(rows.count()).describedAs(table).isEqualTo(shown.count());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/plans/2022, 404",
        "/plans/x, 404",
        "/plans/compare?from=2022&to=2023, 400",
        "/plans/compare?from=2024&to=2023, 400",
        "/plans/compare?form=2023, 400",
        "/plans/compare?from=2019&from=2023, 400",
        "/plans?format=xlsx, 400",
        "/plans?table=nothing&format=csv, 400",
    })
    void what_there_is_not_is_refused(String path, int status) {
        assertThat(CsvRows.get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/plans", "/plans/2024", "/plans/compare?from=2019&to=2024"})
    void pages_speak_both_languages(String path) {
        String mark = path.contains("?") ? "&" : "?";

        assertThat(CsvRows.get(path + mark + "lang=zh").body())
                .contains("<html lang=\"zh\"", "计划", "data-", "2024")
                .doesNotContain("Show me the SPARQL");
        assertThat(CsvRows.get(path + mark + "lang=en").body()).contains("Plan", "Show me the SPARQL");
    }

    private static CsvRows counts(String from, String to) {
        return CsvRows.served(compare(from, to) + "&lang=en&table=counts");
    }

    private static String compare(String from, String to) {
        return "/plans/compare?from=" + from + "&to=" + to;
    }

    private static long count(CsvRows counts, String what, String column) {
        return Long.parseLong(counts.where("what", what).rows().get(0).get(column));
    }

    private static long tasksOf(String year) {
        return CsvRows.table("task").where("document", "plan-" + year).count();
    }

    private static CsvRows ofYear(CsvRows rows, String column, String year) {
        return rows.where(row -> row.get(column).startsWith(year + "-"));
    }

    private static List<String> tasks(CsvRows rows, String later, String earlier) {
        return rows.rows().stream()
                .map(row -> row.get(later).replaceFirst(".*/", "") + " "
                        + row.get(earlier).replaceFirst(".*/", ""))
                .sorted()
                .toList();
    }
}
