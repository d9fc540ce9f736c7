package org.zhice.server.sheet;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.Query;
import org.zhice.store.Queries;
import org.zhice.store.Release;
import org.zhice.store.Result;

/** The years of which a release holds a plan. */
public final class Years {
    private static final Query YEARS = Queries.read(Years.class, "years.rq");

    private Years() {}

    /** In their order; worked out once for each release. */
    public static List<String> of(Release release) {
        return release.memo(
                Years.class,
                () -> release.select(YEARS).rows().stream()
                        .map(row -> Result.text(row, "year"))
                        .toList());
    }

    /** The years between the first and the last of which it holds none. */
    public static List<String> missing(List<String> years) {
        return years.isEmpty()
                ? List.of()
                : IntStream.range(Integer.parseInt(years.get(0)), Integer.parseInt(years.get(years.size() - 1)))
                        .mapToObj(Integer::toString)
                        .filter(year -> !years.contains(year))
                        .toList();
    }

    /** A year as it stands in the graph. */
    public static Node node(String year) {
        return NodeFactory.createLiteralDT(year, XSDDatatype.XSDinteger);
    }
}
