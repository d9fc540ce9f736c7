package org.zhice.loader.extract.figure;

import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.figure.time.Time;

/** What holds no quantity though it may hold numbers: titles, quoted names, document numbers, what a ratio is of, times. */
final class Mask {
    private static final Pattern NAMES = Pattern.compile(
            "[0-9]{1,3}[—–\\-~～至到][0-9]{1,3}周?岁|[0-9]{1,3}周?岁(?:及?以[上下]|以内|的?[儿幼老青少学婴])|(?:19|20)[0-9]{2}[—–\\-~～至/](?:20)?[0-9]{2}(?:学年|[\\u4E00-\\u9FFF]{0,3}季)"
                    + "|[0-9]{1,2}月[0-9]{1,2}日?[至到—–\\-~～][0-9]{1,2}(?:月[0-9]{1,2})?日|(?:超过?|过|逾)?(?:[十百千]*[万亿]|[0-9]{1,5}[万亿])元(?:级|以上的?)?(?=企业|产业|集群|园区|龙头|镇|村)"
                    + "|(?:浏览|访问|点击|阅读)(?:次数|量|数|人数)?[：:\\s　][\\s　]*[0-9,]{1,12} ?次?(?![万亿人])|第 ?[0-9]{1,4} ?页(?:[，,／/ ]?共 ?[0-9]{1,4} ?页)?|共 ?[0-9]{1,4} ?页(?=[）)】。\\s]|$)"
                    + "|《[^》\\n]{0,200}+》|“[^”\\n]{1,40}”|〔[0-9]{4}〕[0-9]*|每(?:[0-9]++)?[一二三四五六七八九十百千万亿]*+(?:名|个|家|户|件|平方公里|元|亿元)?(?:人口|常住人口|就业人员|人|职工|企业|[R研]&?D?人员)?"
                    + "|(?<![0-9])[0-9]++(?:[—–\\-:：./][0-9]++){2,}+|(?<![0-9.])[0-9.]++[:：∶][0-9.]++|(?<![A-Za-z])[A-Za-z][A-Za-z0-9]{0,99}[\\-/ ]?[0-9]++|(?<![0-9])[0-9]++[GK](?![A-Za-z])|(?<![a-z])[a-z]{1,20}+://\\S++"
                    + "|(?<![0-9])[0-9]{1,2}时(?:[0-9]{1,2}分?)?(?![0-9])"
                    + "|(?<=[（(])(?:以下简称|下同)[^）)]{0,200}+");
    private static final Pattern NUMBERING = Pattern.compile(
            "(?m)^ *(?:第[一二三四五六七八九十百]+[章节条]|[一二三四五六七八九十]+(?:、|是|要)|（[一二三四五六七八九十0-9]+）|[0-9]{1,3}[.．、）](?![0-9])|[①-⑳])");
    private static final Pattern RANKED = Pattern.compile(
            "[在从](?:[^，。；]{0,8}(?:上榜|入围|排名|榜单|前)[^，。；]{0,6})的?[0-9]+[家个名位强](?=[^，。；]*中(?![心国介医学小央西部]))");

    private Mask() {}

    static BitSet of(String text, int from, int to, List<Time> times) {
        BitSet mask = new BitSet();
        for (Pattern pattern : List.of(NAMES, NUMBERING, RANKED)) {
            Matcher matcher = pattern.matcher(text).region(from, to);
            while (matcher.find()) {
                mask.set(matcher.start(), matcher.end());
            }
        }
        times.forEach(time -> mask.set(time.start(), time.end()));
        return mask;
    }

    /** The times that stand in no title and no quoted name. */
    static List<Time> free(String text, int from, int to, List<Time> times) {
        BitSet names = new BitSet();
        Matcher matcher = NAMES.matcher(text).region(from, to);
        while (matcher.find()) {
            names.set(matcher.start(), matcher.end());
        }
        return times.stream()
                .filter(time -> names.get(time.start(), time.end()).isEmpty() || isWhole(text, time))
                .toList();
    }

    private static boolean isWhole(String text, Time time) {
        String words = text.substring(time.start(), time.end());
        return words.indexOf('“') >= 0 && words.indexOf('”') >= 0;
    }
}
