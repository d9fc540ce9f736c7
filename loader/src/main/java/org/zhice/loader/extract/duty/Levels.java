package org.zhice.loader.extract.duty;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The level of government of one document: that of the names in its duties which show theirs, else that of its title. A name that shows
 * none takes the level of the one before it in its duty.
 *
 * @param ofDocument what a name has that nothing else tells of; empty where the duties do not agree
 * @param place the place in the title, or empty
 */
record Levels(Optional<Level> ofDocument, String place) {
    private static final int TITLE = 400;
    private static final int LONGEST_LINE = 80;
    private static final Pattern NATIONAL = Pattern.compile("^(?:国务院|国家|中共中央|全国|中华)");
    private static final String UNIT = "(?:自治区|自治州|自治县|新区|[省市州盟县区旗])(?![市县旗域际场])";
    private static final Pattern PLACE =
            Pattern.compile("^(?:关于|印发|《|“|\\d{4}年度?|\\p{IsHan}{0,6}(?:关于|印发))*(?<place>\\p{IsHan}{1,8}?(?<unit>" + UNIT
                    + ")(?:\\p{IsHan}{1,4}?(?<inner>" + UNIT + ")(?!.{0,3}(?:建设|试点)))?)");
    private static final Pattern NO_PLACE =
            Pattern.compile("知识产权|强|示范|试点|试验|建设|发展|国家|全国|中国|先行|开放|开发区|自由|自贸|城市|全[省市县区]|我[省市县区]|[各本该]|上市|社区|园区|地区");

    /**
     * Judges a document.
     *
     * @param text the clean text, whose first lines are the title
     * @param duties all of its duties
     */
    static Levels of(String text, List<Duty> duties) {
        Map<Level, Integer> shown = new EnumMap<>(Level.class);
        duties.stream()
                .flatMap(duty -> duty.holders().stream())
                .filter(holder -> !AgencyForm.isCollective(holder.name()))
                .flatMap(holder -> LocalName.level(holder.name()).stream())
                .forEach(level -> shown.merge(level, 1, Integer::sum));
        Optional<LocalName> title = title(text);
        int national = shown.getOrDefault(Level.NATIONAL, 0);
        int all = shown.values().stream().mapToInt(Integer::intValue).sum();
        Optional<Level> level = title.map(LocalName::level);
        if (all > 0 && national * 2 > all) {
            level = Optional.of(Level.NATIONAL);
        } else if (all > national * 2) {
            level = level.or(() -> most(shown));
        } else if (all == 0) {
            level = level.or(() -> Optional.of(Level.NATIONAL));
        }
        return new Levels(level, title.map(LocalName::place).orElse(""));
    }

    private static Optional<Level> most(Map<Level, Integer> shown) {
        return shown.entrySet().stream()
                .filter(entry -> entry.getKey().isLocal())
                .max(Map.Entry.<Level, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private static Optional<LocalName> title(String text) {
        for (String line :
                text.substring(0, Math.min(TITLE, text.length())).lines().toList()) {
            String title = line.strip();
            if (NATIONAL.matcher(title).find()) {
                return Optional.empty();
            }
            Matcher place = PLACE.matcher(title);
            if (title.length() <= LONGEST_LINE
                    && place.find()
                    && !NO_PLACE.matcher(place.group("place")).find()) {
                String unit = place.group("inner") == null ? place.group("unit") : place.group("inner");
                return Optional.of(new LocalName(place.group("place"), Level.of(unit), ""));
            }
        }
        return Optional.empty();
    }

    /** The level of each holder of a duty, in their order; empty where nothing tells. */
    List<Optional<Level>> of(Duty duty) {
        List<Optional<Level>> own = duty.holders().stream()
                .map(holder -> LocalName.level(holder.name()))
                .toList();
        boolean mixed = own.contains(Optional.of(Level.NATIONAL)) && ofDocument.equals(Optional.of(Level.NATIONAL));
        List<Optional<Level>> levels = new ArrayList<>();
        Optional<Level> before = Optional.empty();
        for (int i = 0; i < own.size(); i++) {
            if (own.get(i).isPresent() && isAgency(duty.holders().get(i).name())) {
                before = own.get(i);
            }
            boolean goesOn = !mixed && before.filter(Level::isLocal).isPresent();
            levels.add(own.get(i).or(goesOn ? constant(before) : constant(ofDocument)));
        }
        return levels;
    }

    /** A government or many bodies together say nothing on the names after them. */
    private static boolean isAgency(String name) {
        return !AgencyForm.isCollective(name) && !AgencyForm.isPlace(name) && !name.endsWith("政府");
    }

    private static Supplier<Optional<Level>> constant(Optional<Level> level) {
        return () -> level;
    }
}
