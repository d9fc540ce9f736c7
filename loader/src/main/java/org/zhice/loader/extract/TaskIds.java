package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.zhice.loader.extract.Outline.Task;

/**
 * The ids of tasks. Where no number comes twice, an id is that of the document with the number: {@code 2031-007}. Where
 * numbers begin anew, it is that of the section with the number, {@code 2031-1-2-003}, so that a task keeps its id whatever
 * is read before it. A number that comes again within one section begins another run there: {@code 2031-1-2-r2-003}.
 */
final class TaskIds {
    private TaskIds() {}

    /**
     * One id for each task.
     *
     * @param document the id of the document as tasks carry it
     * @param sections the ids of the headings
     */
    static List<String> of(List<Task> tasks, String document, List<String> sections) {
        Set<Integer> numbers = new HashSet<>();
        boolean unique = tasks.stream().allMatch(task -> numbers.add(task.number()));
        Map<String, Integer> seen = new HashMap<>();
        List<String> ids = new ArrayList<>();
        for (Task task : tasks) {
            String within = unique || task.heading() < 0 ? document : sections.get(task.heading());
            int run = seen.merge(within + " " + task.number(), 1, Integer::sum);
            ids.add(id(run == 1 ? within : within + "-r" + run, task.number()));
        }
        return ids;
    }

    private static String id(String within, int number) {
        return String.format(Locale.ROOT, "%s-%03d", within, number);
    }
}
