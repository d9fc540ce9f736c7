package org.zhice.loader.extract.duty;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.loader.extract.duty.Duty.Holder;
import org.zhice.loader.extract.rows.Body;

/** Whom the names in the duties of one document mean: one body has one meaning, whatever its printed forms. */
public final class Bodies {
    private final Agencies agencies;
    private final Levels levels;
    private final Map<String, Body> bodies = new HashMap<>();

    private Bodies(Agencies agencies, Levels levels) {
        this.agencies = agencies;
        this.levels = levels;
    }

    /**
     * Takes the levels of government from a whole document.
     *
     * @param text the clean text
     * @param duties all of its duties
     */
    public static Bodies in(String text, List<Duty> duties, Agencies agencies) {
        return new Bodies(agencies, Levels.of(text, duties));
    }

    /**
     * Whom a name means.
     *
     * @param agency id of the tables, or empty
     * @param body what it is where the tables do not have it; without a name where the printed one has not the form of a body
     * @param isCertain whether the tables have it and the level allows no other
     * @param isFormed whether the name has the form of a body
     */
    public record Meaning(String agency, Body body, boolean isCertain, boolean isFormed) {}

    /** The meanings of the holders of a duty, in their order. */
    public List<Meaning> of(Duty duty) {
        List<Optional<Level>> known = levels.of(duty);
        List<Meaning> meanings = new ArrayList<>();
        for (int i = 0; i < known.size(); i++) {
            meanings.add(meaning(duty.holders().get(i), known.get(i)));
        }
        return meanings;
    }

    private Meaning meaning(Holder holder, Optional<Level> level) {
        String name = holder.name();
        String agency = agencies.agency(name, level).orElse("");
        boolean formed = agencies.isBody(name) || AgencyForm.isPlace(name);
        Body body = formed ? agencies.body(name, level, levels.place(), levels.ofDocument()) : Body.of("");
        Body first = bodies.computeIfAbsent(ShortForms.key(body.name()), key -> body);
        return new Meaning(agency, first, !agency.isEmpty() && level.isPresent(), formed);
    }
}
