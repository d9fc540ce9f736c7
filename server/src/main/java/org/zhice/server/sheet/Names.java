package org.zhice.server.sheet;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.engine.binding.Binding;
import org.zhice.server.entity.ThingNames;
import org.zhice.server.web.Language;
import org.zhice.server.web.Words;
import org.zhice.store.Label;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** What the things of some answers are called, and where they are told of. */
public record Names(ThingNames names) {
    /** By one query. */
    public static Names of(Release release, Language language, Result... answers) {
        return new Names(ThingNames.in(Stream.of(answers), release, language));
    }

    /** A thing with its name. */
    public Piece piece(Node thing) {
        Label label = names.labels().getOrDefault(thing, Label.NONE);
        boolean foreign = !label.isEmpty() && (language() == Language.EN ? label.en() : label.zh()).isEmpty();
        String lang = foreign ? language().other().tag() : null;
        return new Piece(names.of(thing), thing.getURI(), ThingNames.link(thing.getURI()), lang, "");
    }

    /** The thing in a column. */
    public Cell cell(Binding row, String column) {
        return row.contains(column) ? Cell.of(piece(row.get(column))) : Cell.EMPTY;
    }

    /** The things in a column of several rows, each once. */
    public Cell cell(List<Binding> rows, String column) {
        return Cell.of(rows.stream()
                .filter(row -> row.contains(column))
                .map(row -> row.get(column))
                .distinct()
                .map(this::piece)
                .toList());
    }

    /** The name of what stands in a column, as a word within a text; empty if there is nothing. */
    public String word(Binding row, String column) {
        return row.contains(column) ? names.of(row.get(column)) : "";
    }

    /** As above, as a text of its own. */
    public Cell term(Binding row, String column) {
        return Cell.of(Words.capital(word(row, column)));
    }

    /** The language of the names. */
    public Language language() {
        return names.language();
    }
}
