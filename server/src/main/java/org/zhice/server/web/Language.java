package org.zhice.server.web;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The languages of the pages. */
public enum Language {
    EN(Locale.ENGLISH),
    ZH(Locale.CHINESE);

    private static final Pattern TAG = Pattern.compile("[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8})*");
    private static final int YEAR_SECONDS = 31_536_000;

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** For Java's formats. */
    public Locale locale() {
        return locale;
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
