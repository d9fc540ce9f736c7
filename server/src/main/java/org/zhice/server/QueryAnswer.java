package org.zhice.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhice.server.publish.QueryGraph;
import org.zhice.server.query.Result;
import org.zhice.server.query.SavedQuery;

/** The answer of a saved query for a program, with what its headers tell of it; or the query itself, as text or JSON-LD. */
record QueryAnswer(SavedQuery query, QueryRequest request, Store store) {

    /** @throws Problem 422 if the answer has more rows than its form may hold; never half an answer */
    Answer get() {
        return switch (request.format()) {
            case RQ -> described(Answer.text(Format.RQ.contentType(), query.text()));
            case JSONLD ->
                described(Format.JSONLD.ofGraph(QueryGraph.of(List.of(query), store.engine(), QueryGraph.ENDPOINT)));
            default -> {
                Result all = all();
                Result page = page(all);
                yield rows(page).with(headers(request, all, page));
            }
        };
    }

    private static Answer described(Answer answer) {
        return answer.with("Link", Links.header(List.of()));
    }

    private Answer rows(Result page) {
        return switch (request.format()) {
            case XLSX -> new Spreadsheet(query, page, request.client().language()).answer();
            case TTL -> Format.TTL.ofGraph(AnswerGraph.of(query, page, store.engine()));
            default -> request.format().ofRows(page);
        };
    }

    private Result all() {
        Result all = query.run(store.data(), request.values(), store.context());
        int limit = request.format().rowLimit();
        if (!all.whole()) {
            throw tooMany(SavedQuery.ROW_LIMIT);
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

    private Result page(Result all) {
        Result page = request.paging().of(all);
        return request.evidence() ? new Evidence(store.data(), request.client().language()).addTo(page) : page;
    }

    /** What the headers tell of an answer. The total of one that is not whole is not known. */
    static Map<String, String> headers(QueryRequest request, Result all, Result page) {
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
        headers.put("Link", Links.header(pages));
        return headers;
    }
}
