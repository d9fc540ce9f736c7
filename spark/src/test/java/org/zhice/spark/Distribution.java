package org.zhice.spark;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.loader.input.Home;

/** A folder such as a distribution of Spark, made of what the tests have, and the processes that are started in it. */
final class Distribution implements AutoCloseable {
    /** Those that Spark has in another version than ours. */
    private static final Path OWN = Path.of("target/spark-jars").toAbsolutePath();

    static final String HOST = "127.0.0.1";
    static final Path JAR = Path.of("target/zhice-spark.jar").toAbsolutePath();

    private final Path folder;
    private final List<Process> processes = new ArrayList<>();

    /** Links Spark's own versions first; then, of what the tests have, what our jar does not hold. */
    Distribution(Path folder) throws IOException {
        this.folder = folder;
        Path jars = Files.createDirectories(folder.resolve("jars"));
        Set<String> linked = new HashSet<>();
        for (Path jar : own()) {
            link(jar, jars, linked);
        }
        try (JarFile program = new JarFile(JAR.toFile())) {
            for (String path : property("java.class.path", File.pathSeparator)) {
                if (path.endsWith(".jar") && !isOurs(Path.of(path), program)) {
                    link(Path.of(path), jars, linked);
                }
            }
        }
    }

    private static List<Path> own() throws IOException {
        try (Stream<Path> own = Files.list(OWN)) {
            return own.toList();
        }
    }

    private static void link(Path jar, Path jars, Set<String> linked) throws IOException {
        String name = jar.getFileName().toString();
        if (linked.add(name.replaceFirst("-\\d.*?(?=(-linux|-osx|-windows|\\.jar))", ""))) {
            Files.createSymbolicLink(jars.resolve(name), jar);
        }
    }

    /** The bench is in no jar of ours, but names libraries of its own. */
    private static boolean isOurs(Path other, JarFile ours) throws IOException {
        if (other.getFileName().toString().startsWith("zhice-")) {
            return true;
        }
        try (JarFile jar = new JarFile(other.toFile())) {
            Optional<String> first = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.contains("-"))
                    .findFirst();
            return first.stream().anyMatch(name -> ours.getEntry(name) != null);
        }
    }

    /**
     * Starts a class of Spark.
     *
     * @param name of its log
     */
    Process start(String name, String main, Object... args) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx768m",
                "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8",
                "-cp",
                folder.resolve("jars") + "/*"));
        command.addAll(property("spark.opens", "\\s+"));
        command.add(main);
        Stream.of(args).map(Object::toString).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_HOME", folder.toString());
        Process process = builder.redirectErrorStream(true)
                .redirectOutput(log(name).toFile())
                .start();
        processes.add(process);
        return process;
    }

    /** What {@code spark-submit} does with our jar; its log is called {@code job}. */
    Process submit(String master, Home home, Path out) throws IOException {
        return start(
                "job",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                master,
                "--executor-memory",
                "768m",
                "--conf",
                "spark.driver.host=" + HOST,
                "--conf",
                "spark.ui.enabled=false",
                JAR,
                home.root(),
                out);
    }

    /** Where the words of a process go. */
    Path log(String name) {
        return folder.resolve(name + ".log");
    }

    /** How many lines of a log hold some words. */
    static long count(Path log, String words) {
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(words)).count();
        } catch (IOException | UncheckedIOException e) {
            return 0;
        }
    }

    private static List<String> property(String name, String between) {
        return Pattern.compile(between).splitAsStream(System.getProperty(name)).toList();
    }

    /** Ends what was started, and what that has started. */
    @Override
    public void close() {
        processes.forEach(Distribution::kill);
    }

    static void kill(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }
}
