package org.zhice.query.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhice.query.SavedQuery;
import org.zhice.store.Kinds;
import org.zhice.store.Label;
import org.zhice.store.Names;
import org.zhice.store.Release;

/** The saved queries of a folder and its sub-folders, in the order of their ids. */
public final class SavedQueries {
    private final CompletableFuture<Content> content;

    private record Content(Map<String, Entry> byId, Words words) {}

    private record Entry(QueryFile file, SavedQuery query) {}

    /** Queries for one need. */
    public record Group(Label need, List<SavedQuery> queries) {}

    private SavedQueries(CompletableFuture<Content> content) {
        this.content = content;
    }

    /**
     * Reads every {@code .rq} file of a folder and of its sub-folders, one for each need; an id is unique over all.
     *
     * @throws QueryFileException for the first file that cannot be used
     * @throws UncheckedIOException if there is no such folder
     */
    public static SavedQueries read(Path folder) {
        return new SavedQueries(CompletableFuture.completedFuture(content(folder)));
    }

    /**
     * The same, read beside what the caller does next: who asks first waits until they are read, and {@link #requireKinds} as any
     * other method throws what reading them threw.
     */
    public static SavedQueries reading(Path folder) {
        return new SavedQueries(CompletableFuture.supplyAsync(() -> content(folder)));
    }

    private Map<String, Entry> byId() {
        return content().byId();
    }

    private Words words() {
        return content().words();
    }

    private Content content() {
        try {
            return content.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            }
            throw e;
        }
    }

    private static Content content(Path folder) {
        Words words = Words.read(folder);
        Map<String, Entry> byId = new LinkedHashMap<>();
        for (Entry entry : entries(files(folder), words)) {
            if (byId.put(entry.query().id(), entry) != null) {
                throw entry.file().refusal(1, "another folder holds a query of this name");
            }
        }
        words.front().stream().filter(id -> !byId.containsKey(id)).findFirst().ifPresent(id -> {
            throw new QueryFileException(folder.resolve(Words.FILE), 1, "front: there is no query " + id);
        });
        return new Content(byId, words);
    }

    /** Side by side, since a server waits for them at its start; of several wrong files the first in order is told. */
    private static List<Entry> entries(List<Path> files, Words words) {
        try {
            return files.parallelStream().map(path -> entry(path, words)).toList();
        } catch (QueryFileException e) {
            files.forEach(path -> entry(path, words));
            throw e;
        }
    }

    private static Entry entry(Path path, Words words) {
        QueryFile file = QueryFile.read(path);
        SavedQuery query = QueryReader.read(file);
        requireWords(file, query, words);
        return new Entry(file, query);
    }

    private static void requireWords(QueryFile file, SavedQuery query, Words words) {
        if (words.isOpen()) {
            return;
        }
        if (!words.needs().containsKey(query.need())) {
            throw file.refusal(1, "its folder " + query.need() + " is not among the needs of words.yml");
        }
        query.about().tags().stream()
                .filter(tag -> !words.tags().containsKey(tag))
                .forEach(tag -> {
                    throw file.refusal(tag, "the tag " + tag + " is not among those of words.yml");
                });
    }

    /**
     * Refuses queries of which a parameter takes things of a kind that a release does not have: its name must be mistyped.
     *
     * @return these queries
     * @throws QueryFileException for the first of them
     */
    public SavedQueries requireKinds(Release release) {
        Set<String> kinds = Kinds.ids(release);
        for (Entry entry : byId().values()) {
            entry.query().parameters().stream()
                    .flatMap(parameter -> parameter.values().stream())
                    .flatMap(list -> list.kind().stream())
                    .filter(kind -> !kinds.contains(kind))
                    .forEach(kind -> {
                        throw entry.file()
                                .refusal(
                                        kind,
                                        "\"" + kind + "\" is no type; expected year, integer, text or one of "
                                                + String.join(", ", kinds));
                    });
        }
        return this;
    }

    /** All of them. */
    public List<SavedQuery> all() {
        return byId().values().stream().map(Entry::query).toList();
    }

    /** Those that the front page shows. */
    public List<SavedQuery> front() {
        return words().front().stream().map(id -> byId().get(id).query()).toList();
    }

    /** The query of an id. */
    public Optional<SavedQuery> find(String id) {
        return Optional.ofNullable(byId().get(id)).map(Entry::query);
    }

    /** Some of them by what they are for, in the order to show. */
    public List<Group> grouped(List<SavedQuery> queries) {
        Map<String, List<SavedQuery>> byNeed = new LinkedHashMap<>();
        words().needs().keySet().forEach(need -> byNeed.put(need, new ArrayList<>()));
        for (SavedQuery query : queries) {
            byNeed.computeIfAbsent(query.need(), first -> new ArrayList<>()).add(query);
        }
        return byNeed.entrySet().stream()
                .filter(group -> !group.getValue().isEmpty())
                .map(group -> new Group(words().need(group.getKey()), List.copyOf(group.getValue())))
                .toList();
    }

    /** The tags that any of them bears, with their names, by the tag. */
    public Map<String, Label> tags() {
        Map<String, Label> tags = new TreeMap<>();
        all().forEach(query -> query.about().tags().forEach(tag -> tags.put(tag, words().tag(tag))));
        return tags;
    }

    /**
     * Looks for queries.
     *
     * @param text words that all stand in the id, the titles, the questions or the tags, in either language, whatever their
     *     width, case and Chinese script; empty for any
     * @param tag a tag that they bear; empty for any
     */
    public List<SavedQuery> search(String text, String tag) {
        List<String> wanted = Names.words(text);
        return all().stream()
                .filter(query -> tag.isEmpty() || query.about().tags().contains(tag))
                .filter(query -> {
                    String said = said(query);
                    return wanted.stream().allMatch(said::contains);
                })
                .toList();
    }

    private String said(SavedQuery query) {
        Stream<Label> labels = Stream.concat(
                Stream.of(query.about().title(), query.about().question()),
                query.about().tags().stream().map(words()::tag));
        return Names.fold(Stream.concat(
                        Stream.concat(Stream.of(query.id()), query.about().tags().stream()),
                        labels.flatMap(label -> Stream.of(label.en(), label.zh())))
                .collect(Collectors.joining("\n")));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(file -> file.getFileName().toString().endsWith(".rq"))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        } catch (NoSuchFileException e) {
            throw new UncheckedIOException(folder.toAbsolutePath() + ": there is no such folder of saved queries", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
