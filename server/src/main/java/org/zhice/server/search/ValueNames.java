package org.zhice.server.search;

import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Words;
import org.zhice.store.Label;
import org.zhice.store.Terms;
import org.zhice.store.find.Facet;
import org.zhice.store.find.Found.Thing;
import org.zhice.store.find.SearchIndex;

/** What the values of facets are called. */
record ValueNames(SearchIndex index) {
    private static final Messages EN = Messages.in(Language.EN, ValueNames.class);
    private static final Messages ZH = Messages.in(Language.ZH, ValueNames.class);

    Label of(Facet facet, String value) {
        return switch (facet) {
            case TYPE -> type(value);
            case YEAR -> new Label(value, value);
            case AGENCY ->
                index.thing(Terms.ID + "agency/" + value).map(Thing::label).orElse(new Label(value, value));
        };
    }

    /** A kind that came with the data has no words of ours. */
    private static Label type(String kind) {
        String key = "type." + kind;
        String id = Words.capital(kind);
        return new Label(EN.find(key).orElse(id), ZH.find(key).orElse(id));
    }
}
