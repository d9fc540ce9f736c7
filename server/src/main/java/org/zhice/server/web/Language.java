package org.zhice.server.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The languages of the pages. */
public enum Language {
    EN(Locale.ENGLISH, "d MMM uuuu"),
    ZH(Locale.CHINESE, "uuuu年M月d日");

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*");
    private static final int DAY = "2022-12-31".length();
    private static final int YEAR_SECONDS = 31_536_000;

    private final Locale locale;
    private final DateTimeFormatter days;

    Language(Locale locale, String day) {
        this.locale = locale;
        this.days = DateTimeFormatter.ofPattern(day, locale);
    }

    /** For Java's formats. */
    public Locale locale() {
        return locale;
    }

    /** A day as people write it: {@code 2022-12-31} is 31 Dec 2022 or 2022年12月31日. What is no day stays as it is. */
    public String day(String text) {
        try {
            return text.length() == DAY ? days.format(LocalDate.parse(text)) : text;
        } catch (DateTimeParseException e) {
            return text;
        }
    }

    /** As in an address or a {@code lang} attribute. */
    public String tag() {
        return locale.getLanguage();
    }

    /** The other of the two. */
    public Language other() {
        return this == EN ? ZH : EN;
    }

    /** The language of a tag, of which only the beginning counts: zh-CN, zh_Hant and yue are Chinese. */
    public static Optional<Language> of(String tag) {
        return TAG.matcher(tag).matches() ? first(tag.replace('_', '-')) : Optional.empty();
    }

    /** Remembers that it was chosen. */
    String cookie() {
        return "lang=" + tag() + "; Path=/; Max-Age=" + YEAR_SECONDS + "; SameSite=Lax";
    }

    /** The first language of an {@code Accept-Language} header that there are pages in; English if there is none. */
    public static Language accepted(String header) {
        return first(header).orElse(EN);
    }

    /** Java knows that yue is a Chinese. */
    private static Optional<Language> first(String ranges) {
        return ranges(ranges).stream()
                .filter(range -> range.getWeight() > 0)
                .map(range -> range.getRange().replaceFirst("-.*", ""))
                .flatMap(tag ->
                        Stream.of(values()).filter(language -> language.tag().equals(tag)))
                .findFirst();
    }

    private static List<LanguageRange> ranges(String header) {
        try {
            return header == null ? List.of() : LanguageRange.parse(header);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
