package org.zhice.server.web;

import java.util.List;
import java.util.stream.Collectors;
import org.zhice.store.Calls;

/** The endpoints elsewhere that an answer had to go without. */
public final class MissingRemotes {
    /** Tells them to programs, each with the reason: a list of RFC 8941. */
    public static final String HEADER = "Zhice-Missing-Remotes";

    private MissingRemotes() {}

    /** In words for people; none if nothing is missing. */
    public static List<String> texts(Calls calls, Language language) {
        Messages messages = Messages.in(language);
        return calls.missing().stream()
                .map(failure -> Problems.remote(failure).text(messages))
                .toList();
    }

    /** The value of the header; empty if nothing is missing. */
    public static String header(Calls calls) {
        return calls.missing().stream()
                .map(failure -> quoted(failure.remote()) + ";reason=" + quoted(failure.reason()))
                .collect(Collectors.joining(", "));
    }

    /** The same answer, saying what is missing. Nobody is to keep it: those who were asked may answer otherwise soon. */
    static Answer told(Answer answer, Calls calls) {
        if (!calls.any() || answer.status() >= 400) {
            return answer;
        }
        Answer fresh = answer.with("Cache-Control", "no-store");
        String missing = header(calls);
        return missing.isEmpty() ? fresh : fresh.with(HEADER, missing);
    }

    /** What an endpoint sent may stand in it. */
    private static String quoted(String text) {
        return '"' + text.replaceAll("[^ -~]", "?").replaceAll("[\\\\\"]", "'") + '"';
    }
}
