package org.zhice.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.SparkEnv;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.Place;
import org.zhice.loader.text.Texts;
import scala.Tuple2;

/**
 * A home that many machines read: a folder that all of them see, or the address of one in a file system that Hadoop knows, of
 * which each process has a copy; of the texts only those that it reads.
 */
final class SharedHome {
    private static final List<String> COPIED = List.of("data/tables", "loader/mapping", "ontology");
    private static final String TEXTS = "data/texts";

    private final String address;
    private final Home home;
    private final FileSystem remote;

    private SharedHome(String address, Home home, FileSystem remote) {
        this.address = address;
        this.home = home;
        this.remote = remote;
    }

    /** Copies what lies elsewhere, but for the texts. To be called in a process of Spark. */
    static SharedHome at(String address) {
        URI uri = new org.apache.hadoop.fs.Path(address).toUri();
        if (uri.getScheme() == null || uri.getScheme().equals("file")) {
            return new SharedHome(address, new Home(Path.of(uri.getPath()).toAbsolutePath()), null);
        }
        try {
            FileSystem remote = FileSystem.get(uri, configuration());
            Path copy = Files.createTempDirectory("zhice-home");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(copy.toFile())));
            SharedHome home = new SharedHome(address, new Home(copy), remote);
            COPIED.forEach(home::copy);
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address as it means the same in each process, wherever that runs. */
    static String absolute(String address) {
        boolean isPath = new org.apache.hadoop.fs.Path(address).toUri().getScheme() == null;
        return isPath ? Path.of(address).toAbsolutePath().normalize().toString() : address;
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration();
        for (Tuple2<String, String> entry : SparkEnv.get().conf().getAllWithPrefix("spark.hadoop.")) {
            configuration.set(entry._1(), entry._2());
        }
        return configuration;
    }

    private void copy(String folder) {
        try {
            Path target = home.root().resolve(folder);
            Files.createDirectories(target.getParent());
            remote.copyToLocalFile(false, path(folder), new org.apache.hadoop.fs.Path(target.toUri()), true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private org.apache.hadoop.fs.Path path(String folder) {
        return new org.apache.hadoop.fs.Path(address, folder);
    }

    /** As a folder of this machine. */
    Home home() {
        return home;
    }

    /** The ids of the documents that have an added text, sorted. */
    List<String> documents() {
        if (remote == null) {
            return Texts.of(home).documents();
        }
        try {
            return Stream.of(remote.listStatus(path(TEXTS)))
                    .filter(FileStatus::isDirectory)
                    .map(text -> text.getPath().getName())
                    .filter(name -> !name.startsWith("."))
                    .sorted()
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes the text of a document be there. */
    void fetch(String document) {
        if (remote != null) {
            copy(TEXTS + "/" + document);
        }
    }

    /** The opposite. */
    void drop(String document) {
        if (remote != null) {
            FileUtils.deleteQuietly(home.texts().resolve(document).toFile());
        }
    }

    /** A finding in a copy, where the file came from. */
    Finding placed(Finding finding) {
        Place place = finding.place();
        String file = place.file().replace(home.root().toString(), address);
        return remote == null
                ? finding
                : new Finding(new Place(file, place.line(), place.column()), finding.found(), finding.expected());
    }
}
