package org.zhice.server.question;

import java.util.Map;
import org.zhice.server.web.Links;

/**
 * How programs ask a question with the values that a page shows.
 *
 * @param address of the answer, for people to hand on
 * @param csv the address of the answer as CSV
 * @param json the same as JSON
 * @param file a name to keep it under
 */
record Programs(String address, String csv, String json, String file) {
    /**
     * For a question with these values.
     *
     * @param page the address of its page
     */
    static Programs of(String page, String id, Map<String, String> values) {
        return new Programs(
                values.isEmpty() ? page : page + Links.parameters(values),
                in("csv", page, values),
                in("json", page, values),
                id + ".csv");
    }

    private static String in(String format, String page, Map<String, String> values) {
        String begun = values.isEmpty() ? "?" : Links.parameters(values) + "&";
        return page + begun + "format=" + format;
    }
}
