package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.List;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Extraction.Report;

/** Gathers what a person should look at in one document. */
final class Doubts {
    private final String document;
    private final List<Report> reports = new ArrayList<>();

    Doubts(String document) {
        this.document = document;
    }

    List<Report> reports() {
        return reports;
    }

    /** @param task whose words are doubted; empty if none is known */
    void add(Passage passage, String task, String what, String found, String expected) {
        String place = document + ":" + passage.start() + (task.isEmpty() ? "" : " task " + task);
        reports.add(new Report(place, what, found, expected));
    }

    void addAll(List<Report> further) {
        reports.addAll(further);
    }
}
