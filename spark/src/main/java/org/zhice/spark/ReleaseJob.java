package org.zhice.spark;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.storage.StorageLevel;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.InputException;
import org.zhice.loader.tables.Reference;
import org.zhice.loader.tables.Table;
import scala.Tuple2;

/** From the tables and added texts of a home to the lines of a release, sorted and in parts. */
final class ReleaseJob {
    /** Tasks for texts at most; each costs the driver some milliseconds. */
    private static final int MOST_TASKS = 10_000;

    /** Of tables in a part, in bytes: some twenty times as many are lines. */
    private static final long PART = 2_000_000;

    private final JavaSparkContext spark;
    private final String home;
    private final List<Table> tables;
    private final int parts;

    /**
     * Looks at what there is.
     *
     * @param home the folder of a checkout, the same on each machine, or its address
     * @throws InputException if tables, contracts and mappings do not fit
     */
    ReleaseJob(JavaSparkContext spark, String home) {
        this.spark = spark;
        this.home = SharedHome.absolute(home);
        this.parts = Math.max(
                spark.defaultParallelism(),
                Math.toIntExact(Workplace.at(this.home).bytes() / PART));
        this.tables = Workplace.at(this.home).forms().list();
    }

    /**
     * Writes a release. Its parts in the order of their names are the sorted N-Quads that one machine would write.
     *
     * @param out a folder that is not there yet; the file _SUCCESS in it is written last of all
     * @throws InputException with all findings of the first check that has any: cells, keys, references, texts; nothing is
     *     written then
     */
    void write(String out) {
        spark.setCallSite("tables");
        JavaRDD<Batch> rows = rows();
        check(rows);
        spark.setCallSite("texts");
        JavaRDD<ReadText> texts = texts();
        stopOn(texts.flatMap(text -> text.findings().iterator()).collect());
        spark.setCallSite("lines");
        JavaPairRDD<String, String> lines = lines(rows, texts).persist(StorageLevel.DISK_ONLY());
        lines.sortByKey(Comparator.<String>naturalOrder(), true, parts)
                .mapPartitions(WholeLines::new)
                .saveAsTextFile(out);
    }

    /** One task for each table, whose keys are compared from row to row; then the batches go to whoever has time. */
    private JavaRDD<Batch> rows() {
        String folder = home;
        List<String> names = tables.stream().map(Table::name).toList();
        return spark.parallelize(names, names.size())
                .flatMap(table -> Workplace.at(folder).read(table).iterator())
                .repartition(parts);
    }

    private void check(JavaRDD<Batch> rows) {
        List<Batch> faulty =
                rows.filter(Batch::isFaulty).map(Batch::withoutRows).collect();
        stopOn(sorted(faulty.stream().flatMap(batch -> batch.cells().stream())));
        stopOn(sorted(faulty.stream().flatMap(batch -> batch.keys().stream())));
        spark.setCallSite("references");
        stopOn(sorted(missing(rows).collect().stream()));
    }

    /** References to what no row has, found where cells and values of one target come together. */
    private JavaRDD<Finding> missing(JavaRDD<Batch> rows) {
        String folder = home;
        JavaPairRDD<Tuple2<String, String>, Reference> references = rows.flatMapToPair(
                batch -> Workplace.at(folder).references(batch).iterator());
        JavaPairRDD<Tuple2<String, String>, Boolean> values =
                rows.flatMapToPair(batch -> Workplace.at(folder).values(batch).iterator());
        return references.subtractByKey(values).values().map(Reference::missing);
    }

    private JavaRDD<ReadText> texts() {
        String folder = home;
        List<String> documents = Workplace.at(home).documents();
        return documents.isEmpty()
                ? spark.emptyRDD()
                : spark.parallelize(documents, Math.min(documents.size(), MOST_TASKS))
                        .map(document -> Workplace.at(folder).text(document))
                        .persist(StorageLevel.DISK_ONLY());
    }

    private JavaPairRDD<String, String> lines(JavaRDD<Batch> rows, JavaRDD<ReadText> texts) {
        String folder = home;
        return spark.parallelize(Workplace.at(home).base().toList(), 1)
                .union(rows.flatMap(batch -> Workplace.at(folder).lines(batch).iterator()))
                .union(texts.flatMap(text -> text.lines().iterator()))
                .mapToPair(line -> new Tuple2<>(line.triple(), line.graph()));
    }

    /** In the order of the tables, rows and columns, as one machine finds them. */
    private List<Finding> sorted(Stream<Finding> findings) {
        Map<String, Table> byFile = new HashMap<>();
        tables.forEach(table -> byFile.put(table.file(), table));
        Function<Finding, Table> table = finding -> byFile.get(finding.place().file());
        return findings.sorted(Comparator.comparing((Finding finding) -> tables.indexOf(table.apply(finding)))
                        .thenComparing(finding -> finding.place().line())
                        .thenComparing(finding -> table.apply(finding)
                                .header()
                                .indexOf(finding.place().column())))
                .toList();
    }

    private static void stopOn(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new InputException(findings);
        }
    }
}
