package org.zhice.server.question;

import java.util.LinkedHashMap;
import java.util.Map;
import org.zhice.server.web.Format;
import org.zhice.server.web.Problem;
import org.zhice.store.Limits;
import org.zhice.store.Result;

/**
 * Which rows of an answer are asked for. The answer is worked out as a whole each time, so its order is that of the query:
 * pages of a query without ORDER BY are stable within one build only as far as the store's own order is.
 *
 * @param size rows on a page
 * @param page the page, from 1
 * @param asked whether the size was given in the address; if not, a page holds all rows, or what a person can look over
 */
record Paging(int size, int page, boolean asked) {
    static final String PAGE = "page";
    static final String SIZE = "page-size";

    /** @throws Problem 400 for what is no number, or too small, or more than the form of the answer can hold */
    static Paging of(Map<String, String> given, Format format, Limits limits) {
        boolean asked = given.containsKey(SIZE);
        int most = format.rowLimit(limits);
        int size = asked ? number(SIZE, given.get(SIZE), most) : format == Format.HTML ? limits.shownRows() : most;
        return new Paging(size, given.containsKey(PAGE) ? number(PAGE, given.get(PAGE), Integer.MAX_VALUE) : 1, asked);
    }

    private static int number(String name, String text, int most) {
        int number = text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
        if (number < 1 || number > most) {
            throw Problem.option(name, text, most == Integer.MAX_VALUE ? "1, 2, 3, …" : "1–" + most);
        }
        return number;
    }

    /**
     * The rows of the page.
     *
     * @throws Problem 400 if the answer ends before this page; an answer without rows has one page
     */
    Result of(Result all) {
        int rows = all.rows().size();
        if (page > pages(rows)) {
            throw Problem.option(PAGE, String.valueOf(page), "1–" + pages(rows));
        }
        int from = (page - 1) * size;
        return new Result(all.columns(), all.rows().subList(from, Math.min(rows, from + size)), all.whole());
    }

    int pages(int rows) {
        return Math.max(1, (rows + size - 1) / size);
    }

    /** The pages to go to from this one, by their link relation (RFC 8288); none if all rows are on one page. */
    Map<String, Integer> others(int rows) {
        int last = pages(rows);
        Map<String, Integer> others = new LinkedHashMap<>();
        if (last > 1) {
            others.put("first", 1);
            if (page > 1) {
                others.put("prev", page - 1);
            }
            if (page < last) {
                others.put("next", page + 1);
            }
            others.put("last", last);
        }
        return others;
    }
}
