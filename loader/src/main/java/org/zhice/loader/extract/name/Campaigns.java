package org.zhice.loader.extract.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.rows.Lexicon;

/**
 * The enforcement campaigns that tasks name: known ones by their names, others by the form of their names. A proper name
 * in “” counts if it is known or if a suffix such as 专项行动 follows it; 专项行动 for promotion is none.
 */
final class Campaigns {
    private static final Pattern SUFFIX = words("suffix", "(?:%s)");
    private static final Pattern ENFORCEMENT = words("enforcement", "%s");
    private static final Pattern PROMOTION = words("promotion", "%s");
    private static final Pattern SCOPE = words("scope", "(?:%s)");
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
    private static final Pattern QUOTED =
            Pattern.compile("“(?<name>[^“”\\n]{2,24})”(?<about>问题)?(?<suffix>(?:" + SUFFIX + "|系列行动|行动|活动)?)");
    private static final Pattern FORMED =
            Pattern.compile("[^，。；：、“”《》（）\\n]{0,30}?" + SUFFIX + "(?:行动|活动)?(?:20\\d\\d)?");
    private static final Pattern POLICING = Pattern.compile("执法|整治|打击|治理|检查");
    private static final Pattern LISTED = Pattern.compile("(?:[、和]?[^，。；、“”]{0,20}“[^“”]{2,24}”){0,9}等" + SUFFIX);
    private static final Pattern TARGET = Pattern.compile("(?:针对|围绕|聚焦)");
    private static final Pattern KIND = Pattern.compile("(?:" + SUFFIX + "|专项行动|行动|活动|专项)$");
    private static final Pattern TREATED = Pattern.compile("(?:整治|治理|清理|打击|检查|攻坚)$|攻坚行动$");
    private static final Pattern EVIL = words("evil", "%s");
    private static final Set<String> GENERAL = Set.of("系列行动", "行动", "活动");
    private static final Pattern JOINT = Pattern.compile("^(?:以及|[和及与])");
    private static final int SHORTEST = 4;

    private final Map<String, String> series = new HashMap<>();
    private final Pattern known;
    private final String text;
    private final int year;

