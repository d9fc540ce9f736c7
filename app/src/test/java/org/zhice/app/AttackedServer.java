package org.zhice.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.zhice.server.ZhiceServer;
import org.zhice.store.guard.RunningQueries;

/** A server in a process of its own, which tells how its queries are whenever a line comes in. */
final class AttackedServer {
    private AttackedServer() {}

    /**
     * Serves until its input ends.
     *
     * @param args the configuration and the checkout
     */
    public static void main(String[] args) throws IOException {
        try (ZhiceServer server = ZhiceServer.start(Path.of(args[0]), Path.of(args[1]), 0);
                BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            System.out.println(server.url());
            while (in.readLine() != null) {
                System.out.println(
                        RunningQueries.count() + " " + RunningQueries.overdue() + " " + RunningQueries.heldBytes());
            }
        }
    }
}
