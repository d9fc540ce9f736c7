package org.zhice.spark;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.jena.sys.JenaSystem;
import org.apache.spark.SparkEnv;
import org.zhice.loader.build.QuadLine;
import org.zhice.loader.build.ReleaseParts;
import org.zhice.loader.evidence.EvidenceTables;
import org.zhice.loader.evidence.Reviewed;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.TimeLimit;
import org.zhice.loader.tables.Reference;
import org.zhice.loader.tables.Table;
import org.zhice.loader.tables.TableFile;
import org.zhice.loader.tables.Tables;
import org.zhice.loader.text.Apart;
import org.zhice.loader.text.Texts;
import scala.Tuple2;

/** The loader in one process of the cluster: what its tasks need is made once, when the first one asks. Tasks may share it. */
final class Workplace {
    static {
        JenaSystem.init();
    }

    private static final Map<List<String>, Workplace> BY_JOB_AND_HOME = new ConcurrentHashMap<>();

    /** Ends with the process, and what it has started ends when it is gone. */
    private static final Apart APART = new Apart();

    private final SharedHome shared;
    private final Home home;
    private final Tables forms;
    private final ReleaseParts parts;
    private Reviewed reviewed;

    private Workplace(SharedHome shared) {
        this.shared = shared;
        this.home = shared.home();
        this.forms = Tables.forms(home);
        this.parts = new ReleaseParts(home, forms.withMakeable());
    }

    /**
     * That of a home, as it was when this job first asked.
     *
     * @param home its folder or address
     * @throws InputException if tables, contracts and mappings do not fit
     */
    static Workplace at(String home) {
        String job = SparkEnv.get().conf().getAppId();
        return BY_JOB_AND_HOME.computeIfAbsent(List.of(job, home), key -> new Workplace(SharedHome.at(home)));
    }

    Tables forms() {
        return forms;
    }

    /** What the tables take. */
    long bytes() {
        return FileUtils.sizeOfDirectory(home.tables().toFile());
    }

    List<String> documents() {
        return shared.documents();
    }

    List<Batch> read(String table) {
        return Batch.of(TableFile.read(home, forms.table(table)));
    }

    Stream<QuadLine> base() {
        return parts.base();
    }

    Stream<QuadLine> lines(Batch batch) {
        return parts.of(forms.table(batch.table()), batch.rows());
    }

    /** What the cells of a batch must find in other tables, by what they look for. */
    Stream<Tuple2<Tuple2<String, String>, Reference>> references(Batch batch) {
        Table form = forms.table(batch.table());
        return batch.rows().stream()
                .flatMap(form::references)
                .map(reference -> new Tuple2<>(wanted(reference.target(), reference.cell()), reference));
    }

    /** What the cells of a batch have for references of other tables. */
    Stream<Tuple2<Tuple2<String, String>, Boolean>> values(Batch batch) {
        Table form = forms.table(batch.table());
        return forms.targetsIn(form).stream()
                .flatMap(target -> batch.rows().stream()
                        .map(row -> new Tuple2<>(wanted(target, form.cell(row, target.column())), true)));
    }

    private static Tuple2<String, String> wanted(Reference.Target target, String cell) {
        return new Tuple2<>(target.table() + "." + target.column(), cell);
    }

    /** Reads the text of a document; what is wrong with it stops no other. */
    ReadText text(String document) {
        Reviewed tables = reviewed();
        shared.fetch(document);
        try {
            List<Table> evidence = TimeLimit.within(document, () -> evidence(document, tables));
            return new ReadText(
                    evidence.stream()
                            .flatMap(table -> parts.of(table, table.rows()))
                            .toList(),
                    List.of());
        } catch (InputException e) {
            return new ReadText(
                    List.of(), e.findings().stream().map(shared::placed).toList());
        } finally {
            shared.drop(document);
        }
    }

    private List<Table> evidence(String document, Reviewed tables) {
        return EvidenceTables.of(home, Texts.of(home).find(document).orElseThrow(), tables, APART);
    }

    private synchronized Reviewed reviewed() {
        if (reviewed == null) {
            reviewed = Reviewed.of(Tables.read(home));
        }
        return reviewed;
    }
}
