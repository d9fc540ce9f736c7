package org.zhice.loader.extract.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhice.loader.extract.clean.word.Resource;
import org.zhice.loader.extract.place.Place.Level;
import org.zhice.loader.extract.rows.Lexicon.Area;

/** The names of the provinces, of the cities that they hold, and of the areas of the tables. */
final class Gazetteer {
    private static final List<String> ENDS = List.of("自治州", "地区", "市", "州", "盟");

    private static final int LONGEST = 8;

    private final Map<Character, List<Named>> byFirst = new HashMap<>();

    private record Named(String form, Place place) {}

    Gazetteer(List<Area> areas) {
        Map<String, Area> known = new HashMap<>();
        areas.forEach(area -> area.names().forEach(name -> known.putIfAbsent(name, area)));
        for (List<String> row : Resource.rows(Gazetteer.class, "provinces.tsv")) {
            Area area = known.get(row.get(1));
            Place province = new Place(row.get(1), area == null ? "" : area.id(), Level.PROVINCE, "");
            add(row.get(0), province);
            add(row.get(1), province);
            for (String city : row.get(2).split(" ", -1)) {
                city(city, row.get(1), known);
            }
        }
        for (Area area : areas) {
            Level level = area.kind().equals("country") ? Level.COUNTRY : Level.OTHER;
            area.names().forEach(name -> add(name, new Place(area.names().get(0), area.id(), level, "")));
        }
        byFirst.values()
                .forEach(names -> names.sort(
                        Comparator.comparingInt((Named named) -> named.form().length())
                                .reversed()));
    }

    private void city(String form, String province, Map<String, Area> known) {
        if (form.isEmpty()) {
            return;
        }
        boolean full = ENDS.stream().anyMatch(form::endsWith);
        String name = full ? form : form + "市";
        Area area = known.get(name);
        Place city = new Place(name, area == null ? "" : area.id(), Level.CITY, province);
        add(form, city);
        ENDS.stream().filter(end -> !full).forEach(end -> add(form + end, city));
    }

    private void add(String form, Place place) {
        List<Named> names = byFirst.computeIfAbsent(form.charAt(0), first -> new ArrayList<>());
        if (names.stream().noneMatch(named -> named.form().equals(form))) {
            names.add(new Named(form, place));
        }
    }

    /** A place and one past its last character. */
    record Found(Place place, int end) {}

    /** The smallest place that a chain of names leads to: 海澜省云州市竹溪县. */
    Optional<Found> at(String text, int from, int to, boolean prose) {
        return name(text, from, to, prose).map(found -> inner(text, found, to));
    }

    private Found inner(String text, Found outer, int to) {
        return name(text, outer.end(), Math.min(to, outer.end() + LONGEST), false)
                .filter(inner -> !outer.place().isChina()
                        && inner.place().level().compareTo(outer.place().level()) > 0)
                .map(inner -> inner(text, new Found(within(inner.place(), outer.place()), inner.end()), to))
                .orElse(outer);
    }

    private static Place within(Place inner, Place outer) {
        String province = outer.level() == Level.PROVINCE ? outer.name() : outer.within();
        return new Place(
                inner.name(), inner.area(), inner.level(), inner.within().isEmpty() ? province : inner.within());
    }

    private Optional<Found> name(String text, int from, int to, boolean prose) {
        if (from >= to) {
            return Optional.empty();
        }
        for (Named named : byFirst.getOrDefault(text.charAt(from), List.of())) {
            if (text.startsWith(named.form(), from) && from + named.form().length() <= to) {
                return Optional.of(new Found(named.place(), from + named.form().length()));
            }
        }
        return PlaceForm.at(text, from, to, prose)
                .map(place -> new Found(place, from + place.name().length()));
    }
}
