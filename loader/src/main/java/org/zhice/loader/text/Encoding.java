package org.zhice.loader.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.zhice.loader.input.InputException;
import org.zhice.store.plain.Utf8;

/**
 * The encoding of Chinese text. A byte order mark decides; else UTF-8 if the bytes are UTF-8, which other encodings hardly
 * ever are by chance; else the encoding that the file declares, if the text then is written in common characters; else
 * the one of the usual encodings in which it clearly is more so than in any other. Statistical detectors are not used:
 * they take short Chinese texts for Korean or Western ones.
 */
final class Encoding {
    /** Supersets of what files call gb2312, gbk and big5. */
    private static final Charset CHINA = Charset.forName("GB18030");

    private static final Charset TAIWAN = Charset.forName("Big5-HKSCS");
    private static final List<Charset> USUAL =
            List.of(StandardCharsets.UTF_8, CHINA, TAIWAN, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);
    private static final List<Charset> UNUSUAL = List.of(Charset.forName("UTF-32LE"), Charset.forName("UTF-32BE"));
    private static final Map<Charset, String> MARKS = Map.of(
            StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF",
            StandardCharsets.UTF_16LE, "\u00FF\u00FE",
            StandardCharsets.UTF_16BE, "\u00FE\u00FF");
    private static final double READABLE = 0.8;
    private static final double CLEARLY = 0.1;
    private static final int SAMPLE = 100_000;

    private Encoding() {}

    /** A text and the encoding that it was read in. */
    record Decoded(String text, Charset charset) {
        double share() {
            return CommonCharacters.share(text.substring(0, Math.min(text.length(), SAMPLE)));
        }
    }

    /**
     * Decodes the bytes of a text, without a byte order mark.
     *
     * @param declared the encoding that the file itself declares, or null
     * @throws InputException if no encoding fits, or two fit as well
     */
    static Decoded decode(byte[] bytes, Charset declared, String place) {
        if (Utf8.mark(bytes).startsWith("UTF-32")) {
            throw refusal(place, "a byte order mark of " + Utf8.mark(bytes));
        }
        for (Map.Entry<Charset, String> mark : MARKS.entrySet()) {
            byte[] start = mark.getValue().getBytes(StandardCharsets.ISO_8859_1);
            if (startsWith(bytes, start)) {
                Decoded marked = strictly(bytes, start.length, mark.getKey());
                if (marked == null) {
                    throw refusal(
                            place,
                            "a byte order mark of " + mark.getKey() + ", but the text is "
                                    + damage(bytes, mark.getKey()));
                }
                return marked;
            }
        }
        Decoded utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
        return utf8 != null && utf8.text().chars().noneMatch(Encoding::isCode)
                ? utf8
                : byCharacters(bytes, declared, place);
    }

    /** Other encodings of a few characters can be UTF-8 by chance, but then with control characters. */
    private static boolean isCode(int c) {
        return c < ' ' && !Character.isWhitespace(c);
    }

    /** The superset of an encoding in which files of its name are really written. */
    static Charset widest(Charset charset) {
        String name = charset.name().toLowerCase(Locale.ROOT);
        if (name.startsWith("gb") || name.equals("x-mswin-936")) {
            return CHINA;
        }
        return name.contains("big5") || name.equals("x-windows-950") ? TAIWAN : charset;
    }

    private static Decoded byCharacters(byte[] bytes, Charset declared, String place) {
        if (declared != null) {
            Decoded asDeclared = strictly(bytes, 0, widest(declared));
            if (asDeclared != null && asDeclared.share() >= READABLE) {
                return asDeclared;
            }
        }
        List<Judged> fitting = USUAL.stream()
                .map(charset -> Judged.of(strictly(bytes, 0, charset)))
                .filter(Objects::nonNull)
                .sorted(Comparator.comparingDouble(Judged::share).reversed())
                .toList();
        if (fitting.isEmpty() || fitting.get(0).share() < READABLE) {
            throw refusal(place, whatElse(bytes));
        }
        Judged best = fitting.get(0);
        if (fitting.size() > 1 && best.share() - fitting.get(1).share() < CLEARLY) {
            throw refusal(place, "a text too short to tell its encoding");
        }
        return strictly(bytes, 0, best.charset());
    }

    /** How well a text reads in an encoding; the text itself is not kept, since five of a large file fill the memory. */
    private record Judged(Charset charset, double share) {
        static Judged of(Decoded decoded) {
            return decoded == null ? null : new Judged(decoded.charset(), decoded.share());
        }
    }

    /** Bytes that fit nowhere: an encoding that is not usual, or one in which a few bytes are damaged. */
    private static String whatElse(byte[] bytes) {
        for (Charset charset : UNUSUAL) {
            Decoded decoded = strictly(bytes, 0, charset);
            if (decoded != null && decoded.share() >= READABLE) {
                return "text in " + charset;
            }
        }
        return USUAL.stream()
                .map(charset -> Judged.of(leniently(bytes, charset)))
                .filter(judged -> judged.share() >= READABLE)
                .max(Comparator.comparingDouble(Judged::share))
                .map(judged -> "text in " + judged.charset() + ", but " + damage(bytes, judged.charset()))
                .orElse("bytes that are Chinese text in no usual encoding: a binary file or a damaged one");
    }

    private static InputException refusal(String place, String found) {
        return new InputException(place, found, "text in UTF-8, UTF-16, GB18030 (GBK) or Big5");
    }

    /** Only the beginning, since it is to be judged and not to be read. */
    private static Decoded leniently(byte[] bytes, Charset charset) {
        return new Decoded(new String(bytes, 0, Math.min(bytes.length, SAMPLE), charset), charset);
    }

    /** The first place that is wrong, where the text reads well otherwise. */
    private static String damage(byte[] bytes, Charset charset) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        charset.newDecoder().decode(in, out, true);
        long line = 1 + out.flip().chars().filter(c -> c == '\n').count();
        return "not so at line %,d, byte %,d (0x%02X)".formatted(line, in.position(), bytes[in.position()]);
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && ByteBuffer.wrap(bytes, 0, start.length).equals(ByteBuffer.wrap(start));
    }

    private static Decoded strictly(byte[] bytes, int from, Charset charset) {
        try {
            ByteBuffer rest = ByteBuffer.wrap(bytes, from, bytes.length - from);
            return new Decoded(charset.newDecoder().decode(rest).toString(), charset);
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
