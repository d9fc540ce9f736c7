package org.zhice.server.explore;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.query.Query;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;

/** The very query that a page was made with, as a text to read and to run: with a line that says what it asks. */
record QueryText(Choice choice, ValueNames names, Language language) {
    String rows() {
        return text(Explored.rowsAsked(choice));
    }

    String drawn() {
        return text(Explored.drawnAsked(choice));
    }

    String counts(Facet facet) {
        return text(Explored.countsAsked(choice, facet));
    }

    private String text(Query query) {
        return "# " + said() + "\n" + used(query);
    }

    /** What is chosen, in one line. */
    private String said() {
        Messages words = Messages.in(language, QueryText.class);
        Stream<String> chosen = choice.chosen().entrySet().stream()
                .map(facet -> words.text("explore.by." + facet.getKey().id()) + ": "
                        + facet.getValue().stream()
                                .map(value -> names.of(value, language))
                                .collect(Collectors.joining(" | ")));
        return Stream.concat(
                        Stream.of(words.text("explore.kind." + choice.kind().id())), chosen)
                .collect(Collectors.joining("; "))
                .replaceAll("\\R", " ");
    }

    /** With the prefixes that it uses. */
    private static String used(Query query) {
        Query shown = query.cloneQuery();
        String body = query.toString();
        List<String> prefixes =
                List.copyOf(shown.getPrefixMapping().getNsPrefixMap().keySet());
        prefixes.stream()
                .filter(prefix -> !body.matches("(?s).*[\\s(/^|]" + prefix + ":[^\\s].*"))
                .forEach(shown.getPrefixMapping()::removeNsPrefix);
        return shown.toString();
    }
}
