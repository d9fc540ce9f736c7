package org.zhice.server.query;

import org.zhice.store.ZhAnalyzer;

/** Names compared as the text index compares them: width, case and Chinese script do not matter. */
public final class Names {
    private static final ZhAnalyzer ANALYZER = new ZhAnalyzer();

    private Names() {}

    /** The form under which a name is compared. */
    public static String fold(String name) {
        return ANALYZER.normalize("name", name.strip()).utf8ToString();
    }
}
