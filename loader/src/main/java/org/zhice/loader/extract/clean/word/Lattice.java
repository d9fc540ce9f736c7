package org.zhice.loader.extract.clean.word;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhice.loader.extract.clean.word.WordCosts.Word;

/** Finds the cheapest sequence of common words that fits a row of slots, and the next cheapest. */
final class Lattice {
    private static final int UNKNOWN = 150;
    private static final int KEPT = 2;

    private final WordCosts costs;

    Lattice(WordCosts costs) {
        this.costs = costs;
    }

    /** Characters that fit, and what they cost. */
    record Reading(String text, int cost) {}

    /** The best readings, cheapest first; empty if none fits. */
    List<Reading> best(List<Slot> slots) {
        List<List<Reading>> upTo = new ArrayList<>();
        upTo.add(List.of(new Reading("", 0)));
        for (int i = 1; i <= slots.size(); i++) {
            upTo.add(new ArrayList<>());
        }
        for (int i = 0; i < slots.size(); i++) {
            for (Word word : words(slots, i)) {
                extend(upTo, i, word);
            }
        }
        return upTo.get(slots.size());
    }

    private static void extend(List<List<Reading>> upTo, int at, Word word) {
        List<Reading> after = upTo.get(at + word.form().length());
        for (Reading reading : upTo.get(at)) {
            keep(after, new Reading(reading.text() + word.form(), reading.cost() + word.cost()));
        }
    }

    private static void keep(List<Reading> readings, Reading reading) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).text().equals(reading.text())) {
                if (readings.get(i).cost() > reading.cost()) {
                    readings.set(i, reading);
                }
                readings.sort(Comparator.comparingInt(Reading::cost));
                return;
            }
        }
        readings.add(reading);
        readings.sort(Comparator.comparingInt(Reading::cost));
        if (readings.size() > KEPT) {
            readings.remove(KEPT);
        }
    }

    private List<Word> words(List<Slot> slots, int at) {
        List<Word> words = new ArrayList<>();
        Slot first = slots.get(at);
        first.fitting().stream().forEach(c -> addFitting((char) c, slots, at, words));
        if (first.isKnown() && words.stream().noneMatch(word -> word.form().length() == 1)) {
            words.add(new Word(String.valueOf(first.character()), UNKNOWN));
        }
        return words;
    }

    private void addFitting(char first, List<Slot> slots, int at, List<Word> fitting) {
        for (Word word : costs.beginningWith(first)) {
            if (fits(word.form(), slots, at)) {
                fitting.add(word);
            }
        }
    }

    private static boolean fits(String form, List<Slot> slots, int at) {
        if (at + form.length() > slots.size()) {
            return false;
        }
        for (int i = 1; i < form.length(); i++) {
            if (!slots.get(at + i).takes(form.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
