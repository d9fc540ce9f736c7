package org.zhice.loader.extract.place;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The places that a text names where a name may begin, in their order. */
final class Mentions {
    private static final Pattern BEGINS =
            Pattern.compile("(?m)(?:^|[（，。；：、\\s\u3000])[\\s\u3000]*[《“]?|[《“]|据|记者从|来自|其中");
    private static final int LONGEST = 14;
    private static final int TIMES = 2;

    private static final String WORDS = "省市县区州旗乡镇";

    private final List<Place> mentions = new ArrayList<>();
    private final Map<Character, NavigableMap<Integer, Place>> byWord = new HashMap<>();

    Mentions(String text, Gazetteer names) {
        Matcher begins = BEGINS.matcher(text);
        int last = -1;
        while (begins.find()) {
            int from = begins.end();
            if (from > last) {
                last = from;
                names.at(text, from, Math.min(text.length(), from + LONGEST), true)
                        .filter(found -> !found.place().isChina())
                        .ifPresent(found -> add(from, found.place()));
            }
        }
    }

    private void add(int start, Place place) {
        mentions.add(place);
        for (int i = 0; i < WORDS.length(); i++) {
            char word = WORDS.charAt(i);
            if (place.isMeantBy(word)) {
                byWord.computeIfAbsent(word, w -> new TreeMap<>()).put(start, place);
            }
        }
    }

    /** The last place before a character that 全省 and the like may mean. */
    Optional<Place> before(int at, char word) {
        return Optional.ofNullable(byWord.getOrDefault(word, new TreeMap<>()).lowerEntry(at))
                .map(Map.Entry::getValue);
    }

    /** The one place of its size that a text speaks of: named alone, or twice as often as any other. */
    Optional<Place> chief(char word) {
        Map<Place, Long> counts = mentions.stream()
                .filter(place -> place.isMeantBy(word))
                .collect(Collectors.groupingBy(place -> place, LinkedHashMap::new, Collectors.counting()));
        List<Map.Entry<Place, Long>> order = counts.entrySet().stream()
                .sorted(Map.Entry.<Place, Long>comparingByValue().reversed())
                .toList();
        boolean one = order.size() == 1
                || (order.size() > 1
                        && order.get(0).getValue() >= TIMES * order.get(1).getValue());
        return one ? Optional.of(order.get(0).getKey()) : Optional.empty();
    }

    /** A place whose name begins so: 云州高院 is that of 云州省. */
    Optional<Place> named(String stem) {
        return mentions.stream().filter(place -> place.name().startsWith(stem)).findFirst();
    }
}
