package org.zhice.loader.input;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What is wrong with input or usage, in the language of the user. The English words are the key, as in gettext: {@code findings_zh.tsv} has each with
 * its Chinese form, and % for what differs. Words that are not there, such as those of a shape, stay as they are.
 */
public final class FindingWords {
    private static final List<Phrase> CHINESE = chinese();

    private FindingWords() {}

    private record Phrase(Pattern english, String other) {
        static Phrase of(String line) {
            String[] parts = line.split("\t", 2);
            String english =
                    Arrays.stream(parts[0].split("%", -1)).map(Pattern::quote).collect(Collectors.joining("(.*)"));
            return new Phrase(Pattern.compile(english, Pattern.DOTALL), parts[1]);
        }
    }

    /** A phrase in the language of the user: in English again where the table does not have it. */
    public static String told(String english) {
        return isChinese(Locale.getDefault()) ? inChinese(english) : english;
    }

    /** A phrase in Chinese: in English again where the table does not have it. */
    public static String chinese(String english) {
        return inChinese(english);
    }

    private static boolean isChinese(Locale locale) {
        return locale.getLanguage().equals(Locale.CHINESE.getLanguage());
    }

    /** One line in a language. */
    static String line(Finding finding, Locale locale) {
        Place place = finding.place();
        if (!isChinese(locale)) {
            return place + ": found " + finding.found() + ", expected " + finding.expected();
        }
        String column = place.column().isEmpty() ? "" : " 列 " + place.column();
        return place.in("") + column + "：发现" + spaced(finding.found()) + "，应为" + spaced(finding.expected());
    }

    private static String spaced(String english) {
        String words = inChinese(english);
        return words.charAt(0) < 0x80 ? " " + words : words;
    }

    private static String inChinese(String english) {
        for (Phrase phrase : CHINESE) {
            Matcher found = phrase.english().matcher(english);
            if (found.matches()) {
                return found.replaceFirst(phrase.other());
            }
        }
        return english;
    }

    private static List<Phrase> chinese() {
        try (InputStream in = FindingWords.class.getResourceAsStream("findings_zh.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Phrase::of)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
