package org.zhice.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Function;
import org.apache.jena.dboe.base.file.Location;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataAccessPointRegistry;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphWrapper;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sparql.util.Symbol;
import org.apache.jena.system.Txn;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.zhice.server.query.Engine;
import org.zhice.server.query.LocalEngine;

/**
 * The store as one request sees it, inside a read transaction.
 *
 * <p>It is looked up anew for each request, since a new build may have taken its place.
 *
 * @param data the quads, with the union of all graphs as default graph
 * @param context time limit and functions, as for a query to {@code /sparql}
 */
record Store(DatasetGraph data, Context context) {
    /** The name of the dataset in {@code fuseki-config/zhice.ttl}. */
    static final String NAME = "/sparql";

    private static final Symbol BUILD = Symbol.create("https://w3id.org/zhice/build");

    /** Calls {@code use} inside a transaction that Fuseki counts, so that a swap waits for its end. */
    static <T> T read(HttpAction action, Function<Store, T> use) {
        if (action.getDataService() == null) {
            DataAccessPoint point = action.getDataAccessPointRegistry().get(NAME);
            action.setRequest(point, point.getDataService());
            point.startRequest(action);
        }
        action.beginRead();
        try {
            Context limits =
                    action.getDataService().getEndpoints(Operation.Query).get(0).getContext();
            Context context = Context.mergeCopy(action.getContext(), limits);
            return use.apply(new Store(action.getActiveDSG(), context));
        } finally {
            action.endRead();
        }
    }

    /** As above, for a request that is none of Fuseki's actions. */
    static <T> T read(DataAccessPointRegistry registry, Function<Store, T> use) {
        DataService service = registry.get(NAME).getDataService();
        service.startTxn(TxnType.READ);
        try {
            DatasetGraph data = service.getDataset();
            Context limits = service.getEndpoints(Operation.Query).get(0).getContext();
            Context context = Context.mergeCopy(data.getContext(), limits);
            return Txn.calculateRead(data, () -> use.apply(new Store(data, context)));
        } finally {
            service.finishTxn();
        }
    }

    /**
     * Makes a dataset ready to be asked by strangers, and notes which build it is.
     *
     * @throws IllegalStateException if the configuration gave no such dataset: Fuseki skips a broken one and starts
     */
    static void prepare(DataAccessPointRegistry registry) {
        if (!registry.isRegistered(NAME)) {
            throw new IllegalStateException(
                    "no dataset \"" + NAME + "\": its description in the configuration is broken");
        }
        prepare(registry.get(NAME).getDataService().getDataset());
    }

    static void prepare(DatasetGraph data) {
        SafeFunctions.install(data.getContext());
        data.getContext().set(BUILD, buildOf(data));
    }

    /** The store as saved queries ask it. */
    Engine engine() {
        return new LocalEngine(data, context);
    }

    /** The name of the build: that of its folder. Empty for a store in memory. */
    String build() {
        return data.getContext().getAsString(BUILD, "");
    }

    private static String buildOf(DatasetGraph data) {
        DatasetGraph base = data;
        while (!TDBInternal.isTDB2(base) && base instanceof DatasetGraphWrapper wrapper) {
            base = wrapper.getWrapped();
        }
        if (!TDBInternal.isTDB2(base)) {
            return "";
        }
        Location location = TDBInternal.getDatabaseContainer(base).getLocation();
        try {
            Path build = location.isMem()
                    ? null
                    : Path.of(location.getDirectoryPath()).toRealPath().getParent();
            return build == null ? "" : String.valueOf(build.getFileName());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
