package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.Extraction.InitiativeRow;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.Resource;

/**
 * The enforcement campaigns that tasks name: known ones by their names, others by the form of their names. A proper name
 * in “” counts if it is known or if a suffix such as 专项行动 follows it; 专项行动 for promotion is none.
 */
final class Campaigns {
    private static final Pattern SUFFIX = words("suffix", "(?:%s)");
    private static final Pattern ENFORCEMENT = words("enforcement", "%s");
    private static final Pattern PROMOTION = words("promotion", "%s");
    private static final Pattern SCOPE = words("scope", "(?:%s)");
    private static final Pattern TAKES_PART = words("takes-part", "%s");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern QUOTED =
            Pattern.compile("“(?<name>[^“”\\n]{2,24})”(?<suffix>(?:" + SUFFIX + "|系列行动|行动|活动)?)");
    private static final Pattern FORMED =
            Pattern.compile("[^，。；：、“”《》（）\\n]{0,30}?" + SUFFIX + "(?:行动|活动)?(?:20\\d\\d)?");
    private static final Pattern KIND = Pattern.compile("(?:" + SUFFIX + "|专项行动|行动|活动|专项)$");
    private static final int SHORTEST = 4;

    private final Map<String, String> series = new HashMap<>();
    private final Pattern known;
    private final CleanText clean;
    private final int year;

    private static Pattern words(String kind, String form) {
        String words = Resource.rows(Campaigns.class, "campaigns.tsv").stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> row.get(1))
                .collect(Collectors.joining("|"));
        return Pattern.compile(String.format(form, words));
    }

    Campaigns(Lexicon lexicon, CleanText clean, int year) {
        this.clean = clean;
        this.year = year;
        for (Lexicon.Campaign campaign : lexicon.campaigns()) {
            for (String name : campaign.names()) {
                series.put(name, campaign.series());
                series.putIfAbsent(core(name), campaign.series());
            }
        }
        this.known = Pattern.compile(series.keySet().stream()
                .filter(name -> name.length() >= SHORTEST && KIND.matcher(name).find())
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|", "(?:", "|(?!))(?:(?:19|20)\\d\\d)?")));
    }

    /** A name without its year and its kind: 剑网 of 剑网2019专项行动. */
    private static String core(String name) {
        String bare = YEAR.matcher(name).replaceAll("").replaceFirst("年$", "");
        String core = KIND.matcher(bare).replaceFirst("");
        return core.length() < 2 ? bare : core;
    }

    private record Found(int start, int end, String name, String rule, double confidence) {}

    List<InitiativeRow> rows(String task, int from, int to) {
        List<Found> found = new ArrayList<>();
        quoted(from, to, found);
        named(from, to, found);
        formed(from, to, found);
        found.sort(Comparator.comparingInt(Found::start));
        List<InitiativeRow> rows = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Found campaign : found) {
            InitiativeRow row = row(task, campaign);
            if (seen.add(row.initiative().isEmpty() ? row.printedName() : row.initiative())) {
                rows.add(row);
            }
        }
        return rows;
    }

    private void quoted(int from, int to, List<Found> found) {
        Matcher quoted = QUOTED.matcher(clean.text()).region(from, to);
        while (quoted.find()) {
            String name = quoted.group("name");
            boolean isKnown = series.containsKey(core(name));
            boolean formed = SUFFIX.matcher(quoted.group("suffix")).lookingAt()
                    || (SUFFIX.matcher(name).find() && YEAR.matcher(name).find());
            if (isKnown) {
                found.add(new Found(quoted.start(), quoted.end(), name, "campaign-known-quoted", 0.97));
            } else if (formed
                    && !PROMOTION.matcher(name + quoted.group("suffix")).find()) {
                found.add(new Found(quoted.start(), quoted.end(), name, "campaign-form-quoted", 0.7));
            }
        }
    }

    private void named(int from, int to, List<Found> found) {
        Matcher named = known.matcher(clean.text()).region(from, to);
        while (named.find()) {
            if (isFree(named.start(), named.end(), found)) {
                found.add(new Found(named.start(), named.end(), named.group(), "campaign-known", 0.95));
            }
        }
    }

    private void formed(int from, int to, List<Found> found) {
        Matcher formed = FORMED.matcher(clean.text()).region(from, to);
        while (formed.find()) {
            String name = name(formed.group());
            int start = formed.end() - name.length();
            if (isName(name) && isFree(start, formed.end(), found)) {
                found.add(new Found(start, formed.end(), name, "campaign-form", 0.6));
            }
        }
    }

    /** The words of a clause that belong to the name: after its verbs and after the last 的. */
    private static String name(String clause) {
        String name = clause.substring(clause.lastIndexOf('的') + 1);
        return name.substring(Verbs.leading(name).length());
    }

    private static boolean isName(String name) {
        Matcher suffix = SUFFIX.matcher(name);
        if (!suffix.find() || suffix.start() < 2) {
            return false;
        }
        String core = name.substring(0, suffix.start());
        return ENFORCEMENT.matcher(name).find()
                && !PROMOTION.matcher(name).find()
                && !SCOPE.matcher(core).find();
    }

    private static boolean isFree(int start, int end, List<Found> found) {
        return found.stream().noneMatch(other -> other.start() < end && start < other.end());
    }

    private InitiativeRow row(String task, Found campaign) {
        String known = series.getOrDefault(campaign.name(), series.get(core(campaign.name())));
        Matcher printed = YEAR.matcher(campaign.name());
        int edition = printed.find() ? Integer.parseInt(printed.group()) : year;
        String initiative = known == null || edition == 0 ? "" : "campaign/" + known + "-" + edition;
        String relation = TAKES_PART.matcher(clauseBefore(campaign.start())).find() ? "concerns" : "launches";
        Evidence evidence =
                new Evidence(campaign.rule(), campaign.confidence(), clean.passage(campaign.start(), campaign.end()));
        return new InitiativeRow(task, initiative, "campaign", relation, campaign.name(), evidence);
    }

    private String clauseBefore(int at) {
        int start = at;
        while (start > 0 && "，。；\n".indexOf(clean.text().charAt(start - 1)) < 0) {
            start--;
        }
        return clean.text().substring(start, at);
    }
}
