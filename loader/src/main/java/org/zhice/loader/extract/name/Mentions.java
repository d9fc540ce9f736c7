package org.zhice.loader.extract.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction.InitiativeRow;
import org.zhice.loader.extract.rows.Extraction.OrganisationRow;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.extract.rows.Span;

/** What the tasks of one document name besides agencies and instruments. */
public final class Mentions {
    private static final Pattern CONCERNS = Forms.pattern("concerns", "*");
    private static final Pattern CONCERNS_AFTER = Forms.pattern("concerns-after", "*");
    private static final int SHORTEST_INITIATIVE = 3;
    private static final int SHORTEST_ORGANISATION = 2;

    private final CleanText clean;
    private final Campaigns campaigns;
    private final KnownNames known;
    private final FormedNames formed;
    private final Organisations organisations;
    private final Treaties treaties;

    /** @param year of the document, or 0 if it is unknown */
    public Mentions(Lexicon lexicon, CleanText clean, int year) {
        this.clean = clean;
        this.campaigns = new Campaigns(lexicon, clean.text(), year);
        this.known = new KnownNames(lexicon.initiatives(), SHORTEST_INITIATIVE);
        this.formed = new FormedNames(clean.text());
        this.organisations = new Organisations(new KnownNames(lexicon.organisations(), SHORTEST_ORGANISATION));
        this.treaties = new Treaties(clean.text());
    }

    /** The campaigns, programmes, pilots, platforms, events and publications of a task, in order of place. */
    public List<InitiativeRow> initiatives(String task, int from, int to) {
        List<Found> found = campaigns.in(from, to);
        List<Found> others = known.with(
                without(found, known.in(clean.text(), from, to)),
                without(found, formed.in(from, to)).stream()
                        .filter(name -> !name.kind().equals("programme") || !isPolicing(name.name()))
                        .toList());
        found.addAll(others);
        found.sort(Comparator.comparingInt(Found::start));
        List<InitiativeRow> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Found name : found) {
            if (seen.add(name.id().isEmpty() ? Campaigns.withoutKind(name.name()) : name.id())) {
                rows.add(new InitiativeRow(
                        task, name.id(), name.kind(), relation(from, name), name.name(), evidence(name)));
            }
        }
        return rows;
    }

    private static boolean isPolicing(String name) {
        return (name.contains("行动") || name.endsWith("专项")) && Campaigns.polices(name);
    }

    private static List<Found> without(List<Found> taken, List<Found> names) {
        return names.stream().filter(name -> !name.overlapsAny(taken)).toList();
    }

    private String relation(int from, Found name) {
        Matcher after = CONCERNS_AFTER
                .matcher(clean.text())
                .region(name.end(), clean.text().length());
        return after.lookingAt()
                        || CONCERNS.matcher(LeftEdge.clause(clean.text(), from, name.start()))
                                .find()
                ? "concerns"
                : "launches";
    }

    /** The international bodies and groupings that a task names, in order of place. */
    public List<OrganisationRow> organisations(String task, int from, int to) {
        List<OrganisationRow> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Found name : organisations.in(clean.text(), from, to)) {
            if (seen.add(name.id().isEmpty() ? name.name() : name.id())) {
                rows.add(new OrganisationRow(task, name.id(), name.name(), evidence(name)));
            }
        }
        return rows;
    }

    /** The treaties that are printed without 《》, each place with the whole name. */
    public Map<Span, String> treaties(int from, int to) {
        return treaties.in(from, to);
    }

    /** Whether the words of a promise are a step in making or keeping a treaty. */
    public boolean isTreatyStep(String words) {
        return Treaties.STEP.matcher(words).find();
    }

    private Evidence evidence(Found name) {
        return new Evidence(name.rule(), name.confidence(), clean.passage(name.start(), name.end()));
    }
}
