package org.zhice.server.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhice.query.SavedQuery;
import org.zhice.server.evidence.Evidence;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Links;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Problem;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** The answer of a saved query for a program, with what its headers tell of it. */
record QueryAnswer(SavedQuery query, QueryRequest request, Release release) {
    /** @throws Problem 422 if the answer has more rows than its form may hold; never half an answer */
    Answer get() {
        Result all = all();
        Result page = request.page(all, release);
        return rows(page).with(headers(query, request, all, page));
    }

    private Answer rows(Result page) {
        return switch (request.format()) {
            case XLSX -> new Spreadsheet(query, page, request.client().language()).answer();
            case TTL, JSONLD -> request.format().ofGraph(AnswerGraph.of(query, page, release));
            default -> request.format().ofRows(page);
        };
    }

    private Result all() {
        Result all = query.run(release, request.values());
        int limit = request.format().rowLimit(release.limits());
        if (!all.whole()) {
            throw tooMany(release.limits().rows());
        }
        if (!request.paging().asked() && all.rows().size() > limit) {
            throw tooMany(limit);
        }
        return all;
    }

    private Problem tooMany(int limit) {
        return Problem.of(
                        422,
                        "too-many-rows",
                        Numbers.show(limit, request.client().language()))
                .withHeader("Zhice-Row-Limit", String.valueOf(limit));
    }

    /** What the headers tell of an answer. The total of one that is not whole is not known. */
    static Map<String, String> headers(SavedQuery query, QueryRequest request, Result all, Result page) {
        Map<String, String> headers = new TreeMap<>();
        List<String> pages = new ArrayList<>();
        if (all.whole()) {
            int rows = all.rows().size();
            headers.put("Zhice-Total-Rows", String.valueOf(rows));
            request.paging()
                    .others(rows)
                    .forEach((rel, number) ->
                            pages.add(Links.link(request.addressWith(Paging.PAGE, String.valueOf(number)), rel)));
        }
        if (request.evidence()) {
            headers.put("Zhice-Evidence-Rows", String.valueOf(Evidence.count(page)));
        }
        pages.add(Links.link(Links.query(query.id()) + QueryPage.ABOUT, "describedby"));
        headers.put("Link", Links.header(pages));
        return headers;
    }
}
