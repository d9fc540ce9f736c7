package org.zhice.server.dataset;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.zhice.server.dataset.HomePage.Plan;

/**
 * The plans along the years, as high as they have tasks; a year without a plan in the graph stays empty.
 *
 * @param width of the drawing
 * @param height of it
 */
record Timeline(int width, int height, List<Year> years) {
    private static final int STEP = 90;
    private static final int HIGHEST = 90;
    private static final int ABOVE = 20;
    private static final int BELOW = 24;

    /**
     * A year.
     *
     * @param left of its column
     * @param top of its column
     * @param high how high it is; 0 if there is no plan
     * @param tasks as text; empty if there is no plan
     * @param href of the plan; null if there is none
     */
    record Year(String year, int left, int top, int high, String tasks, String href) {
        /** Where its words stand. */
        int middle() {
            return left + STEP / 2;
        }
    }

    static Timeline of(List<Plan> plans) {
        TreeMap<Integer, Plan> byYear = new TreeMap<>();
        plans.stream()
                .filter(plan -> plan.year().matches("\\d{4}"))
                .forEach(plan -> byYear.put(Integer.parseInt(plan.year()), plan));
        if (byYear.isEmpty()) {
            return new Timeline(0, 0, List.of());
        }
        int first = byYear.firstKey();
        int most = byYear.values().stream().mapToInt(Timeline::tasks).max().orElse(1);
        List<Year> years = IntStream.rangeClosed(first, byYear.lastKey())
                .mapToObj(year -> year(year, (year - first) * STEP, byYear, Math.max(1, most)))
                .toList();
        return new Timeline(years.size() * STEP, ABOVE + HIGHEST + BELOW, years);
    }

    private static Year year(int year, int left, Map<Integer, Plan> plans, int most) {
        Plan plan = plans.get(year);
        int high = plan == null ? 0 : HIGHEST * tasks(plan) / most;
        return new Year(
                String.valueOf(year),
                left,
                ABOVE + HIGHEST - high,
                high,
                plan == null ? "" : plan.tasks(),
                plan == null ? null : plan.href());
    }

    private static int tasks(Plan plan) {
        return Integer.parseInt(plan.tasks());
    }
}
