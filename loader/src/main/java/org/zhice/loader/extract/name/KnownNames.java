package org.zhice.loader.extract.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.rows.Lexicon.Named;

/**
 * The names that the tables know. Marks, the year, and the number of an edition or batch make no difference: 第三届 of a
 * conference is the conference.
 */
final class KnownNames {
    private static final String NUMBER = "第[一二三四五六七八九十百\\d]{1,4}";
    private static final Pattern BATCH = Pattern.compile(NUMBER + "(?=[届批期次])");
    private static final Pattern EDITION = Pattern.compile("(?:" + NUMBER + "[届批期次]|(?:19|20)\\d\\d年度?|年度)+");
    private static final Pattern EDITION_BEFORE = Pattern.compile("(?:" + NUMBER + "[届期次]|(?:19|20)\\d\\d年度?|年度)+$");
    private static final Pattern ACRONYM = Pattern.compile("（[A-Za-z]{2,8}）");
    private static final String MARKS = "“”《》 ";
    private static final String ANY_NUMBER = "#";
    private static final int EDITION_LENGTH = 12;

    private record Form(Pattern pattern, Named thing) {}

    private final Map<Character, List<Form>> forms = new HashMap<>();
    private final Map<String, Named> byName = new HashMap<>();

    /** @param shortest the length of a name that is found without more; a shorter one only helps {@link #exactly} */
    KnownNames(List<Named> things, int shortest) {
        for (Named thing : things) {
            thing.names().forEach(name -> byName.putIfAbsent(plain(name), thing));
        }
        byName.entrySet().stream()
                .filter(entry -> entry.getKey().length() >= shortest)
                .sorted(Map.Entry.comparingByKey(
                        Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder())))
                .forEach(entry -> forms.computeIfAbsent(entry.getKey().charAt(0), first -> new ArrayList<>())
                        .add(new Form(pattern(entry.getKey()), entry.getValue())));
    }

    /** A name without marks. */
    static String bare(String name) {
        return name.replaceAll("[" + MARKS + "]", "");
    }

    private static String plain(String name) {
        String bare = bare(name).replace('(', '（').replace(')', '）');
        Matcher edition = EDITION.matcher(bare);
        String rest = edition.lookingAt() && edition.end() < bare.length() ? bare.substring(edition.end()) : bare;
        return BATCH.matcher(rest).replaceAll(ANY_NUMBER);
    }

    private static Pattern pattern(String plain) {
        return Pattern.compile(Pattern.quote(plain).replace(ANY_NUMBER, "\\E" + NUMBER + "\\Q"));
    }

    /** The thing of that name. */
    Optional<Named> exactly(String name) {
        return Optional.ofNullable(byName.get(plain(name)));
    }

    /**
     * Known names together with those of a known form. A known name in a longer one counts as the longer one, which may be
     * another thing; where a form takes in more than one known name, or only a part of one, the known names count.
     *
     * @param found known names of the same stretch of text
     */
    List<Found> with(List<Found> found, List<Found> formed) {
        List<Found> all = new ArrayList<>(found);
        for (Found form : formed) {
            List<Found> within = found.stream().filter(form::overlaps).toList();
            Optional<Named> thing = exactly(form.name());
            if (within.isEmpty() || thing.isPresent() || (within.size() == 1 && form.isMoreThan(within.get(0)))) {
                all.removeAll(within);
                all.add(thing.map(form::as).orElse(form));
            }
        }
        all.sort(Comparator.comparingInt(Found::start));
        return all;
    }

    /** Every known name of a stretch of text, the longest where several begin at one place. */
    List<Found> in(String text, int from, int to) {
        StringBuilder bare = new StringBuilder();
        int[] places = new int[to - from + 1];
        for (int i = from; i < to; i++) {
            if (MARKS.indexOf(text.charAt(i)) < 0) {
                places[bare.length()] = i;
                bare.append(text.charAt(i));
            }
        }
        places[bare.length()] = to;
        List<Found> found = new ArrayList<>();
        int at = 0;
        while (at < bare.length()) {
            at = next(bare, at, places, found);
        }
        return found;
    }

    private int next(CharSequence bare, int at, int[] places, List<Found> found) {
        for (Form form : forms.getOrDefault(bare.charAt(at), List.of())) {
            Matcher name = form.pattern().matcher(bare).region(at, bare.length());
            if (name.lookingAt()) {
                Matcher acronym = ACRONYM.matcher(bare).region(name.end(), bare.length());
                int end = acronym.lookingAt() ? acronym.end() : name.end();
                Matcher edition = EDITION_BEFORE.matcher(bare).region(Math.max(0, at - EDITION_LENGTH), at);
                int start = !form.thing().kind().equals("organisation") && edition.find() ? edition.start() : at;
                found.add(new Found(
                        places[start],
                        places[end - 1] + 1,
                        form.thing().kind(),
                        form.thing().id(),
                        bare.subSequence(start, end).toString(),
                        form.thing().kind() + "-known",
                        0.95));
                return end;
            }
        }
        return at + 1;
    }
}
