package org.zhice.loader.extract.duty;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhice.loader.extract.clean.word.Resource;

/** The form of the name of a body: its last words, what it never begins with, and the names of many bodies together. */
public final class AgencyForm {
    static final int LONGEST = 40;

    /** What may stand after a name: a sign, a joint, or a word on the duty. */
    static final String FOLLOW = "(?=[、，,；;。：:）)\\]】〕/ 　\\n和及与等按根依分共联负牵配参协落承实推组指具结做统抓会由全各]|以及|$)";

    private static final String NESTED = "(?:（[^（）]{1,20}）)";
    private static final String UNIT =
            "(?:自治区|自治州|自治县|直辖市|设区市|地级市|县级市|计划单列市|区县|县区|市县|县市|市区|市州|州市|盟市|旗县|省区|省市|省份|乡镇|镇街|街镇|街乡|镇乡|地市|园区|开发区|高新区|经开区|功能区|新区|省|市|州|盟|县|区|旗|镇|乡|街道|村|社区)"
                    + NESTED + "?";
    private static final String RULE = "(?:人民政府|政府|党委和人民政府|党委和政府|党委、人民政府|党委、政府|党委政府|党委|管委会|人民法院|法院|检察院|街道办事处|办事处|工委)";
    private static final String MANY = "(?:部门|单位|机构|委办局|司局|处室|科室|地区|地方|地|企业|高校|院校|学校|协会|商会|学会|组织|媒体|党派|主体|平台|园区|方面|分局|"
            + RULE + "|[局委办厅所站院区县市镇乡州旗村科处室])" + NESTED + "?";
    private static final String AND_MORE =
            "(?:(?:[和及、]|以及)(?:有关|相关|各有关|各相关)?(?:单位|部门|机构|企业|地区|地方|处室|科室|社会组织)" + NESTED + "?" + FOLLOW + ")?";
    private static final String WHOSE =
            "(?:国务院|中央(?:和国家机关)?|国家|省|自治区|市|州|盟|区|县|旗|[\\u4E00-\\u9FFF]{1,3}?[省市州县区])?(?:直|级|属|委|政府)?";

    private static final Pattern EACH = Pattern.compile(
            "(?:全[国省市区县州]|机关|局属?|厅属?|委属?|联席会议|领导小组|市委、市政府|省委、省政府|" + WHOSE + ")(?:机关)?各(?:级|有关|相关|类)*(?:(?:" + UNIT
                    + "(?:[、和及]" + UNIT + ")*(?:" + RULE + ")?" + NESTED + "?" + FOLLOW + ")|(?:[^、，；：。（）\\n各]|"
                    + NESTED + "){0,20}?" + MANY + FOLLOW + ")" + AND_MORE);
    private static final Pattern CONCERNED =
            Pattern.compile(WHOSE + "(?:的)?(?:其他|其它)?(?:有关|相关|相应)(?:职能|主管|责任|成员|行业|直属)?(?:部门|单位|机构|部委|委办局|企业|处室|科室)"
                    + NESTED + "?" + FOLLOW + AND_MORE);
    private static final Pattern OPEN =
            Pattern.compile("(?:(?:其他|其它)?(?:有关|相关|相应)(?:职能|主管|责任|行业)?|其他|其它)(?:部门|单位|机构|部委|委办局|方面)" + NESTED + "?"
                    + FOLLOW + AND_MORE);

    private static final String BODY_HEADS = heads("body");
    private static final Pattern BODY = Pattern.compile(".*?(?:" + BODY_HEADS + ")$");
    private static final Pattern PLACE = Pattern.compile("[\\u4E00-\\u9FFF]{1,12}?(?:" + heads("place") + ")$");
    private static final Pattern NOT = Pattern.compile(heads("not"));
    private static final Pattern FIRST =
            Pattern.compile("^(?:等|和|及|与|或|并|的|由|请|按|根据|依|将|把|为|在|对|以|经|从|不|可|应|需|要|其|该|此|如|即|指|见|详见|参|含|包括|"
                    + "除|推进|推动|加强|落实|开展|建立|完善|实施|制定|涉及|分别|共同|联合(?!会|国)|具体|负责|牵头|配合|会同|进口|出口|完成|持续|适用)");
    private static final Pattern WITHIN =
            Pattern.compile("[的了是“”《》：；。，？！=+]|牵头|负责(?!人)|配合|会同|按照?|根据|执行|规定|结合|等(?!院校|学校|教育|级)|以及|为主");
    private static final Pattern NAMED = Pattern.compile("(?:" + BODY_HEADS + ")" + FOLLOW);
    private static final Pattern BRACKET = Pattern.compile("（[^（）]*）");
    /** An office within a body is another thing than the body. */
    private static final Pattern SECOND_NAME = Pattern.compile("（[^（）]*(?<!司|处|科|室|中心)）$");

    private AgencyForm() {}

    private static String heads(String kind) {
        return Resource.rows(AgencyForm.class, "heads.tsv").stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> row.get(1))
                .collect(Collectors.joining("|"));
    }

    /** Whether a text has the form of the name of a body, or of many bodies together. */
    public static boolean isBody(String name) {
        String bare = bare(name);
        return isCollective(name) || (isName(bare) && BODY.matcher(bare).matches());
    }

    /** Whether a text has the form of the name of an area, which in a list of duties means its government. */
    static boolean isPlace(String name) {
        String bare = bare(name);
        return isName(bare) && PLACE.matcher(bare).matches();
    }

    private static boolean isName(String bare) {
        return bare.length() > 1
                && bare.length() <= LONGEST
                && !FIRST.matcher(bare).lookingAt()
                && !WITHIN.matcher(bare).find()
                && !NOT.matcher(bare).matches();
    }

    /** A name without what stands in brackets. */
    static String bare(String name) {
        return BRACKET.matcher(name).replaceAll("");
    }

    /** A name without the second name of the same body. */
    static String first(String name) {
        return SECOND_NAME.matcher(name).replaceAll("");
    }

    /** Whether a text names many bodies together, such as 各县（市、区）人民政府. */
    static boolean isCollective(String name) {
        return EACH.matcher(name).matches() || CONCERNED.matcher(name).matches();
    }

    /** Whether a text only says that there are more bodies, such as 有关部门. */
    static boolean isOpen(String name) {
        return OPEN.matcher(name).lookingAt();
    }

    /** One past the last character of a name of many bodies that begins at a place, or -1. */
    static int collectiveEnd(String text, int at, int to) {
        for (Pattern pattern : new Pattern[] {EACH, CONCERNED}) {
            Matcher matcher = pattern.matcher(text).region(at, to);
            if (matcher.lookingAt()) {
                return matcher.end();
            }
        }
        return -1;
    }

    /** Whether a body is named anywhere in a stretch of text. */
    public static boolean isNamedIn(String text, int from, int to) {
        return NAMED.matcher(text).region(from, to).useTransparentBounds(true).find();
    }
}
