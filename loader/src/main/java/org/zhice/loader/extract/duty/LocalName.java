package org.zhice.loader.extract.duty;

import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.word.Resource;

/**
 * What the name of a body says on its level.
 *
 * @param place 省, 苇市 or the like; empty where the name says none
 * @param core the rest of the name
 */
record LocalName(String place, Level level, String core) {
    private static final Pattern NOT_UNIT = Pattern.compile(words("word"));
    private static final Pattern UNIT = Pattern.compile("自治区|自治州|自治县|新区|兵团|[省市州盟县区旗]");
    private static final Pattern NATIONAL = Pattern.compile(words("national"));
    private static final Pattern ONLY = Pattern.compile(words("only"));
    private static final Pattern LOCAL = Pattern.compile(words("local"));
    private static final Pattern PROVINCIAL = Pattern.compile(".+(?<!公)厅$");
    private static final int LONGEST_PLACE = 7;

    private static String words(String kind) {
        return Resource.rows(LocalName.class, "level.tsv").stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> row.get(1))
                .collect(Collectors.joining("|"));
    }

    /** The innermost place that a name begins with; none if it begins with no place. */
    static Optional<LocalName> of(String name) {
        if (name.startsWith("团") && name.length() == 3 && name.endsWith("委")) {
            return Optional.of(new LocalName(name.substring(1, 2), Level.of(name.substring(1, 2)), "团委"));
        }
        int end = 0;
        String unit = "";
        Matcher units = UNIT.matcher(name);
        Predicate<Integer> free = at -> !inWord(name, at);
        while (units.find() && units.start() - end < LONGEST_PLACE) {
            if (free.test(units.start()) && units.end() < name.length() && isHead(name.substring(units.end()))) {
                end = units.end();
                unit = units.group();
            }
        }
        return end == 0
                ? Optional.empty()
                : Optional.of(new LocalName(name.substring(0, end), Level.of(unit), name.substring(end)));
    }

    private static boolean inWord(String name, int at) {
        Matcher word = NOT_UNIT.matcher(name);
        while (word.find()) {
            if (word.start() <= at && at < word.end()) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHead(String core) {
        return core.equals("委") || core.equals("政府") || (core.length() > 1 && AgencyForm.isBody("某" + core));
    }

    /** The level that a name shows by itself; empty where any level may be meant. */
    static Optional<Level> level(String name) {
        boolean branch = name.startsWith("国家") || name.startsWith("中国");
        Optional<LocalName> local = of(name);
        if (local.isPresent() && !branch) {
            return local.map(LocalName::level);
        }
        if (ONLY.matcher(name).matches()
                || (NATIONAL.matcher(name).find() && !LOCAL.matcher(name).find())) {
            return Optional.of(Level.NATIONAL);
        }
        return PROVINCIAL.matcher(name).matches() ? Optional.of(Level.PROVINCE) : Optional.empty();
    }
}
