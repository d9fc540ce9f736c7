package org.zhice.loader.extract.place;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.place.Place.Level;

/** What has the form of the name of a place: a few characters and 省, 市, 县, 区 and the like, and no common word. */
final class PlaceForm {
    private static final Pattern NAME = Pattern.compile("[\\u4E00-\\u9FFF&&[^的在和与及对为各省市县区全我本]]{1,7}?"
            + "(?<kind>省|自治区|自治州|自治县|特别行政区|市(?![场民值面容盈])|县(?![域])|区(?![域块间])|乡|镇)");
    private static final Pattern COMMON = Pattern.compile(".*(?:[节反外邻跨两]省"
            + "|[城上股都超集夜门楼入地直]市|[郡强]县|[园社地山片灾景城小辖特专林牧库湖矿街学军老郊校厂分]区"
            + "|(?:示范|试验|自贸|高新|经开|开发|保税|功能|先行|合作|集聚|创新|引领|核心|保护|贸易|产业|试点|贫困|重点|聚集|建设)(?:区|县|市|省|乡|镇)"
            + "|[城家返下水]乡|[城乡小重]镇)");

    private PlaceForm() {}

    /** @param least how many characters the name has before 省, 市 and the like */
    static Optional<Place> at(String text, int from, int to, int least) {
        Matcher name = NAME.matcher(text).region(from, to).useTransparentBounds(true);
        if (!name.lookingAt()
                || name.start("kind") - from < least
                || COMMON.matcher(name.group()).matches()) {
            return Optional.empty();
        }
        return Optional.of(new Place(name.group(), "", level(name.group("kind")), ""));
    }

    static Level level(String kind) {
        return switch (kind) {
            case "省", "自治区", "特别行政区" -> Level.PROVINCE;
            case "市", "自治州" -> Level.CITY;
            case "县", "自治县", "区" -> Level.COUNTY;
            default -> Level.OTHER;
        };
    }
}
