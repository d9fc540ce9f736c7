package org.zhice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ContestTest {
    private static final byte[] TEXT = "专利审查，𠮷林试点".getBytes(StandardCharsets.UTF_8);

    private final PrintStream out = System.out;

    @AfterEach
    void print_as_before() {
        System.setOut(out);
    }

    @Test
    void the_first_is_compared_with_each_other() throws Exception {
        HttpServer server = server();
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
        try {
            int port = server.getAddress().getPort();
            Map<Contest.Side, List<byte[]>> sides = new LinkedHashMap<>();
            for (String name : List.of("kept", "Jetty", "nginx")) {
                sides.put(new Contest.Side(name, port, ProcessHandle.current()), List.of(Rider.request(port, "/", "")));
            }
            new Contest(2, Duration.ofMillis(20)).run("things", sides, 1);
        } finally {
            server.stop(0);
        }
        assertThat(printed.toString(StandardCharsets.UTF_8).lines())
                .anyMatch(line -> line.equals("things (1 answers)"))
                .anyMatch(line -> line.startsWith("kept / Jetty: ratio of rates"))
                .anyMatch(line -> line.startsWith("kept / nginx: ratio of rates"))
                .noneMatch(line -> line.startsWith("kept / kept"));
    }

    private static HttpServer server() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(200, TEXT.length);
            exchange.getResponseBody().write(TEXT);
            exchange.close();
        });
        server.start();
        return server;
    }
}
