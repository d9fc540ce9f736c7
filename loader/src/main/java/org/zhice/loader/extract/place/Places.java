package org.zhice.loader.extract.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.place.Gazetteer.Found;
import org.zhice.loader.extract.place.Place.Level;
import org.zhice.loader.extract.rows.Lexicon.Area;

/**
 * Tells of which place the statements of a document are, in their order. A place that a clause begins with is carried along
 * its sentence; else a statement is of the place of the document. Never guesses: two places, or 本县 in the report of a
 * city, leave it open.
 */
public final class Places {
    private static final String ENDS = "，；：\n";
    private static final Pattern LEAD = Pattern.compile(
            "(?:[\\s\u3000]|其中|同时|此外|目前|另外|截至|到|至|据介绍|(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?(?:底|末|以来)?|[一二三四五六七八九十]是)*");
    private static final Pattern LOCAL = Pattern.compile("占?[全我本](?<word>[省市县区州旗乡镇])(?![场域民值面容间])");
    private static final Pattern COUNTRY = Pattern.compile("(?:全国|我国)(?![首第排前领平占各性人政重文百同最唯先示劳优知统])");
    private static final Pattern SEVERAL = Pattern.compile("[、和与及等至]");
    private static final Pattern ZONE = Pattern.compile("(?:高新|经开|自贸|开发|保税|经济技术开发|高新技术产业开发|新)区");
    private static final Pattern FULL = Pattern.compile(".*[省市县区州盟旗]");
    private static final Pattern WHOLE = Pattern.compile("|[全合总共小]?[省市县区州旗计]|合计|总计|[全本](?:省|市|县|区|州|旗)(?:合计|总计)?");
    private static final Pattern COUNTED = Pattern.compile("[0-9][^，。；：、\n]{0,6}、");
    private static final Pattern INSIDE = Pattern.compile("[东西南北中]{1,2}部的");
    private static final Pattern JOINT = Pattern.compile("[、和与及]");
    private static final int LONGEST = 24;

    private final String text;
    private final Gazetteer names;
    private final Mentions mentions;
    private final Where document;
    private int sentence = -1;
    private int read;
    private Where current;

    private Places(String text, String title, Gazetteer names) {
        this.text = text;
        this.names = names;
        this.mentions = new Mentions(text, names);
        this.document = new DocumentPlace(text, names, mentions).of(title);
        this.current = document;
    }

    /** The places of a document with this title; the areas are those of the tables. */
    public static Places of(String text, String title, List<Area> areas) {
        return new Places(text, title, new Gazetteer(areas));
    }

    /** The place of a row of a table; that of the document where the row names none. */
    public Where named(String name) {
        if (WHOLE.matcher(name).matches()) {
            return document;
        }
        return names.at(name, 0, name.length(), false)
                .filter(found -> found.end() == name.length())
                .map(Found::place)
                .or(() -> PlaceForm.at(name, 0, name.length(), false)
                        .filter(place -> place.name().length() == name.length()))
                .map(place -> new Where(place, true))
                .orElse(Where.UNCERTAIN);
    }

    /**
     * Of which place a statement is. Statements are to be asked for in their order.
     *
     * @param from where its sentence begins
     * @param to where its number begins
     */
    public Where of(int from, int to) {
        if (from != sentence) {
            sentence = from;
            read = from;
            current = document;
        }
        for (; read < to; read++) {
            boolean begins = read == sentence || ENDS.indexOf(text.charAt(read - 1)) >= 0 || isListed(read);
            if (begins) {
                current = read > sentence && text.charAt(read - 1) == '；' ? document : current;
                current = subject(read, to).orElse(current);
            }
        }
        return current;
    }

    /** Whether a list goes on here after something counted: 甲县32件、乙县41件. */
    private boolean isListed(int at) {
        return text.charAt(at - 1) == '、'
                && (text.startsWith("占", at)
                        || COUNTED.matcher(text.substring(Math.max(sentence, at - 10), at))
                                .find());
    }

