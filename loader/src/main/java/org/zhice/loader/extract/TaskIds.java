package org.zhice.loader.extract;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.zhice.loader.extract.Outline.Task;

/**
 * The ids of tasks: that of the document with the printed number, {@code 2031-007}. Where a number comes twice, since
 * numbers begin anew in each section or a table has its own, all tasks are counted from 1 in the order of print instead: the
 * tasks of a plan run from 1 without a gap.
 */
final class TaskIds {
    private TaskIds() {}

    /**
     * One id for each task.
     *
     * @param document the id of the document as tasks carry it
     */
    static List<String> of(List<Task> tasks, String document) {
        Set<Integer> numbers = new HashSet<>();
        boolean unique = tasks.stream().allMatch(task -> numbers.add(task.number()));
        return IntStream.range(0, tasks.size())
                .map(index -> unique ? tasks.get(index).number() : index + 1)
                .mapToObj(number -> String.format(Locale.ROOT, "%s-%03d", document, number))
                .toList();
    }
}
