package org.zhice.server.question;

import org.apache.jena.sparql.core.Var;
import org.zhice.query.SavedQuery;
import org.zhice.server.evidence.Evidence;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.store.Label;

/** Names of the columns of an answer for people. */
record ColumnTitles(SavedQuery query, Language language) {

    /** The name without the language that the column is in. */
    String of(Var column) {
        String name = column.getVarName();
        if (column.equals(Evidence.QUOTE) || column.equals(Evidence.SOURCE)) {
            return Messages.in(language, ColumnTitles.class)
                    .text(column.equals(Evidence.QUOTE) ? "query.evidence" : "query.evidence.source");
        }
        Label label = query.about()
                .columns()
                .getOrDefault(name, query.about().columns().get(base(name)));
        return label == null ? base(name).replace('_', ' ') : label.in(language.tag());
    }

    /** The name with the language, so that no two columns are called the same. */
    String exact(Var column) {
        String name = column.getVarName();
        boolean inOneLanguage =
                !query.about().columns().containsKey(name) && !base(name).equals(name);
        return of(column) + (inOneLanguage ? " (" + name.substring(name.length() - 2) + ")" : "");
    }

    /** The name of a column without the language that it is in. */
    static String base(String name) {
        return name.replaceFirst("_(en|zh)$", "");
    }
}
