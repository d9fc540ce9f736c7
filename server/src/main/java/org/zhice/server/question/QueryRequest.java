package org.zhice.server.question;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.zhice.query.BadParameterException;
import org.zhice.query.BadParameterException.Reason;
import org.zhice.server.evidence.Evidence;
import org.zhice.server.web.Client;
import org.zhice.server.web.Format;
import org.zhice.server.web.Links;
import org.zhice.server.web.Problem;
import org.zhice.store.Limits;
import org.zhice.store.Release;
import org.zhice.store.Result;

/**
 * What is asked of a saved query.
 *
 * @param client who asks
 * @param format the form of the answer
 * @param given everything in the address, by name
 * @param values the values of the query's own parameters
 * @param paging which rows
 * @param evidence whether each row shall bear the passage that supports it
 * @param spreadsheet whether texts that a spreadsheet would take for formulas are marked, in CSV and TSV
 */
record QueryRequest(
        Client client,
        Format format,
        Map<String, String> given,
        Map<String, String> values,
        Paging paging,
        boolean evidence,
        boolean spreadsheet) {
    static final String EVIDENCE = "evidence";
    static final String SPREADSHEET = "spreadsheet";
    private static final Set<String> OWN = Set.of("format", "lang", EVIDENCE, SPREADSHEET, Paging.PAGE, Paging.SIZE);

    /** @throws Problem 400 for a name given twice or a value that cannot be used, 406 as {@link Format#wanted} */
    static QueryRequest of(Client client, Limits limits) {
        Map<String, String> given = given(client);
        Map<String, String> values = new LinkedHashMap<>(given);
        values.keySet().removeAll(OWN);
        Format format = Format.wanted(Format.ANSWERS, client);
        return new QueryRequest(
                client,
                format,
                given,
                values,
                Paging.of(given, format, limits),
                isTrue(given, EVIDENCE),
                isTrue(given, SPREADSHEET));
    }

    private static Map<String, String> given(Client client) {
        Map<String, String> given = new LinkedHashMap<>();
        client.parameters().forEach((name, texts) -> {
            if (texts.size() > 1) {
                throw Problem.of(400, "parameter-repeated", name);
            }
            if (!OWN.contains(name) || !texts.get(0).isBlank()) {
                given.put(name, texts.get(0));
            }
        });
        return given;
    }

    private static boolean isTrue(Map<String, String> given, String name) {
        String text = given.getOrDefault(name, "false");
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.option(name, text, "true, false");
        };
    }

    /** The rows of the page, with their evidence and with formulas marked if it is asked for. */
    Result page(Result all, Release release) {
        Result page = paging.of(all);
        Result proven = evidence ? Evidence.addTo(page, release, client.language()) : page;
        boolean opened = format == Format.CSV || format == Format.TSV;
        return spreadsheet && opened ? FormulaMark.in(proven) : proven;
    }

    /** Whether the query was asked for without any value, and needs one: no mistake, but a first look at it. */
    boolean isFirstLook(BadParameterException e) {
        return values.isEmpty() && e.reason() == Reason.MISSING;
    }

    /** The same address with one thing changed. */
    String addressWith(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(given);
        changed.put(name, value);
        return client.path() + Links.parameters(changed);
    }

    /** Whether the answer speaks in the language of the client: a page, a workbook with its titles, the place of evidence. */
    static boolean isInLanguage(Client client) {
        Format format = Format.wanted(Format.ANSWERS, client);
        return format == Format.HTML
                || format == Format.XLSX
                || client.parameter(EVIDENCE).isPresent();
    }
}
