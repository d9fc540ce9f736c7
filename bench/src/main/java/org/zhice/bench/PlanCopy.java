package org.zhice.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan made of a shipped one: issued by the office of another place, in other years, its tasks about other topics.
 *
 * @param id what its ids begin with
 * @param office who issues it
 * @param years how much later all of it happens; earlier if negative
 * @param topics of the tables, in order
 * @param turn how many places each topic moves on in that order
 */
record PlanCopy(String id, Office office, int years, List<String> topics, int turn) {
    private static final Pattern PLAN_ID = Pattern.compile("(plan-)?(2\\d{3}(?:-\\d+)*)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final Pattern YEAR = Pattern.compile("\\d{4}");

    /** An authority of a province or a city. */
    record Office(String id, String zh, String en) {}

    /** Whether a row of the shipped tables is of a plan, by its first cell. */
    static boolean isOfPlan(List<String> row) {
        return PLAN_ID.matcher(row.get(0)).matches();
    }

    /** What becomes of a row of a plan. */
    List<String> row(String table, List<String> header, List<String> row) {
        List<String> copy = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String column = header.get(i);
            copy.add(table.equals("document") && i > 0 ? ofDocument(column, row.get(i)) : cell(column, row.get(i)));
        }
        return copy;
    }

    private String cell(String column, String cell) {
        if (column.equals("topic")) {
            return topics.get((topics.indexOf(cell) + turn) % topics.size());
        }
        if (column.equals("relation")) {
            // A campaign is launched by plans of its own year alone.
            return "concerns";
        }
        Matcher plan = PLAN_ID.matcher(cell);
        return plan.matches() && !DAY.matcher(cell).matches() ? plan.replaceAll("$1" + id + "$2") : later(cell);
    }

    /** No two instruments share a title. */
    private String ofDocument(String column, String cell) {
        return switch (column) {
            case "title_zh" -> office.zh() + id + YEAR.matcher(cell).replaceAll(this::year);
            case "title_en" -> office.en() + " " + id + YEAR.matcher(cell).replaceAll(this::year);
            case "year" -> YEAR.matcher(cell).replaceAll(this::year);
            case "issuer" -> office.id();
            default -> later(cell);
        };
    }

    private String later(String cell) {
        return DAY.matcher(cell).matches()
                ? LocalDate.parse(cell).plusYears(years).toString()
                : cell;
    }

    private String year(MatchResult year) {
        return String.valueOf(Integer.parseInt(year.group()) + years);
    }
}
