package org.zhice.loader.extract.figure;

import java.util.List;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.word.Resource;

/** The words of {@code cues.tsv} that tell what a number says. */
final class Cues {
    static final Pattern PROSPECTIVE = of("prospective");
    static final Pattern RETROSPECTIVE = of("retrospective");
    static final Pattern OUTLOOK = of("outlook");
    static final Pattern BACKGROUND = of("background");
    static final Pattern MODAL = of("modal");
    static final Pattern ACCOUNT = of("account");
    static final Pattern STOCK = of("stock");
    static final Pattern FLOW = of("flow");
    static final Pattern ADDED = of("added");
    static final Pattern ENTITY = of("entity");
    static final Pattern REACHED = of("reached");
    static final Pattern REACHING = of("reaching");
    static final Pattern RISE = of("rise");
    static final Pattern FALL = of("fall");
    static final Pattern YOY = of("yoy");
    static final Pattern AVERAGE = of("average");
    static final Pattern CUMULATIVE = of("cumulative");
    static final Pattern SHARE = of("share");
    static final Pattern INDEX = of("index");
    static final Pattern DURATION = of("duration");
    static final Pattern TERM = of("term");
    static final Pattern RANKED = of("ranked");

    private Cues() {}

    private static Pattern of(String kind) {
        List<String> words = Resource.rows(Cues.class, "cues.tsv").stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> row.get(1))
                .toList();
        if (words.isEmpty()) {
            throw new IllegalStateException("no words of the kind " + kind);
        }
        return Pattern.compile("(?:" + String.join("|", words) + ")");
    }
}
