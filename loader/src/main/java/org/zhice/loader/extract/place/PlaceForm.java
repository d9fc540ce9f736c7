package org.zhice.loader.extract.place;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.place.Place.Level;

/** What has the form of the name of a place: a few characters and 省, 市, 县, 区 and the like, and no common word. */
final class PlaceForm {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}&&[^的在和与及对为各省市县区全我本]]{1,7}?"
            + "(?<kind>省|自治区|自治州|自治县|特别行政区|市(?![场民值面容盈])|县(?![域])|区(?![域块间])|旗(?![帜下舰手袍号])|乡|镇)");
    private static final Pattern COMMON = Pattern.compile("城市|.[乡镇旗]|.*(?:[节反外邻跨两]省"
            + "|(?:示范|试点|重点|中心|智慧|大|小|中等|生态|文明|旅游|县级|省会|新型|沿海|老旧)城市|[上股都超集夜门楼入地直]市|[郡强]县|[园社地山片灾景城小辖特专林牧库湖矿街学军老郊校厂分]区"
            + "|(?:示范|试验|自贸|高新|经开|开发|保税|功能|先行|合作|集聚|创新|引领|核心|保护|贸易|产业|试点|贫困|重点|聚集|建设)(?:区|县|市|省|乡|镇)"
            + "|[红国党彩锦军团授战]旗|[城家返下水]乡|[城乡小重]镇)");

    /** In prose a name is short, and what opens with a verb or a word of size is none. */
    private static final Pattern IN_PROSE = Pattern.compile(
            "(?!新[建增改]|建[设成立]|打造|推[进动广]|支持|创建|全面|实施|开展|加快|提升|形成|培育|覆盖|设立|增设|改[造建]|扩建|整治|发展|深入|持续|所有|其[他中]|部分|多个|若干|[东中西南北]部|沿[海江边]|周边|省级|市级|县级|国家|各级|一批|经济|人口|商业|工业|居民|农村|乡村|年底|月底|完成|实现|达到|组织|协调|分[别布]|评选|记者|联合|会同[省市]|协同|配合|提前|前建|前往|争取|获得|荣获|入选|列入|通过|报送|印发|出台|召开|举办|参加|承办|走访|检查|抽检|查处|办理|受理|审结|涉及|来自|面向|服务|助力|带动|辐射|惠及|依托|围绕|根据|按照|随着|截至|经过|除了|对于|关于|位于|其余|另有|还有|共有|含有|以及|成为|作为|已|把|被|让|请|赴|据|由|向|没|选择|选取|确定|认定|公布|指导|[某每该此])"
                    + "(?:[\\p{IsHan}&&[^某]]{1,2}[\\p{IsHan}&&[^某从由向为到据于经将并使让被把给按比是有该此其前后]](?:省|市|县|旗)|\\p{IsHan}{2,7}(?:自治[区州县]|[左右]翼[前中后]?旗))");

    private PlaceForm() {}

    /** @param prose whether the name stands in a sentence rather than at the head of a title */
    static Optional<Place> at(String text, int from, int to, boolean prose) {
        Matcher name = NAME.matcher(text).region(from, to).useTransparentBounds(true);
        if (!name.lookingAt()
                || COMMON.matcher(name.group()).matches()
                || (prose && !IN_PROSE.matcher(name.group()).matches())) {
            return Optional.empty();
        }
        return Optional.of(new Place(name.group(), "", level(name.group("kind")), ""));
    }

    static Level level(String kind) {
        return switch (kind) {
            case "省", "自治区", "特别行政区" -> Level.PROVINCE;
            case "市", "自治州" -> Level.CITY;
            case "县", "自治县", "区", "旗" -> Level.COUNTY;
            default -> Level.OTHER;
        };
    }
}