    private static Pattern words(String kind, String form) {
        String words = Resource.rows(Campaigns.class, "campaigns.tsv").stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> row.get(1))
                .collect(Collectors.joining("|"));
        return Pattern.compile(String.format(form, words));
    }

    Campaigns(Lexicon lexicon, String text, int year) {
        this.text = text;
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
                .collect(Collectors.joining(
                        "|", "(?<verb>(?:(?<=、)|(?<=开展))打击)?(?<name>(?:", "|(?!))(?:(?:19|20)\\d\\d)?)")));
    }

    /** A name without its year and its kind: 剑网 of 剑网2019专项行动. */
    private static String core(String name) {
        String bare = YEAR.matcher(name).replaceAll("").replaceFirst("年$", "");
        String core = KIND.matcher(bare).replaceFirst("");
        return core.length() < 2 ? bare : core;
    }

    /** A name without the words that say what kind of action it is, or as it stands if nothing remains. */
    static String withoutKind(String name) {
        String bare = KIND.matcher(name).replaceFirst("");
        return bare.length() < 2 ? name : bare;
    }

    /** The campaigns of a stretch of text, in order of place. */
    List<Found> in(int from, int to) {
        List<Found> found = new ArrayList<>();
        quoted(from, to, found);
        named(from, to, found);
        formed(from, to, found);
        found.sort(Comparator.comparingInt(Found::start));
        return found;
    }

    /** Whether an action of that name polices: then it is no programme, and a campaign only if it has a name of its own. */
    static boolean polices(String name) {
        return ENFORCEMENT.matcher(name).find() && !PROMOTION.matcher(name).find();
    }

    private void quoted(int from, int to, List<Found> found) {
        Matcher quoted = QUOTED.matcher(text).region(from, to);
        while (quoted.find()) {
            String name = quoted.group("name");
            boolean isKnown = series.containsKey(core(name));
            boolean formed = isSuffix(quoted.group("suffix"))
                    || (YEAR.matcher(name).find() && SUFFIX.matcher(name).find())
                    || LISTED.matcher(text).region(quoted.end(), to).lookingAt();
            if (isKnown) {
                found.add(found(quoted.start(), quoted.end(), name, "campaign-known-quoted", 0.97));
            } else if (isTarget(name, quoted) && !LeftEdge.isInTitle(text, from, quoted.start())) {
                found.add(whole(from, quoted, found));
            } else if (formed
                    && !LeftEdge.isInTitle(text, from, quoted.start())
                    && (POLICING.matcher(quoted.group("suffix")).find()
                            || !PROMOTION.matcher(name + quoted.group("suffix")).find())) {
                found.add(found(quoted.start(), quoted.end(), name, "campaign-form-quoted", 0.7));
            }
        }
    }

    private static boolean isSuffix(String words) {
        return !words.isEmpty() && !GENERAL.contains(words);
    }

    /** Whether the marks hold what is fought, or a word that names the action only with the words after it. */
    private static boolean isTarget(String name, Matcher quoted) {
        String suffix = quoted.group("suffix");
        boolean fought = quoted.group("about") != null || EVIL.matcher(name).find();
        return isSuffix(suffix) && (fought || TREATED.matcher(suffix).find());
    }

    /** The action with the words before and after the marks. */
    private Found whole(int from, Matcher quoted, List<Found> found) {
        Set<Integer> ends = found.stream().map(Found::end).collect(Collectors.toSet());
        int start = new LeftEdge(text, ends).of(from, quoted.start());
        int item = Math.max(start, text.lastIndexOf('、', quoted.start() - 1) + 1);
        String name = KnownNames.bare(text.substring(item, quoted.end()));
        return found(item, quoted.end(), name, "campaign-form-quoted", 0.65);
    }

    private void named(int from, int to, List<Found> found) {
        Matcher named = known.matcher(text).region(from, to);
        while (named.find()) {
            if (isFree(named.start(), named.end(), found)) {
                found.add(found(
                        named.start(), named.end(), named.group(), id(named.group("name")), "campaign-known", 0.95));
            }
        }
    }

    private void formed(int from, int to, List<Found> found) {
        if (!SUFFIX.matcher(text).region(from, to).find()) {
            return;
        }
        Matcher formed = FORMED.matcher(text).region(from, to);
        while (formed.find()) {
            String name = name(formed.group());
            int start = formed.end() - name.length();
            if (isName(name)
                    && !isDescribed(from, start)
                    && !LeftEdge.isInTitle(text, from, start)
                    && isFree(start, formed.end(), found)) {
                found.add(found(start, formed.end(), name, "campaign-form", 0.6));
            }
        }
    }

    /** The words of a clause that belong to the name: after its verbs and after the last 的. */
    private static String name(String clause) {
        String name = clause.substring(clause.lastIndexOf('的') + 1);
        String named = name.substring(leading(name));
        return JOINT.matcher(named).replaceFirst("");
    }

    /** Whether the clause says before what the action is directed at: then its words describe it and are no name. */
    private boolean isDescribed(int from, int start) {
        int clause = start;
        while (clause > from && "。，".indexOf(text.charAt(clause - 1)) < 0) {
            clause--;
        }
        return TARGET.matcher(text).region(clause, start).lookingAt();
    }

    private static int leading(String clause) {
        Matcher verbs = Forms.VERBS.matcher(clause);
        return verbs.lookingAt() ? verbs.end() : 0;
    }

    private static boolean isName(String name) {
        Matcher suffix = SUFFIX.matcher(name);
        if (!suffix.find() || suffix.start() < 2) {
            return false;
        }
        String core = name.substring(0, suffix.start());
        return polices(name) && !SCOPE.matcher(core).find();
    }

    private static boolean isFree(int start, int end, List<Found> found) {
        return found.stream().noneMatch(other -> other.start() < end && start < other.end());
    }

    private Found found(int start, int end, String name, String rule, double confidence) {
        return found(start, end, name, id(name), rule, confidence);
    }

    private static Found found(int start, int end, String name, String id, String rule, double confidence) {
        return new Found(start, end, "campaign", id, name, rule, confidence);
    }

    /** The id of an edition, or empty for an unknown campaign. */
    private String id(String name) {
        String known = series.getOrDefault(name, series.get(core(name)));
        Matcher printed = YEAR.matcher(name);
        int edition = printed.find() ? Integer.parseInt(printed.group()) : year;
        return known == null || edition == 0 ? "" : "campaign/" + known + "-" + edition;
    }
}
