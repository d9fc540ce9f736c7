package org.zhice.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder {@code jars} of a distribution of Spark, made of what the tests have. */
final class SparkJars {
    /** Those that Spark has in another version than ours. */
    private static final Path OWN = Path.of("target/spark-jars").toAbsolutePath();

    private SparkJars() {}

    /** Links Spark's own versions first; then, of what the tests have, what our jar does not hold. */
    static void link(Path jars, Path ours) throws IOException {
        Set<String> linked = new HashSet<>();
        for (Path jar : own()) {
            link(jar, jars, linked);
        }
        try (JarFile program = new JarFile(ours.toFile())) {
            for (String path : property("java.class.path", File.pathSeparator)) {
                if (path.endsWith(".jar") && !isIn(Path.of(path), program)) {
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

    private static boolean isIn(Path other, JarFile ours) throws IOException {
        try (JarFile jar = new JarFile(other.toFile())) {
            Optional<String> first = jar.stream()
                    .map(JarEntry::getName)
                    .filter(name -> name.endsWith(".class") && !name.contains("-"))
                    .findFirst();
            return first.stream().anyMatch(name -> ours.getEntry(name) != null);
        }
    }

    /** What {@code spark-submit} opens of Java. */
    static List<String> opens() {
        return property("spark.opens", "\\s+");
    }

    private static List<String> property(String name, String between) {
        return Pattern.compile(between).splitAsStream(System.getProperty(name)).toList();
    }
}
