package org.zhice.app;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program over the shipped data in a process of its own, with the heap that the start script gives it. */
final class ServedProgram {
    private ServedProgram() {}

    static Program start(String... options) throws IOException {
        return start(List.of(), options);
    }

    /** @param java further options of Java */
    static Program start(List<String> java, String... options) throws IOException {
        return start(Program.freePort(), java, options);
    }

    /** @param port one that is free */
    static Program start(int port, List<String> java, String... options) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:ThreadPriorityPolicy=1",
                "-XX:JavaPriority1_To_OSPriority=5",
                "--enable-native-access=ALL-UNNAMED",
                "-Dfile.encoding=UTF-8",
                "-Dzhice.home=" + Shipped.built().root()));
        command.addAll(java);
        command.addAll(List.of("-cp", classPath(), "org.zhice.app.Zhice", "serve", "--port", "PORT"));
        command.addAll(List.of(options));
        return Program.serve(Shipped.built().root(), command, port);
    }

    private static String classPath() {
        return System.getProperty("java.class.path");
    }
}
