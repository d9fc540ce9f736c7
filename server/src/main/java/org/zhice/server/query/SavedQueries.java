package org.zhice.server.query;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The saved queries of a folder and its sub-folders, in the order of their ids. */
public final class SavedQueries {
    private final Map<String, SavedQuery> byId;

    private SavedQueries(Map<String, SavedQuery> byId) {
        this.byId = byId;
    }

    /**
     * Reads every {@code .rq} file of a folder and of its sub-folders, one for each need; an id is unique over all.
     *
     * @throws QueryFileException for the first file that cannot be used
     * @throws UncheckedIOException if there is no such folder
     */
    public static SavedQueries read(Path folder) {
        Map<String, SavedQuery> byId = new LinkedHashMap<>();
        for (Path file : files(folder)) {
            SavedQuery query = SavedQuery.read(file);
            if (byId.put(query.id(), query) != null) {
                throw new QueryFileException(file, 1, "another folder holds a query of this name");
            }
        }
        return new SavedQueries(byId);
    }

    /** All of them. */
    public List<SavedQuery> all() {
        return List.copyOf(byId.values());
    }

    /** The query of an id. */
    public Optional<SavedQuery> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder, 2)) {
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
