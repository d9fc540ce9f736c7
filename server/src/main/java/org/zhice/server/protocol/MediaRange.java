package org.zhice.server.protocol;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of the ranges of media types that a client accepts (RFC 9110, 12.5.1).
 *
 * @param type in small letters; a star stands for any
 * @param subtype likewise
 * @param bare whether it has no parameters; those that it has are not looked at
 * @param quality from 0, not acceptable, to 1
 */
record MediaRange(String type, String subtype, boolean bare, double quality) {
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9a-z-]+";
    private static final Pattern RANGE = Pattern.compile("(" + TOKEN + ")/(" + TOKEN + ")((?:;.*)?)", Pattern.DOTALL);
    private static final Pattern QUALITY = Pattern.compile(";q=([01](?:\\.[0-9]*)?)");

    /** Those of a header; what is no range is passed over. */
    static List<MediaRange> all(String header) {
        return parts(header.toLowerCase(Locale.ROOT)).stream()
                .map(MediaRange::of)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Between commas that stand in no quotation marks; Jetty's reader of lists gives up at a blank before a sign. */
    private static List<String> parts(String header) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        boolean quoted = false;
        for (int i = 0; i < header.length(); i++) {
            char c = header.charAt(i);
            quoted ^= c == '"' && (i == 0 || header.charAt(i - 1) != '\\');
            if (c == ',' && !quoted) {
                parts.add(header.substring(start, i));
                start = i + 1;
            }
        }
        parts.add(header.substring(start));
        return parts;
    }

    private static Optional<MediaRange> of(String text) {
        Matcher range = RANGE.matcher(text.replaceAll("\\s*([;=])\\s*", "$1").strip());
        if (!range.matches() || (range.group(1).equals("*") && !range.group(2).equals("*"))) {
            return Optional.empty();
        }
        Matcher quality = QUALITY.matcher(range.group(3));
        double weight = quality.find() ? Math.min(1, Double.parseDouble(quality.group(1))) : 1;
        boolean bare = range.group(3).replaceFirst(";q=.*", "").isEmpty();
        return Optional.of(new MediaRange(range.group(1), range.group(2), bare, weight));
    }

    private boolean holds(String mediaType) {
        int slash = mediaType.indexOf('/');
        return (type.equals("*") || type.equals(mediaType.substring(0, slash)))
                && (subtype.equals("*") || subtype.equals(mediaType.substring(slash + 1)));
    }

    /** A range of one type before one of its kind before any; the plain one before one with parameters. */
    private int exactness() {
        return (type.equals("*") ? 0 : 4) + (subtype.equals("*") ? 0 : 2) + (bare ? 1 : 0);
    }

    /** A media type with the range that speaks of it. */
    private record Offer(String type, MediaRange range) {}

    /**
     * The best of some types: the highest quality, then what is named more exactly, then the first.
     *
     * @return empty if none is accepted
     */
    static Optional<String> best(List<MediaRange> accepted, List<String> offered) {
        return offered.stream()
                .map(type -> new Offer(type, mostExact(accepted, type)))
                .filter(offer -> offer.range() != null && offer.range().quality() > 0)
                .reduce((one, other) -> isBetter(other.range(), one.range()) ? other : one)
                .map(Offer::type);
    }

    /** All of the range for a type that counts when the best is chosen. */
    static String wish(List<MediaRange> accepted, String type) {
        MediaRange range = mostExact(accepted, type);
        return range == null || range.quality() <= 0 ? "-" : range.quality() + "/" + range.exactness() / 2;
    }

    private static boolean isBetter(MediaRange one, MediaRange other) {
        return one.quality() > other.quality()
                || (one.quality() == other.quality() && one.exactness() / 2 > other.exactness() / 2);
    }

    private static MediaRange mostExact(List<MediaRange> accepted, String type) {
        return accepted.stream()
                .filter(range -> range.holds(type))
                .max(Comparator.comparingInt(MediaRange::exactness))
                .orElse(null);
    }
}
