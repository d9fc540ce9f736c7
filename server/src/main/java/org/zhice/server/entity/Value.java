package org.zhice.server.entity;

import org.zhice.store.Terms;

/**
 * A value as a page shows it.
 *
 * @param href where it leads; null if nowhere
 * @param lang its language where that need not be that of the page; null else
 */
record Value(String text, String href, String lang) {
    /** An address that has no name, by its end alone. */
    Value shortened() {
        return new Value(Terms.localName(text), href, lang);
    }
}
