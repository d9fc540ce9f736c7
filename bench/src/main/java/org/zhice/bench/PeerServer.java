package org.zhice.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.tdb2.DatabaseMgr;
import org.zhice.server.ZhiceServer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One of the servers that are measured, in a process of its own; prints its SPARQL endpoint. */
@Command(name = "peer", description = "Serves a folder, as Zhice or as a stock Fuseki over TDB2; prints its endpoint")
final class PeerServer implements Callable<Integer> {
    /** The servers that are started here. */
    enum Kind {
        ZHICE,
        FUSEKI
    }

    @Parameters(index = "0", description = "zhice or fuseki: ${COMPLETION-CANDIDATES}")
    Kind kind;

    @Parameters(index = "1", description = "What looks like a checkout, or the folder of a TDB2 store")
    Path folder;

    @Parameters(index = "2", description = "The checkout")
    Path checkout;

    @Override
    public Integer call() throws Exception {
        if (kind == Kind.ZHICE) {
            ZhiceServer server = ZhiceServer.start(checkout.resolve("fuseki-config/zhice.ttl"), folder, 0);
            System.out.println(server.url() + "sparql");
            server.join();
        } else {
            FusekiServer fuseki = FusekiServer.create()
                    .port(0)
                    .loopback(true)
                    .fusekiModules(FusekiModules.create())
                    .add("/data", DatabaseMgr.connectDatasetGraph(folder.toString()))
                    .build()
                    .start();
            System.out.println("http://localhost:" + fuseki.getHttpPort() + "/data/sparql");
            fuseki.join();
        }
        return 0;
    }
}
