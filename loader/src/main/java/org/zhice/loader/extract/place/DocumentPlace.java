package org.zhice.loader.extract.place;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.place.Gazetteer.Found;

/**
 * Of which place a whole document tells: its title says it, or who issued it in its first and last lines, or words such as
 * 全省 all through it.
 */
final class DocumentPlace {
    private static final Pattern TITLE_LEAD = Pattern.compile(
            "(?:[\\s\u3000《]|中共|关于|印发|转发|国家税务总局|国家统计局|中国人民银行|中华人民共和国(?=.{0,6}海关)|(?:[0-9]{4}|[〇零一二三四五六七八九○]{4})年度?|上半年|前三季度|[一二三四]季度)*");
    private static final Pattern NATIONAL = Pattern.compile("全国|中国|我国|国家|国务院|最高人民|海关总署|中华人民|中共中央|中央|全国人大|各省");
    private static final Pattern COURT =
            Pattern.compile("(?!最高|人民|知识)[\\u4E00-\\u9FFF]{2,4}?(?=高院|中院|海关|(?:高级|中级)?人民法院|法院|检察院)");
    private static final Pattern ISSUER =
            Pattern.compile("[\\u4E00-\\u9FFF]{0,16}(?:政府|局|厅|委员会|委|法院|检察院|海关|办公室|办公厅|院|中心)(?:文件)?[\\s\u3000]*");
    private static final Pattern LOCAL = Pattern.compile("[全我本](?<word>[省市县区州旗乡镇])(?![场域民值面容间])");
    private static final Pattern LOCAL_BODY = Pattern.compile(
            "(?m)(?:^|[，。；：、（从由经据])(?:省|市|县|区|旗)(?:委|政府|[\\u4E00-\\u9FFF]{1,8}[局厅委办])|[本我该](?:院|关|局|厅|镇|乡|街道|园区)");
    private static final Pattern COUNTRY = Pattern.compile("全国|我国");
    private static final Pattern NO_HEADING = Pattern.compile("[：。；]$|日报|电$|来源|网");
    private static final int HEADINGS = 8;
    private static final int HEAD = 12;
    private static final int TAIL = 8;
    private static final int LONGEST_ISSUER = 40;

    private final String text;
    private final Gazetteer names;
    private final Mentions mentions;

    DocumentPlace(String text, Gazetteer names, Mentions mentions) {
        this.text = text;
        this.names = names;
        this.mentions = mentions;
    }

    Where of(String title) {
        Optional<Where> said = title(title).or(this::head).or(this::issuer);
        return said.orElseGet(this::local);
    }

    private Optional<Where> title(String title) {
        Matcher lead = TITLE_LEAD.matcher(title);
        int from = lead.lookingAt() ? lead.end() : 0;
        Optional<Found> found = names.at(title, from, title.length(), false);
        if (found.isPresent()) {
            return found.map(place -> new Where(place.place(), false));
        }
        if (NATIONAL.matcher(title).find()) {
            return Optional.of(new Where(Place.CHINA, false));
        }
        Matcher court = COURT.matcher(title).region(from, title.length());
        return court.lookingAt()
                ? Optional.of(mentions.named(court.group())
                        .map(place -> new Where(place, false))
                        .orElse(Where.UNCERTAIN))
                : Optional.empty();
    }

    /** The place that one of the first lines begins with, as a heading does and an address does not. */
    private Optional<Where> head() {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .limit(HEADINGS)
                .filter(line -> line.length() <= LONGEST_ISSUER
                        && !NO_HEADING.matcher(line).find())
                .flatMap(line -> names.at(line, 0, line.length(), false).stream())
                .map(found -> new Where(found.place(), false))
                .findFirst();
    }

    /** The place of an issuer that stands alone in one of the first or the last lines. */
    private Optional<Where> issuer() {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean outer = i < HEAD || i >= lines.size() - TAIL;
            Optional<Found> found = outer && line.length() <= LONGEST_ISSUER
                    ? names.at(line, 0, line.length(), false)
                    : Optional.empty();
            if (found.isPresent()
                    && ISSUER.matcher(line)
                            .region(found.get().end(), line.length())
                            .matches()) {
                return found.map(place -> new Where(place.place(), false));
            }
        }
        return Optional.empty();
    }

    /** Where 全省 and the like are said more often than 全国, the place that they mean, or none that is certain. */
    private Where local() {
        Map<Character, Integer> words = new HashMap<>();
        Matcher local = LOCAL.matcher(text);
        int said = 0;
        while (local.find()) {
            words.merge(local.group("word").charAt(0), 1, Integer::sum);
            said++;
        }
        long country = COUNTRY.matcher(text).results().count();
        if (said <= country && (country > 0 || !LOCAL_BODY.matcher(text).find())) {
            return country > 0 || NATIONAL.matcher(text).find() ? new Where(Place.CHINA, false) : Where.UNCERTAIN;
        }
        if (said == 0) {
            return Where.UNCERTAIN;
        }
        char most = words.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
        return mentions.chief(most).map(place -> new Where(place, false)).orElse(Where.UNCERTAIN);
    }
}
