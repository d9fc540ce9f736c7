package org.zhice.loader.extract.duty;

import java.util.List;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.DutyForm;
import org.zhice.loader.extract.clean.word.Resource;

/** The words of a duty that are no names. */
final class DutyWords {
    private static final String MORE = "等(?!院校|学校|教育|级)(?:各|有关|相关|多个|\\d+个|国务院|中央|省级|市级|县级|区级|省直|市直|区直|县直|职能|主管|成员|地方)*"
            + "(?:部门|单位|部委|机构|成员单位|处室|科室|司局|委办局|方面)?(?:（[^（）]{1,6}）)?(?:(?:[和及、]|以及)(?:有关|相关)?(?:部门|单位|机构|处室|企业)(?=[、，；。）按共分联负牵配参协承落实推组根依各]|$))?";
    private static final String DIVIDED =
            "(?:(?:按照?|根据|依据?)(?:照)?(?:各自)?(?:的)?(?:工作)?(?:职责|职能|分工)(?:范围|权限)?(?:内)?(?:[和及、]?(?:任务)?(?:分工|职责|权限))?)";
    private static final String MANNER =
            "(?:分别|共同|联合|分工|具体|统筹|各自|分头|一并|全力|积极|密切|认真|同步|结合(?:各自|本地|自身|本地区|本部门)?(?:的)?(?:实际|职责|职能|工作)(?:情况)?|因地制宜|抓好|做好|按要求)";
    private static final String LEADS = "(?:总?牵头(?:负责|组织|推进|落实|实施|抓总|统筹|总)*|负总责|总负责|为主)";
    private static final String HELPS = "(?:(?:给予|予以|做好|指导)?(?:参与|参加|配合|协助|协同|支持)(?:负责|落实|做好|实施|推进|完成|工作)?)";
    private static final String DOES = "(?:(?:组织|具体|推进)?(?:负责|承担|实施|落实|推进|承办|办理|执行|开展)(?:落实|实施|推进|组织|完成|抓好)*)";

    /** What may stand right after the names. */
    static final Pattern TAIL = Pattern.compile("(?<open>" + MORE + ")?(?:" + DIVIDED + "|" + MANNER + ")*(?<verb>"
            + LEADS + "|" + HELPS + "|" + DOES + ")?");

    /** What stands between the last name and the end of a clause that says a duty. */
    static final String END_OF_DUTY = "(?:" + MORE + ")?(?:" + DIVIDED + "|" + MANNER + ")*(?<verb>" + LEADS + "|"
            + HELPS + "|(?:组织)?(?:负责|承办)(?:落实|实施|推进|组织|完成|抓好|办理)*|(?<=[工责好])落实|(?<=[工责])(?:组织)?实施|(?<=[工责])推进)";

    static final Pattern LEADING = Pattern.compile(LEADS);
    static final Pattern HELPING = Pattern.compile(HELPS);

    /** What ends words that are no name. */
    static final Pattern STOP = Pattern.compile("[、，/ ]|" + DIVIDED + "|" + LEADS + "|" + HELPS + "|" + DOES);

    static final Pattern FOLLOW = Pattern.compile("[、，；。：/ （]|[和及与]|以及|会同|商|并|" + MORE + "|" + DIVIDED + "|" + MANNER
            + "|" + LEADS + "|" + HELPS + "|" + DOES);

    static final Pattern BY_DIVISION =
            Pattern.compile("按照?(?:各自)?(?:工作)?(?:职责|分工|职能)|(?:根据|依据?)(?:各自)?(?:职责|职能|分工)|分别负责|分工负责|分工落实|各负其责");

    /** Words that join a name to those before it. */
    static final Pattern JOINT = Pattern.compile("(?:[、，,/ 　]|和|及|与|以及|并|或|其中)+|由|请|分别由|并由");

    static final Pattern CALLS_IN = Pattern.compile("(?:并|由|积极|负责)?(?:会同|会商|商请|商|协同|联合|协调)");

    private static final String TIME =
            "(?:截至|截止|力争|确保|到|于|每年|“?十[一二三四五六七]五”?)?(?:20\\d\\d(?:年|[—\\-－至.]|$)|\\d{1,2}月|第?[一二三四]季度|[上下]半年|年[内底终末初]|年度内|全年|今年|当年|每年|每半年|每季度|每月|近期|中长期|“?十[一二三四五六七]五”?|常年|全程)";
    private static final String PACE =
            "(?:按照?)?(?:持续|长期|常态化?|滚动|适时|按时|按期|同步|分阶段|分步|分年度|及时|立即|抓紧|时间节点|节点|进度|计划|年度|要求)+(?:推进|实施|开展|完成|坚持|落实|更新|进行)?";

    static final Pattern DEADLINE =
            Pattern.compile("[ ，]*(?:(?:完成|办结|实施|推进|落实)?(?:时限|时间|期限|进度|节点)(?:节点|要求|安排)?(?:[:：]|为).*|" + TIME + ".*|"
                    + PACE + ".{0,8})");
    static final Pattern LATE_DEADLINE = Pattern.compile("(?<=" + DutyForm.VERB + ") ?(?:" + TIME + "|" + PACE
            + ").*$|[ 　](?:(?:完成|办结|实施|推进|落实|工作)?(?:时限|时间|期限|进度|节点)(?:要求|安排|节点)? ?[:：]|(?:20\\d\\d年|\\d{1,2}月)).*$");

    private static final String CALLED = "(?:单位|部门|主体|机构|处室|科室|地区)(?:（(?:单位|部门)）)?";
    static final Pattern LABEL = Pattern.compile(
            "(?:(?:省|市|县|区|州)(?:级|直)|国家|地方|[甲乙丙丁])?(?:(?<lead>" + DutyForm.LEAD + "|牵头(?= ?[:：]))|(?<part>"
                    + DutyForm.PART + "|(?:配合|参与|协办|协同)(?= ?[:：]))|(?<listed>" + DutyForm.LISTED
                    + "|(?:责任|负责|承办|落实)(?= ?[:：])|[\\u4E00-\\u9FFF]{0,4}" + CALLED + "(?= ?[:：])))");
    static final Pattern INNER_LABEL = Pattern.compile(
            "(?<![\\u4E00-\\u9FFF]) ?(?=" + DutyForm.LABEL + " ?[:：])| ?(?=(?:牵头|配合|责任)" + CALLED + " ?[:：])");

    private static final List<List<String>> SCOPES = Resource.rows(DutyWords.class, "scope.tsv");

    /** A clause that names nobody. */
    static final Pattern RULE = scope("rule");

    /** A label whose words name nobody, up to the next label or semicolon. */
    static final Pattern SCOPE = scope("after");

    private DutyWords() {}

    private static Pattern scope(String kind) {
        return Pattern.compile(SCOPES.stream()
                .filter(row -> row.get(0).equals(kind))
                .map(row -> row.get(1))
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow());
    }
}
