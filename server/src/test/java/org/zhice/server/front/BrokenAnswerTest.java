package org.zhice.server.front;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.jena.fuseki.main.FusekiServer;
import org.apache.jena.fuseki.main.sys.FusekiModules;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.zhice.server.TestServer;
import org.zhice.server.credential.Operators;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Format;
import org.zhice.server.web.Routes;
import org.zhice.store.Limits;
import org.zhice.store.Result;
import org.zhice.store.memory.MemoryReleases;

/** An answer that fails after its first byte is no answer that ends. */
class BrokenAnswerTest {
    static {
        JenaSystem.init();
    }

    private static final Set<Format> ROWS = EnumSet.of(Format.JSON, Format.CSV, Format.TSV, Format.XML, Format.THRIFT);
    private static final int THINGS = 4_000;

    /** More than is held back, less than the answer. */
    private static final int BREAKS = 150_000;

    private static FusekiServer server;

    @BeforeAll
    static void a_server_whose_answers_break() {
        Limits limits = Limits.read(TestServer.CONFIG);
        FusekiServer.Builder builder = FusekiServer.create().port(0).fusekiModules(FusekiModules.empty());
        Routes routes = new Routes(builder, MemoryReleases.of(List.of(), limits), limits);
        for (Format format : Format.values()) {
            routes.page("/whole/" + format.id(), (client, release) -> answer(format));
            routes.page("/broken/" + format.id(), (client, release) -> breaking(answer(format)));
        }
        server = builder.build();
        Handlers.around(server.getJettyServer(), routes, Operators.local());
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
    }

    static Stream<String> forms() {
        return Stream.of(Format.values())
                .map(Format::id)
                .flatMap(form -> Stream.of("1.1", "1.0").map(version -> "/" + form + " HTTP/" + version));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void client_sees_that_an_answer_broke_off(String form) throws IOException {
        for (String coding : List.of("identity", "gzip")) {
            Received whole = ask("/whole" + form, coding);
            Received broken = ask("/broken" + form, coding);

            assertThat(whole.text()).matches("(?s)HTTP/1.1 200 .*");
            assertThat(whole.reset()).isFalse();
            assertThat(broken.text()).matches("(?s)HTTP/1.1 200 .*").doesNotEndWith("\r\n0\r\n\r\n");
            assertThat(broken.text()).doesNotContain("Content-Length");
            assertThat(broken.text().length()).isLessThan(whole.text().length());
            assertThat(broken.reset()).isTrue();
        }
    }

    /** What came, each byte as a character, and whether the connection was reset rather than closed. */
    private record Received(String text, boolean reset) {}

    private static Received ask(String request, String coding) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        boolean reset = false;
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
            socket.setSoTimeout(15_000);
            socket.getOutputStream()
                    .write(("GET " + request + "\r\nHost: localhost\r\nAccept-Encoding: " + coding
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().transferTo(all);
        } catch (SocketException e) {
            reset = true;
        }
        return new Received(all.toString(StandardCharsets.ISO_8859_1), reset);
    }

    private static Answer answer(Format format) {
        if (ROWS.contains(format)) {
            return format.ofRows(new Result(
                    List.of(Var.alloc("x")),
                    IntStream.range(0, THINGS).mapToObj(BrokenAnswerTest::row).toList(),
                    true));
        }
        if (EnumSet.of(Format.XLSX, Format.HTML, Format.RQ, Format.TEXT).contains(format)) {
            byte[] bytes = new byte[THINGS * 100];
            new Random(7).nextBytes(bytes);
            return Answer.of(format.contentType(), out -> out.write(bytes));
        }
        return format.ofGraph(graph());
    }

    private static Binding row(int number) {
        return BindingFactory.binding(Var.alloc("x"), text(number));
    }

    private static Graph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        for (int i = 0; i < THINGS; i++) {
            graph.add(
                    NodeFactory.createURI("https://example.org/" + i),
                    NodeFactory.createURI("https://example.org/p"),
                    text(i));
        }
        return graph;
    }

    /** Packed, it is not much shorter. */
    private static Node text(int number) {
        Random random = new Random(number);
        return NodeFactory.createLiteralString("𠮷" + Long.toHexString(random.nextLong()) + random.nextLong()
                + Long.toHexString(random.nextLong()) + random.nextLong());
    }

    private static Answer breaking(Answer whole) {
        return Answer.of(whole.type(), out -> whole.body().writeTo(new Breaking(out)));
    }

    private static final class Breaking extends FilterOutputStream {
        private int written;

        Breaking(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            count(1);
            out.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            for (int done = 0; done < length; done += 1_000) {
                int piece = Math.min(1_000, length - done);
                count(piece);
                out.write(bytes, from + done, piece);
            }
        }

        private void count(int more) {
            written += more;
            if (written > BREAKS) {
                throw new IllegalStateException("breaks");
            }
        }
    }
}
