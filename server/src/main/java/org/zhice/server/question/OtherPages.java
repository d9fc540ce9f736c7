package org.zhice.server.question;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhice.server.web.Language;
import org.zhice.server.web.Numbers;

/**
 * The pages of an answer that is shown in several.
 *
 * @param page the number of this one
 * @param last the number of the last
 * @param before those before this one
 * @param after those after it
 */
record OtherPages(String page, String last, List<Link> before, List<Link> after) {
    /**
     * A page to go to.
     *
     * @param rel its relation to this one, as registered by IANA
     */
    record Link(String rel, String href) {}

    /** Those of an answer of so many rows; none if they are all on one page. */
    static Optional<OtherPages> of(QueryRequest request, int rows) {
        Paging paging = request.paging();
        Language language = request.client().language();
        return paging.others(rows).isEmpty()
                ? Optional.empty()
                : Optional.of(new OtherPages(
                        Numbers.show(paging.page(), language),
                        Numbers.show(paging.pages(rows), language),
                        links(request, rows, "prev", "first", "prev"),
                        links(request, rows, "next", "next", "last")));
    }

    /** No link to the first or last page from that page itself, though the header has it. */
    private static List<Link> links(QueryRequest request, int rows, String needed, String... rels) {
        Map<String, Integer> others = request.paging().others(rows);
        return Stream.of(rels)
                .filter(rel -> others.containsKey(needed))
                .map(rel -> new Link(rel, request.addressWith(Paging.PAGE, String.valueOf(others.get(rel)))))
                .toList();
    }
}
