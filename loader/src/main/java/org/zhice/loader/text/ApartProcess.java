package org.zhice.loader.text;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.zhice.loader.input.InputException;

/** One process that unpacks files, one after the other, as this side sees it; {@link Unpacker} is the other side. */
final class ApartProcess {
    private static final int SECONDS = 15;
    private static final int MEGABYTES = 320;
    private static final int OUT_OF_MEMORY = 3;

    private final Process process;
    private boolean fit = true;

    private ApartProcess(Process process) {
        this.process = process;
    }

    static ApartProcess start() {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                ours() + File.pathSeparator + System.getProperty("java.class.path"),
                Unpacker.class.getName());
        try {
            return new ApartProcess(
                    new ProcessBuilder(command).redirectError(Redirect.DISCARD).start());
        } catch (IOException e) {
            throw new UncheckedIOException("a process to read files in cannot be started", e);
        }
    }

    /** Where this program lies: on the class path, unless a host such as Spark has loaded it later. */
    private static Path ours() {
        try {
            return Path.of(Unpacker.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether it can read another file. */
    boolean isFit() {
        return fit;
    }

    void end() {
        process.destroyForcibly();
    }

    /** As {@link Apart#parse}. A process that has failed is ended. */
    Parsed parse(Format format, byte[] bytes, String place, int longest) {
        CompletableFuture<Void> alarm =
                CompletableFuture.runAsync(this::end, CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS));
        give(format, bytes, place, longest);
        Optional<Answer> answer = answer();
        boolean inTime = alarm.cancel(false);
        fit = inTime && answer.isPresent();
        if (!fit) {
            end();
        }
        if (!inTime) {
            throw tooMuch(place, "a file that takes more than " + SECONDS + " seconds to unpack");
        }
        return answer.orElseThrow(() -> failure(place)).parsed(place);
    }

    private void give(Format format, byte[] bytes, String place, int longest) {
        try {
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
            Unpacker.write(format.name(), out);
            Unpacker.write(place, out);
            out.writeInt(longest);
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            // It has ended; its exit code says why.
        }
    }

    /** Either the text or a refusal. */
    private record Answer(Parsed text, String found, String expected) {
        Parsed parsed(String place) {
            if (text == null) {
                throw new InputException(place, found, expected);
            }
            return text;
        }
    }

    /** None if the process ends before it has answered. */
    private Optional<Answer> answer() {
        try {
            DataInputStream in = new DataInputStream(process.getInputStream());
            if (!in.readBoolean()) {
                return Optional.of(new Answer(null, text(in), text(in)));
            }
            String charset = text(in);
            String text = text(in);
            List<String> hidden = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                hidden.add(text(in));
            }
            return Optional.of(new Answer(new Parsed(charset, text, hidden), "", ""));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private InputException failure(String place) {
        int exit = process.onExit().join().exitValue();
        return exit == OUT_OF_MEMORY
                ? tooMuch(place, "a file that takes more than " + MEGABYTES + " MB of memory to unpack")
                : new InputException(place, "a damaged file (its reader ended with " + exit + ")", Format.expected());
    }

    private static InputException tooMuch(String place, String found) {
        return new InputException(place, found, "the document alone, saved anew as plain text");
    }
}
