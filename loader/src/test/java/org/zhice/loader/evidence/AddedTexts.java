package org.zhice.loader.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.zhice.loader.input.Home;
import org.zhice.loader.text.SourceFile;
import org.zhice.loader.text.Texts;

/** A made-up plan in place of that of 2024: agencies and one law are those of the tables, all else is not. */
public final class AddedTexts {
    static final String DOCUMENT = "plan-2024";

    private AddedTexts() {}

    /** Adds the made-up plan to a copy of the checkout. */
    public static void addMadeUp(Home home, Path folder) {
        try {
            add(home, Files.writeString(folder.resolve("tea-2024.txt"), madeUp()), DOCUMENT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void add(Home home, Path file, String document) {
        Texts.of(home).add(SourceFile.read(file), document, true);
    }

    static String madeUp() {
        try (InputStream in = AddedTexts.class.getResourceAsStream("tea-2024.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
