package org.zhice.loader.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;

/** The process of its own in which {@link Apart} has files unpacked: bytes come in, the text goes out, until nothing comes. */
public final class Unpacker {
    private Unpacker() {}

    /**
     * Answers until the other side closes.
     *
     * @throws IOException if it has gone
     */
    public static void main(String[] args) throws IOException {
        OutputStream pipe = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out));
        System.setOut(System.err);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(System.in));
                DataOutputStream out = new DataOutputStream(pipe)) {
            while (true) {
                Format format = Format.valueOf(text(in));
                String place = text(in);
                int longest = in.readInt();
                answer(format, place, longest, in.readNBytes(in.readInt()), out);
                out.flush();
            }
        } catch (EOFException e) {
            System.exit(0);
        }
    }

    private static void answer(Format format, String place, int longest, byte[] bytes, DataOutputStream out)
            throws IOException {
        try {
            Parsed parsed = Parsed.of(format, bytes, place, longest);
            out.writeBoolean(true);
            write(parsed.charset(), out);
            write(parsed.text(), out);
            out.writeInt(parsed.hidden().size());
            for (String words : parsed.hidden()) {
                write(words, out);
            }
        } catch (InputException e) {
            refuse(e.findings().get(0), out);
        } catch (StackOverflowError e) {
            refuse(new Finding(Place.of(place), "a file whose parts nest too deep", Format.expected()), out);
        } catch (RuntimeException e) {
            refuse(new Finding(Place.of(place), "a damaged file (" + e + ")", Format.expected()), out);
        }
    }

    private static void refuse(Finding finding, DataOutputStream out) throws IOException {
        out.writeBoolean(false);
        write(finding.found(), out);
        write(finding.expected(), out);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    /** A text with its length before it. */
    static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
