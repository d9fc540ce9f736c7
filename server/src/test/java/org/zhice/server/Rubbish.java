package org.zhice.server;

import java.util.List;
import java.util.Random;

/** Texts that nobody would send who means well, the same for the same seed: documents that are bent, and odd values. */
public final class Rubbish {
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "-0",
            "1e400",
            "0.5",
            "9".repeat(40),
            "\"\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"𠮷\u200B\u202E\"",
            "\"<script>\"",
            "\"> } ; DROP\"",
            "\"x:y\"",
            "\"" + "长".repeat(700) + "\"",
            "[]",
            "{}",
            "[[[]]]",
            "{\"id\":{}}",
            "[null]",
            "{\"\":null}",
            "[" + "1,".repeat(60) + "1]");
    private static final List<String> SPLINTERS = List.of(
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\u0000", "\u2028", "𠮷", "'", "//", "NaN", "\uFEFF", "<",
            "%");

    private Rubbish() {}

    /** A document of JSON with something in it that does not belong there. */
    public static String bent(String json, Random random) {
        String bent = json;
        for (int i = random.nextInt(3); i >= 0; i--) {
            bent = switch (random.nextInt(6)) {
                case 0 -> replaced(bent, random);
                case 1 -> cut(bent, random);
                case 2 -> inserted(bent, one(SPLINTERS, random), random);
                case 3 -> inserted(bent, one(VALUES, random), random);
                case 4 -> deep(random);
                default -> twice(bent);
            };
        }
        return bent;
    }

    /** A value that is none of a name, an id or a number. */
    public static String value(Random random) {
        StringBuilder value = new StringBuilder();
        for (int i = random.nextInt(6); i >= 0; i--) {
            int character = random.nextInt(4) == 0 ? random.nextInt(0x11_0000) : random.nextInt(0x3000);
            value.appendCodePoint(character >= 0xD800 && character < 0xE000 ? '专' : character);
        }
        return random.nextInt(3) == 0 ? value + one(SPLINTERS, random).repeat(random.nextInt(50)) : value.toString();
    }

    private static String replaced(String json, Random random) {
        List<String> parts = List.of(json.split("(?<=[:,])"));
        return String.join("", parts.subList(0, parts.size() - 1))
                + one(VALUES, random)
                + (random.nextBoolean() ? "}".repeat(random.nextInt(4)) : "");
    }

    private static String cut(String json, Random random) {
        return json.substring(0, json.isEmpty() ? 0 : random.nextInt(json.length()));
    }

    private static String inserted(String json, String splinter, Random random) {
        int at = json.isEmpty() ? 0 : random.nextInt(json.length());
        return json.substring(0, at) + splinter + json.substring(at);
    }

    private static String deep(Random random) {
        return (random.nextBoolean() ? "[" : "{\"q\":").repeat(1 + random.nextInt(5_000));
    }

    private static String twice(String json) {
        return json.replaceFirst("\\{(\"[^\"]*\":[^,}]*)", "{$1,$1");
    }

    private static <T> T one(List<T> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}
