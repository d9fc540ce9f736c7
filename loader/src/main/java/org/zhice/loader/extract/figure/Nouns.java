package org.zhice.loader.extract.figure;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is counted, in the words of the document. */
final class Nouns {
    private static final String HAN = "[\\u4E00-\\u9FFF]";
    private static final Pattern LEADING_VERB = Pattern.compile(
            "(?:达到?|为|是|至|到|占|有|共|超|近|增长|增加|提高|提升|上升|下降|减少|[压缩升降增扩]\\S?[至到]|突破|分别|约|由|从|以来|比重|比例|增速|增幅|率)了?$");
    private static final Pattern WEAK = Pattern.compile(
            "(?:[，、]|其中|同比|年均|累计|共计|总计|合计|全年|分别|均|已|又|再|也|还|了|达到?|为|是|至|到|占|有|共|约|由|从|比|较|上年|去年|增长|增加|提高|提升|上升|下降|减少|压减|压缩|缩短|扩大|升|降|高|低|的|数量|保持|稳定在|控制在|连续|实现|年)+$");
    private static final Pattern RIGHT =
            Pattern.compile("^(?:的)?(?![和与及占在从]|提升|提高|增|压[减缩]|缩|下降|减少|扩大|上升|[升降]|跃升|减|以上|左右|开展|进行|实施|建立|出台|印发|制定)("
                    + HAN + "{2,24}?)(?=$|[^\\u4E00-\\u9FFF]|开展|进行|实施|建立|出台|印发|制定|完成|提供|入选|参与)");
    private static final Pattern TIME = Pattern.compile(
            "^(?:截至|到)?(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?[底末]?|(?:由|从)(?:(?:19|20)[0-9]{2}|“|[上去]年).*$"
                    + "|(?<!《)(?:(?:19|20)[0-9]{2}年[底末]?|(?:连续|近)?[一二三四五六七八九十两]{1,2}年(?!级)|目前|上年|去年)[的\\u4E00-\\u9FFF]{0,4}$|(?:由|从)$");
    private static final Pattern OPENING = Pattern.compile("^(?:全年|目前|其中|共(?![同享建用有])|累计|全国|我国|年底|年末|建成)*");
    private static final Pattern SUBJECT = Pattern.compile("[\\u4E00-\\u9FFFA-Za-z0-9.“”《》—（）\\-]{2,30}$");

    private Nouns() {}

    /** The noun of a statement; where its clause names none, that of the statement before it in the sentence. */
    static String of(Statement statement, String before) {
        String left = statement.left();
        boolean counter = statement.quantity().unit().isCounter()
                || statement.quantity().unit().kind() == Unit.Kind.BARE;
        Matcher right = RIGHT.matcher(statement.right());
        boolean governed = LEADING_VERB.matcher(left).find();
        if (counter && right.find() && !(governed && !subject(left).isEmpty())) {
            return right.group(1);
        }
        String subject = subject(left);
        return subject.isEmpty() ? before : subject;
    }

    private static String subject(String left) {
        String words = WEAK.matcher(TIME.matcher(left).replaceAll("")).replaceFirst("");
        Matcher subject = SUBJECT.matcher(words);
        return subject.find() ? OPENING.matcher(subject.group()).replaceFirst("") : "";
    }
}