    /**
     * Several places that words list, and what is told of each of them: 甲县、乙县产量.
     *
     * @param rest the words after the last
     */
    public record Listed(List<Place> places, String rest) {}

    /** The places that words consist of, with no others before or between them; fewer than two are none. */
    public Optional<Listed> listed(String words) {
        List<Place> places = new ArrayList<>();
        int at = 0;
        boolean more = true;
        while (more) {
            Optional<Found> found = names.at(words, at, words.length(), true);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            places.add(found.get().place());
            at = found.get().end();
            more = JOINT.matcher(words).region(at, words.length()).lookingAt();
            at += more ? 1 : 0;
        }
        return places.size() > 1 ? Optional.of(new Listed(List.copyOf(places), words.substring(at))) : Optional.empty();
    }

    /** The place that a clause begins with. */
    private Optional<Where> subject(int from, int to) {
        Matcher lead = LEAD.matcher(text).region(from, to);
        int at = lead.lookingAt() ? lead.end() : from;
        Matcher local = LOCAL.matcher(text).region(at, to).useTransparentBounds(true);
        if (local.lookingAt()) {
            return Optional.of(meant(local.group("word").charAt(0), at));
        }
        if (COUNTRY.matcher(text).region(at, to).useTransparentBounds(true).lookingAt()) {
            return Optional.of(new Where(Place.CHINA, true));
        }
        boolean title = at < to && text.charAt(at) == '《';
        int name = title ? at + 1 : at;
        return located(at, to)
                .or(() -> names.at(text, name, Math.min(to, name + LONGEST), true))
                .filter(found -> !title
                        || FULL.matcher(text.substring(name, found.end())).matches())
                .map(found -> of(found, !title))
                .or(() -> zone(at, to));
    }

    /** The place of a clause such as 在甲省北部的乙县. */
    private Optional<Found> located(int at, int to) {
        int most = Math.min(to, at + LONGEST);
        if (at >= to || text.charAt(at) != '在') {
            return Optional.empty();
        }
        Optional<Found> outer = names.at(text, at + 1, most, true);
        Optional<Found> inner = outer.flatMap(found -> {
            Matcher inside = INSIDE.matcher(text).region(found.end(), most);
            return inside.lookingAt() ? names.at(text, inside.end(), most, true) : Optional.empty();
        });
        return inner.or(() -> outer).filter(found -> found.end() < text.length() && text.charAt(found.end()) == '，');
    }

    private Where of(Found found, boolean printed) {
        boolean several = found.end() < text.length()
                && SEVERAL.matcher(text).region(found.end(), text.length()).lookingAt();
        if (several) {
            return Where.UNCERTAIN;
        }
        Place own = document.place();
        boolean same = own != null && own.name().equals(found.place().name());
        return new Where(same ? own : found.place(), printed);
    }

    /** 高新区 of a place that has one is no place of its own here. */
    private Optional<Where> zone(int at, int to) {
        boolean zone = ZONE.matcher(text).region(at, to).lookingAt();
        return zone && (document.place() == null || !document.place().isChina())
                ? Optional.of(Where.UNCERTAIN)
                : Optional.empty();
    }

    /** What 全省, 我市 or 本县 means: the place of the document, the province that holds it, or the last such place named. */
    private Where meant(char word, int at) {
        Place own = document.place();
        if (own != null && own.isMeantBy(word)) {
            return new Where(own, true);
        }
        boolean local = own != null && !own.isChina();
        if (local && word == '省' && !own.within().isEmpty()) {
            return new Where(
                    names.at(own.within(), 0, own.within().length(), false)
                            .map(Found::place)
                            .orElse(new Place(own.within(), "", Level.PROVINCE, "")),
                    true);
        }
        return mentions.before(at, word).map(place -> new Where(place, true)).orElse(Where.UNCERTAIN);
    }
}
