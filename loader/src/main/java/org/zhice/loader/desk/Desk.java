package org.zhice.loader.desk;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.zhice.loader.desk.Outcome.What;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.input.FreshFolder;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Progress;
import org.zhice.loader.input.TimeLimit;
import org.zhice.loader.reading.DocumentReader;
import org.zhice.loader.reading.RowTable;
import org.zhice.loader.review.ReviewSheet;
import org.zhice.loader.tables.Tables;
import org.zhice.loader.text.Apart;
import org.zhice.loader.text.SourceFile;

/** Reads documents into folders of rows to review. What is in such a folder is never changed. */
public final class Desk implements AutoCloseable {
    private final Tables tables;
    private final DocumentReader reader;
    private final Apart apart = new Apart();

    private Desk(Tables tables) {
        this.tables = tables;
        this.reader = DocumentReader.of(tables);
    }

    /** Knows what the tables of a checkout know. */
    public static Desk of(Home home) {
        return new Desk(Tables.read(home));
    }

    @Override
    public void close() {
        apart.close();
    }

    /**
     * Reads one document without writing anything.
     *
     * @throws InputException if there is nothing to read in the file
     */
    public Extraction read(Path file, String id) {
        return read(SourceFile.read(file, apart), id);
    }

    private Extraction read(SourceFile source, String id) {
        String place = source.path().toString();
        return TimeLimit.within(place, () -> reader.read(source.text(), source.hidden(), id, place));
    }

    /**
     * Reads one document into a folder. Into one that holds reviewed rows nothing is written: what differs from them goes into
     * a new one beside it, and nothing if nothing does.
     *
     * @throws InputException if there is nothing to read in the file
     */
    public Outcome write(Path file, String id, Path out) {
        SourceFile source = SourceFile.read(file, apart);
        Extraction extraction = read(source, id);
        List<RowTable> rows = reader.rows(extraction);
        if (FreshFolder.is(out)) {
            ReviewSheet.write(extraction, rows, source.text(), out);
            return Outcome.of(file, out, What.READ, extraction, source.hidden());
        }
        List<Difference> differences = new Differences(tables, out).from(rows);
        if (differences.isEmpty()) {
            return Outcome.of(file, out, What.SAME, extraction, source.hidden());
        }
        Path beside = beside(out);
        ReviewSheet.write(extraction, rows, source.text(), beside);
        Difference.write(differences, beside.resolve("differences.csv"));
        return Outcome.of(file, beside, What.AGAIN, extraction, source.hidden());
    }

    /** The first of {@code rows-again}, {@code rows-again-2} and so on that nobody has. */
    private static Path beside(Path out) {
        String name = out.toAbsolutePath().normalize().getFileName() + "-again";
        Path beside = out.toAbsolutePath().normalize().resolveSibling(name);
        for (int i = 2; !FreshFolder.is(beside); i++) {
            beside = beside.resolveSibling(name + "-" + i);
        }
        return beside;
    }

    /**
     * Reads all documents of a folder and of its sub-folders side by side, each into a folder of its own name. One that is
     * refused is told among the others and stops none.
     *
     * @param again whether documents whose folder holds rows are read again, too; else they are left as they are
     * @return in the order of the names of the files
     * @throws InputException if there is no file
     */
    public List<Outcome> writeAll(Path folder, Path out, boolean again, Progress progress) {
        List<Inbox.Item> items = Inbox.items(folder, out);
        Map<Path, String> ids = new ProposedIds(reader, tables, apart).of(items, this::sideBySide);
        AtomicInteger done = new AtomicInteger();
        progress.at("documents", 0, items.size());
        return sideBySide(items, item -> {
            Outcome outcome = outcome(item, ids.get(item.file()), again);
            synchronized (progress) {
                progress.at("documents", done.incrementAndGet(), items.size());
            }
            return outcome;
        });
    }

    private Outcome outcome(Inbox.Item item, String id, boolean again) {
        if (!again && !FreshFolder.is(item.out())) {
            return new Outcome(item.file(), item.out(), What.KEPT, Optional.empty(), List.of(), List.of());
        }
        try {
            return write(item.file(), id, item.out());
        } catch (InputException e) {
            return new Outcome(item.file(), item.out(), What.REFUSED, Optional.empty(), List.of(), e.findings());
        }
    }

    /** As many at a time as there are processors; results in the order of the items. */
    private <T> List<T> sideBySide(List<Inbox.Item> items, Function<Inbox.Item, T> work) {
        ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            List<Future<T>> futures = items.stream()
                    .map(item -> pool.submit(() -> work.apply(item)))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while documents were read", e);
        } finally {
            pool.shutdownNow();
        }
    }
}
