package org.zhice.bench;

import org.apache.jena.sys.JenaSystem;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Benchmarks: each prints its figures beside those of a named peer, taken in turn in one run. */
@Command(
        name = "bench",
        description = "How fast Zhice loads and answers, beside a named peer",
        mixinStandardHelpOptions = true,
        subcommands = {
            LoadBench.class,
            QueryBench.class,
            PeerBench.class,
            CacheBench.class,
            CarmlPeer.class,
            StaticServer.class,
            PeerServer.class
        })
public final class Bench {
    static {
        JenaSystem.init();
    }

    private Bench() {}

    /** Runs one benchmark and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new Bench()).execute(args));
    }
}
