package org.zhice.store.federation;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.jena.query.ARQ;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.apache.jena.riot.rowset.RowSetReaderRegistry;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.RowSet;
import org.zhice.store.Remote;
import org.zhice.store.RemoteException;
import org.zhice.store.RemoteException.Kind;

/**
 * The rows that a remote gave.
 *
 * @param bytes about how much room they take
 */
record RemoteAnswer(List<Binding> rows, int bytes) {
    /** The forms that say what is a number and what an IRI. */
    private static final Set<Lang> FORMS = Set.of(ResultSetLang.RS_JSON, ResultSetLang.RS_XML);

    RemoteAnswer {
        rows = List.copyOf(rows);
    }

    static RemoteAnswer read(HttpResponse<byte[]> response, Remote remote) {
        String type = response.headers()
                .firstValue("Content-Type")
                .orElse("")
                .replaceFirst(";.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        Lang form = RDFLanguages.contentTypeToLang(type);
        if (form == null || !FORMS.contains(form)) {
            throw broken(remote, type.isEmpty() ? "no content type" : type);
        }
        try {
            return new RemoteAnswer(rows(response.body(), form, remote), response.body().length);
        } catch (RemoteException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            throw broken(remote, type + " that cannot be read");
        }
    }

    private static List<Binding> rows(byte[] body, Lang form, Remote remote) {
        RowSet answer = RowSetReaderRegistry.createReader(form).read(new ByteArrayInputStream(body), ARQ.getContext());
        List<Binding> rows = new ArrayList<>();
        while (answer.hasNext()) {
            if (rows.size() == remote.rows()) {
                throw new RemoteException(Kind.TOO_MUCH, remote.name(), remote.rows() + " rows");
            }
            rows.add(answer.next());
        }
        return rows;
    }

    /** Of what a remote wrote, no more than a person will read, and in ASCII: it may go into a header. */
    private static RemoteException broken(Remote remote, String what) {
        String shown = what.replaceAll("[^ -~]", "?");
        return new RemoteException(Kind.BROKEN, remote.name(), shown.substring(0, Math.min(shown.length(), 80)));
    }
}
