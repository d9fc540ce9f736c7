package org.zhice.loader.text;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;

/**
 * Reads a file in a process of its own, which ends when it takes too much. PDF, Word files and web pages can be made so that
 * a few bytes unpack to more than any memory, or are worked on for ever; no setting of the libraries holds against all of
 * that, and a thread that does not end cannot be ended. The price is half a second a file.
 */
public final class Apart {
    private static final int SECONDS = 15;
    private static final int MEGABYTES = 320;
    private static final int REFUSED = 2;
    private static final int OUT_OF_MEMORY = 3;

    private Apart() {}

    /**
     * Reads a file.
     *
     * @throws InputException if there is no text in it, or it takes too much time or memory
     */
    static Parsed parse(Format format, byte[] bytes, String place, int longest) {
        Process process = start(format, place, longest);
        try {
            CompletableFuture<byte[]> answer = CompletableFuture.supplyAsync(() -> all(process.getInputStream()));
            give(bytes, process);
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw tooMuch(place, "a file that takes more than " + SECONDS + " seconds to unpack");
            }
            return parsed(process.exitValue(), answer.join(), place);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + place + " was read", e);
        } finally {
            process.destroyForcibly();
        }
    }

    private static Process start(Format format, String place, int longest) {
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + MEGABYTES + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-cp",
                System.getProperty("java.class.path"),
                Apart.class.getName(),
                format.name(),
                place,
                String.valueOf(longest));
        try {
            return new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
        } catch (IOException e) {
            throw new UncheckedIOException("a process to read " + place + " in cannot be started", e);
        }
    }

    private static void give(byte[] bytes, Process process) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(bytes);
        } catch (IOException e) {
            // It has ended; its exit code says why.
        }
    }

    private static byte[] all(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Parsed parsed(int exit, byte[] answer, String place) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(answer))) {
            if (exit == OUT_OF_MEMORY) {
                throw tooMuch(place, "a file that takes more than " + MEGABYTES + " MB of memory to unpack");
            }
            if (exit == REFUSED) {
                throw new InputException(place, text(in), text(in));
            }
            if (exit != 0) {
                throw new InputException(
                        place, "a damaged file (its reader ended with " + exit + ")", Format.expected());
            }
            String charset = text(in);
            String text = text(in);
            List<String> hidden = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                hidden.add(text(in));
            }
            return new Parsed(charset, text, hidden);
        } catch (IOException e) {
            throw new UncheckedIOException("the reader of " + place + " broke off", e);
        }
    }

    private static InputException tooMuch(String place, String found) {
        return new InputException(place, found, "the document alone, saved anew as plain text");
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    /**
     * The process of its own: bytes come in, the text goes out.
     *
     * @param args the format, the file as refusals name it, the most characters
     * @throws IOException if the other side has gone
     */
    public static void main(String[] args) throws IOException {
        OutputStream pipe = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        try (DataOutputStream out = new DataOutputStream(pipe)) {
            System.exit(answer(Format.valueOf(args[0]), args[1], Integer.parseInt(args[2]), out));
        }
    }

    private static int answer(Format format, String place, int longest, DataOutputStream out) throws IOException {
        try {
            Parsed parsed = Parsed.of(format, System.in.readAllBytes(), place, longest);
            write(parsed.charset(), out);
            write(parsed.text(), out);
            out.writeInt(parsed.hidden().size());
            for (String words : parsed.hidden()) {
                write(words, out);
            }
            out.flush();
            return 0;
        } catch (InputException e) {
            return refuse(e.findings().get(0), out);
        } catch (StackOverflowError e) {
            return refuse(new Finding(Place.of(place), "a file whose parts nest too deep", Format.expected()), out);
        } catch (RuntimeException e) {
            return refuse(new Finding(Place.of(place), "a damaged file (" + e + ")", Format.expected()), out);
        }
    }

    private static int refuse(Finding finding, DataOutputStream out) throws IOException {
        write(finding.found(), out);
        write(finding.expected(), out);
        out.flush();
        return REFUSED;
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
