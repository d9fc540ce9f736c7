package org.zhice.app;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.exec.RowSetOps;
import org.apache.jena.sparql.resultset.ResultsWriter;
import org.zhice.app.progress.Waiting;
import org.zhice.loader.input.FreshFolder;
import org.zhice.loader.input.Home;
import org.zhice.query.BadParameterException;
import org.zhice.query.SavedQuery;
import org.zhice.query.Status;
import org.zhice.query.file.SavedQueries;
import org.zhice.server.web.Answer;
import org.zhice.store.Limits;
import org.zhice.store.Prefixes;
import org.zhice.store.Release;
import org.zhice.store.Releases;
import org.zhice.store.RemoteException;
import org.zhice.store.Result;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Lists the saved queries, runs one, or writes them for other tools. */
@Command(name = "query")
final class QueryCommand implements Runnable {
    /** How to print an answer. */
    enum Format {
        TEXT,
        CSV,
        TSV,
        JSON,
        XML;

        Lang lang() {
            return switch (this) {
                case TEXT -> ResultSetLang.RS_Text;
                case CSV -> ResultSetLang.RS_CSV;
                case TSV -> ResultSetLang.RS_TSV;
                case JSON -> ResultSetLang.RS_JSON;
                case XML -> ResultSetLang.RS_XML;
            };
        }
    }

    private record Answer(Result result, PrefixMapping prefixes, Collection<RemoteException> missing) {}

    @Spec
    CommandSpec spec;

    @Parameters(index = "0", arity = "0..1", paramLabel = "ID", descriptionKey = "query.id")
    String id;

    @Option(names = "--format", defaultValue = "text", descriptionKey = "query.format")
    Format format;

    @Option(names = "--endpoint", paramLabel = "URL", descriptionKey = "query.endpoint")
    String endpoint;

    @Option(names = "--export", paramLabel = "DIR", descriptionKey = "query.export")
    Path export;

    /** The parameters of the query: {@code --year 2023}. */
    @Unmatched
    List<String> rest = new ArrayList<>();

    @Override
    public void run() {
        requireSense();
        SavedQueries queries = SavedQueries.read(Zhice.home().queries());
        if (export != null) {
            FreshFolder.require("--export", export);
            releases().read(release -> {
                new ExportFolder(export, release, endpoint).write(queries);
                return null;
            });
        } else if (id == null) {
            list(queries, spec.commandLine().getOut());
        } else {
            run(queries.find(id)
                    .orElseThrow(() ->
                            new UsageException("query", "\"" + id + "\"", "one of the ids that `zhice query` lists")));
        }
    }

    private void requireSense() {
        if (export != null && id != null) {
            throw new UsageException(
                    "query", "\"" + id + "\" with --export", "--export alone, which writes all queries");
        }
        if (id == null && !rest.isEmpty()) {
            throw new UsageException("query", "\"" + rest.get(0) + "\"", "the id of a query before its parameters");
        }
    }

    private static void list(SavedQueries queries, PrintWriter out) {
        String language = Locale.getDefault().getLanguage();
        queries.grouped(queries.all()).forEach(group -> {
            out.println(group.need().in(language));
            group.queries().forEach(query -> show(query, language, out));
        });
        out.flush();
    }

    private static void show(SavedQuery query, String language, PrintWriter out) {
        out.println("  " + query.id());
        out.println("    " + query.about().question().in(language));
        if (query.about().status() != Status.ANSWERABLE) {
            out.println("    (" + query.about().status().id() + ") "
                    + query.about().reason().in(language));
        }
        query.parameters()
                .forEach(parameter -> out.println("    --" + parameter.name() + "  "
                        + parameter.label().in(language)
                        + (parameter.defaultValue().isEmpty() ? "" : " [" + parameter.defaultValue() + "]")));
    }

    private void run(SavedQuery query) {
        Map<String, String> values = values();
        Releases releases = releases();
        try {
            write(Waiting.during(
                    spec.commandLine().getErr(), () -> releases.read(release -> answer(query, release, values))));
        } catch (BadParameterException e) {
            throw new UsageException(
                    "--" + e.parameter(), e.found().isEmpty() ? "nothing" : "\"" + e.found() + "\"", expected(e));
        }
    }

    /** Only the table for people shortens names. */
    private Answer answer(SavedQuery query, Release release, Map<String, String> values) {
        Result result = query.run(release, values);
        return new Answer(
                result,
                format == Format.TEXT
                        ? Prefixes.of(release).all()
                        : query.query().getPrefixMapping(),
                release.calls().missing());
    }

    private Releases releases() {
        Home home = Zhice.home();
        return endpoint == null ? NewestRelease.of(home, spec) : Endpoint.of(endpoint, Limits.read(home.config()));
    }

    private static String expected(BadParameterException e) {
        List<String> ids = e.choices().stream().map(choice -> choice.id()).toList();
        return e.expected() + (ids.isEmpty() ? "" : ": " + String.join(", ", ids));
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < rest.size(); i += 2) {
            String name = rest.get(i);
            if (!name.startsWith("--") || i + 1 == rest.size()) {
                throw new UsageException("query", "\"" + name + "\"", "pairs of --parameter and value");
            }
            values.put(name.substring(2), rest.get(i + 1));
        }
        return values;
    }

    private void write(Answer answer) {
        OutputStream out = System.out;
        Result result = answer.result();
        if (format == Format.TEXT) {
            RowSetOps.out(out, result.rowSet(), PrefixMapFactory.create(answer.prefixes()));
        } else {
            ResultsWriter.create().lang(format.lang()).build().write(out, result.rowSet());
        }
        answer.missing().forEach(remote -> spec.commandLine().getErr().println("missing: " + remote.getMessage()));
        if (!result.whole()) {
            spec.commandLine().getErr().println("the first " + result.rows().size() + " rows; there are more");
        }
    }
}
