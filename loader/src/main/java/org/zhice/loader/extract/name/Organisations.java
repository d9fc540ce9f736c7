package org.zhice.loader.extract.name;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** International bodies and groupings: known ones, and others by the form of their names. */
final class Organisations {
    private static final Pattern FORM = Forms.pattern("organisation", "*");

    private final KnownNames known;

    Organisations(KnownNames known) {
        this.known = known;
    }

    List<Found> in(String text, int from, int to) {
        List<Found> formed = new ArrayList<>();
        Matcher form = FORM.matcher(text).region(from, to).useTransparentBounds(true);
        while (form.find()) {
            String name = KnownNames.bare(form.group());
            formed.add(new Found(form.start(), form.end(), "organisation", "", name, "organisation-form", 0.7));
        }
        return known.with(known.in(text, from, to), formed);
    }
}
