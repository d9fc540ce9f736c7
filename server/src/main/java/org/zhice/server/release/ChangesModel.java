package org.zhice.server.release;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.zhice.query.change.EntityChanges;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.release.ReleaseChanges.AnswerPair;
import org.zhice.server.web.Language;
import org.zhice.server.web.Links;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.store.Release;
import org.zhice.store.ReleaseId;
import org.zhice.store.dump.Manifest;

/**
 * What the page of what changed shows.
 *
 * @param missing the releases whose dumps are gone
 * @param quads how many are new and gone; empty if that cannot be told
 * @param things that were added, removed, changed; none if that cannot be told
 * @param patch its address; empty if there is none
 */
record ChangesModel(
        String from,
        String to,
        String fromDay,
        String toDay,
        List<String> missing,
        Optional<Quads> quads,
        List<Things> things,
        List<Count> classes,
        List<Count> graphs,
        List<Answers> answers,
        String patch) {
    /** Of each list the page shows so many; JSON has all. */
    private static final int SHOWN = 200;

    /** Quads of one release only. */
    record Quads(String added, String removed) {}

    /**
     * Things with the same fate.
     *
     * @param head what became of how many
     * @param all whether all are shown
     */
    record Things(String head, List<Thing> shown, boolean all) {}

    /** A thing; without an address if the release that is served does not have it. */
    record Thing(String name, String label, String href) {}

    /** A number that is another now. */
    record Count(String name, String label, String before, String after) {}

    /**
     * A saved query whose answer is another now.
     *
     * @param href where it is asked; empty if it is no longer there
     * @param before how many rows; empty if there was no such query
     */
    record Answers(String title, String href, String before, String after) {}

    static ChangesModel of(ReleaseChanges changes, SavedQueries queries, Language language, Release release) {
        InWords page = new InWords(queries, language, release);
        return new ChangesModel(
                changes.from().release(),
                changes.to().release(),
                ReleaseRow.day(changes.from(), language),
                ReleaseRow.day(changes.to(), language),
                changes.missing(),
                changes.things().map(page::quads),
                changes.things().map(found -> page.things(found, changes.to())).orElse(List.of()),
                page.counts(
                        changes.classes(),
                        ThingNames.of(
                                changes.classes().stream()
                                        .map(ReleaseChanges.Count::name)
                                        .toList(),
                                release,
                                language)),
                page.counts(changes.graphs(), ThingNames.ofGraphs(release, language)),
                changes.answers().stream().map(page::answers).toList(),
                changes.missing().isEmpty() ? ReleasePages.address(changes) : "");
    }

    /** What is needed to say it in words. */
    private record InWords(SavedQueries queries, Language language, Release release) {
        Quads quads(EntityChanges things) {
            return new Quads(number(things.newQuads()), number(things.goneQuads()));
        }

        List<Things> things(EntityChanges things, Manifest to) {
            List<String> shown = Stream.of(things.added(), things.removed(), things.changed())
                    .flatMap(all -> all.stream().limit(SHOWN))
                    .toList();
            ThingNames names = ThingNames.of(shown, release, language);
            boolean isServed =
                    ReleaseId.of(release).filter(to.release()::equals).isPresent();
            Messages words = Messages.in(language, ChangesModel.class);
            return List.of(
                    things(words.text("changes.added", number(things.added().size())), things.added(), names, isServed),
                    things(
                            words.text(
                                    "changes.removed", number(things.removed().size())),
                            things.removed(),
                            names,
                            false),
                    things(
                            words.text(
                                    "changes.changed", number(things.changed().size())),
                            things.changed(),
                            names,
                            isServed));
        }

        private Things things(String head, List<String> all, ThingNames names, boolean linked) {
            List<Thing> shown = all.stream()
                    .limit(SHOWN)
                    .map(iri -> new Thing(names.shorten(iri), names.label(iri), linked ? Links.local(iri) : ""))
                    .toList();
            return new Things(head, shown, all.size() <= SHOWN);
        }

        List<Count> counts(List<ReleaseChanges.Count> counts, ThingNames names) {
            return counts.stream()
                    .map(count -> new Count(
                            names.shorten(count.name()),
                            names.label(count.name()),
                            number(count.before()),
                            number(count.after())))
                    .toList();
        }

        Answers answers(AnswerPair pair) {
            return new Answers(
                    queries.find(pair.query())
                            .map(query -> query.about().title().in(language.tag()))
                            .orElse(pair.query()),
                    queries.find(pair.query())
                            .map(query -> Links.query(query.id()))
                            .orElse(""),
                    pair.before().map(answer -> number(answer.rows())).orElse(""),
                    pair.after().map(answer -> number(answer.rows())).orElse(""));
        }

        private String number(long number) {
            return Numbers.show(number, language);
        }
    }
}
