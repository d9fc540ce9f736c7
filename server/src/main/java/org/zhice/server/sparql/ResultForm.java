package org.zhice.server.sparql;

import java.util.List;
import java.util.Optional;
import org.apache.jena.query.Query;
import org.zhice.server.web.Format;

/**
 * The form of the answer to a query.
 *
 * @param type the media type by which the client knows it
 */
record ResultForm(Format format, String type) {
    private static final List<Format> TRUTHS = List.of(Format.JSON, Format.CSV, Format.TSV, Format.XML, Format.TEXT);
    private static final List<Format> ROWS =
            List.of(Format.JSON, Format.CSV, Format.TSV, Format.XML, Format.THRIFT, Format.TEXT);

    /** A graph as text is N-Triples. */
    private static final List<Format> GRAPHS = List.of(
            Format.TTL,
            Format.NT,
            Format.RDF,
            Format.TRIX,
            Format.JSONLD,
            Format.RJ,
            Format.RDFTHRIFT,
            Format.TRIG,
            Format.NQ,
            Format.TEXT);

    /**
     * The form that a client wants.
     *
     * @param name what it asked for by name; this goes before what it accepts
     * @param accept the header {@code Accept}, null if there is none
     * @throws org.zhice.server.web.Problem 400 for a name that is none for such an answer, 406 if no form is accepted
     */
    static ResultForm of(Query query, Optional<String> name, String accept) {
        List<Format> offered = query.isAskType() ? TRUTHS : query.isSelectType() ? ROWS : GRAPHS;
        return name.map(given -> of(Format.named(offered, given))).orElseGet(() -> accepted(offered, accept));
    }

    private static ResultForm of(Format format) {
        return new ResultForm(format, format.types().get(0));
    }

    private static ResultForm accepted(List<Format> offered, String accept) {
        String best = Format.acceptedType(offered, accept);
        Format format = Format.named(offered, best);
        // Fuseki knows no other name of XML.
        return best.equals("text/xml") ? of(format) : new ResultForm(format, best);
    }
}
