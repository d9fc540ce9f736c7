package org.zhice.loader.review;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.zhice.loader.extract.clean.draft.Damage;

/**
 * What was repaired or cut in a document, each kind of change once.
 *
 * @param all how many changes there are
 * @param changes those that differ, what was cut before what was repaired
 */
record Damages(int all, List<Change> changes) {
    private static final Map<String, String> CHINESE = Map.ofEntries(
            Map.entry("traditional", "繁体"),
            Map.entry("pinyin", "注音"),
            Map.entry("slip", "错码"),
            Map.entry("width", "全半角"),
            Map.entry("space", "空格"),
            Map.entry("break-lost", "缺换行"),
            Map.entry("break-added", "多换行"),
            Map.entry("doubled", "重字"),
            Map.entry("numbering", "编号"),
            Map.entry("bracket", "括号"),
            Map.entry("page-number", "页码（删）"),
            Map.entry("noise", "网页杂项（删）"),
            Map.entry("left-out", "略去未读"),
            Map.entry("entity", "字符引用"),
            Map.entry("unrepaired", "未能修补"));

    /**
     * A change, wherever it was made.
     *
     * @param start where first, in code points
     */
    record Change(Damage.Kind kind, String found, String repaired, int start, int times) {
        /** The kind in both languages. */
        String name() {
            String english = english();
            return CHINESE.get(english) + " " + english;
        }

        String english() {
            return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        private boolean isCut() {
            return kind == Damage.Kind.LEFT_OUT || kind == Damage.Kind.NOISE || kind == Damage.Kind.PAGE_NUMBER;
        }
    }

    static Damages of(List<Damage> damages) {
        Map<List<Object>, Change> changes = new LinkedHashMap<>();
        for (Damage damage : damages) {
            Change once = new Change(damage.kind(), damage.found(), damage.repaired(), damage.start(), 1);
            changes.merge(
                    List.of(once.kind(), once.found(), once.repaired()),
                    once,
                    (a, b) -> new Change(
                            a.kind(), a.found(), a.repaired(), Math.min(a.start(), b.start()), a.times() + 1));
        }
        return new Damages(
                damages.size(),
                changes.values().stream()
                        .sorted(Comparator.comparing((Change change) -> !change.isCut())
                                .thenComparing(Change::start))
                        .toList());
    }
}
