package org.zhice.store.tdb;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Length and checksum of a file. CRC-32C finds damage, which is all that it is for, and reads a store in a fifth of the time
 * that SHA-256 takes, so that it can be looked at whenever a store is opened.
 */
record SealedFile(long bytes, String crc32c) {
    private static final int PIECE = 1 << 16;
    private static final byte[] HOLE = new byte[PIECE];

    /** What a piece is read into besides the checksum. */
    private interface Sink {
        void take(byte[] piece, int length, long at) throws IOException;
    }

    static SealedFile of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, (piece, length, at) -> {});
        }
    }

    /** Copies a file and tells what was read of it. The files of TDB2 are mostly holes, which stay holes. */
    static SealedFile copy(Path file, Path to) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return copy(in, to);
        }
    }

    /** Likewise what is left of a stream. */
    static SealedFile copy(InputStream in, Path to) throws IOException {
        try (FileChannel out = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            SealedFile read = read(in, (piece, length, at) -> write(out, piece, length, at));
            if (out.size() < read.bytes()) {
                out.write(ByteBuffer.allocate(1), read.bytes() - 1);
            }
            return read;
        }
    }

    private static void write(FileChannel out, byte[] piece, int length, long at) throws IOException {
        if (!Arrays.equals(piece, 0, length, HOLE, 0, length)) {
            ByteBuffer rest = ByteBuffer.wrap(piece, 0, length);
            while (rest.hasRemaining()) {
                out.write(rest, at + rest.position());
            }
        }
    }

    private static SealedFile read(InputStream in, Sink sink) throws IOException {
        CRC32C sum = new CRC32C();
        byte[] piece = new byte[PIECE];
        long bytes = 0;
        for (int length = next(in, piece); length > 0; length = next(in, piece)) {
            sum.update(piece, 0, length);
            sink.take(piece, length, bytes);
            bytes += length;
        }
        return new SealedFile(bytes, "%08x".formatted(sum.getValue()));
    }

    private static int next(InputStream in, byte[] piece) throws IOException {
        return in.readNBytes(piece, 0, piece.length);
    }

    @Override
    public String toString() {
        return bytes + " bytes with the checksum " + crc32c;
    }
}
