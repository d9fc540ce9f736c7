package org.zhice.server.mcp;

import java.util.function.BiFunction;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.util.Context;

/** The graph as it is when it is asked. */
@FunctionalInterface
public interface Graph {

    /**
     * Asks a question within a read transaction.
     *
     * @param question gets the quads, with the union of all graphs as default graph, and the limits that hold
     */
    Object ask(BiFunction<DatasetGraph, Context, Object> question);
}
