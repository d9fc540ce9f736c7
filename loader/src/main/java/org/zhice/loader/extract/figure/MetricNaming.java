package org.zhice.loader.extract.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.place.Where;

/**
 * Forms the names of what the figures of a paragraph count, in their order: from the words beside a number, and for a
 * share, a change or a bare verb also from the figure before it.
 */
final class MetricNaming {
    private static final Pattern BEFORE = Pattern.compile(
            "^(?:(?:截至|到)?(?:19|20)[0-9]{2}年(?:[0-9]{1,2}月)?[底末]?|[0-9]{1,2}月[底末]?|年[底末]|前(?!沿|海|三|端|期)|[全我本][国省市县区州旗](?!场|性)|当地|[本该我](?:院|局|关|厅|镇|乡|园区)|(?:19|20)[0-9]{2}[—–\\-](?:20)?[0-9]{2}(?:学年|[\\u4E00-\\u9FFF]{0,3}季)|提前|已(?=建|完|开|办|有|提)|联合[^，。；]{1,10}?[局厅委院](?=检查|查处|开展)|共(?=受理|查|审|办)|其中|目前|同时|共有|现有|拥有|累计|合计|首次|上述|平均为|以及|[，、：；和及与并的了将仍也均等])+");
    private static final Pattern POLICY =
            Pattern.compile("^(?:培育|布局|实现|推广|安排|建成|达到|形成|力争|确保|推动|促进|带动|支持|完成|使|对)(?=.{3})");
    private static final Pattern AFTER =
            Pattern.compile("(?:首次|已经?|分别|依次|占比?(?=$)|每年|同比|环比|预计|不足|共计|合计|累计|达到?|共有|拥有(?=$)|均?为|[约近超共均达为的了至到，、：])+$");
    private static final Pattern SHARE_ALONE = Pattern.compile("^(?:占.*|.{0,2}比重|.{0,2}占比|.{0,2}比例|份额)?$");
    private static final Pattern SHARE_NAME = Pattern.compile(".*(?:率|比|比重|比例|占比|份额|程度)$");
    private static final String DONE = "审结|结案|办结|授权|注册|采纳|立案|核准|登记|批准|回收|回复|办理|兑现|处置|完成|公布|驳回";
    private static final Pattern VERB_ALONE = Pattern.compile("(?:" + DONE + ")(?:量|数|件)?");
    private static final Pattern VERB = Pattern.compile("(?:共|新)?(?:受理|新收|收到|接到|接收|申请|收案|立案|" + DONE + ")(?:了|量|数)?");
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9.“”《》（）—\\-、]{2,30}");
    private static final Pattern MEASURE =
            Pattern.compile("(?:[\\u4E00-\\u9FFF]{2}率|占比|比重|总?产量|产值|增加值|(?:播种|种植|养殖)?面积|销售额|销售收入|出口额|进口额)$");
    private static final Pattern ATTRIBUTE = Pattern.compile("总?产量|单产|亩产|总?产值|增加值|(?:播种|种植)面积|销售额|出口额|进口额");
    private static final Pattern MEASURED = Pattern.compile(".*(?:[率比重量值额积入数费款度]|收支|时间|期限)");
    private static final int MEMBER = 8;
    private static final int NEAR = 48;

    private final String text;
    private final Respectively respectively;
    private final List<String> levels = new ArrayList<>();
    private String last = "";
    private Unit unit = Unit.NONE;
    private int sentence = -1;

    MetricNaming(String text, Respectively respectively) {
        this.text = text;
        this.respectively = respectively;
    }

    /**
     * The name, or empty where the words form none.
     *
     * @param noun what the words beside the number say is counted
     * @param where of which place it is; its name is no part of the metric's
     * @param dealt whether its words list places, each with a quantity of its own
     */
    String name(Statement statement, String noun, String statistic, Where where, boolean dealt) {
        if (sentence != statement.sentence()) {
            sentence = statement.sentence();
            levels.clear();
            last = "";
        }
        String name = NAME.matcher(form(statement, without(where, plain(noun)), statistic, dealt))
                .results()
                .map(found -> found.group())
                .findFirst()
                .orElse("");
        boolean level = statistic.equals(Statistic.LEVEL) || statistic.equals(Statistic.CUMULATIVE);
        if (level) {
            levels.add(name);
        }
        last = name.isEmpty() ? last : name;
        unit = level ? statement.quantity().unit() : unit;
        return name;
    }

    private String form(Statement statement, String noun, String statistic, boolean dealt) {
        boolean changes = statistic.equals(Statistic.CHANGE)
                || statistic.equals(Statistic.DIFFERENCE)
                || statistic.startsWith("growth");
        Respectively.Place place = respectively.of(statement);
        if (place != null && place.count() > 1 && !dealt) {
            String own = listed(statement, place);
            String paired = own.isEmpty() && changes ? before(place) : own;
            if (!paired.isEmpty()) {
                return statistic.equals(Statistic.SHARE) ? share(paired) : paired;
            }
        }
        boolean share =
                statistic.equals(Statistic.SHARE) || statistic.equals(Statistic.DIFFERENCE) || noun.endsWith("比重");
        if (share && SHARE_ALONE.matcher(noun).matches()) {
            return last.isEmpty() ? "" : share(last);
        }
        if (statistic.equals(Statistic.SHARE)) {
            return share(noun);
        }
        if (noun.isEmpty()) {
            return last;
        }
        String carried = carried(statement, noun, statistic);
        if (!carried.isEmpty()) {
            return carried;
        }
        return VERB_ALONE.matcher(noun).matches() ? done(noun) : noun;
    }

    /** What is measured goes on for the members that follow: 竹席合格率98%，竹帘97%; 竹面积3亩，产量5吨. */
    private String carried(Statement statement, String noun, String statistic) {
        Matcher measure = MEASURE.matcher(last);
        if (!statistic.equals(Statistic.LEVEL) || !measure.find() || noun.length() > MEMBER) {
            return "";
        }
        if (ATTRIBUTE.matcher(noun).matches()) {
            return last.substring(0, measure.start()) + noun;
        }
        boolean percent = statement.quantity().unit().unit().equals("PERCENT");
        boolean ratio = SHARE_NAME.matcher(last).matches();
        boolean same = percent ? ratio : !ratio && statement.quantity().unit().equals(unit);
        return same && !MEASURED.matcher(noun).matches() ? noun + measure.group() : "";
    }

    private static String without(Where where, String noun) {
        String place = where.place() == null ? "" : where.place().name();
        if (place.isEmpty() || !noun.startsWith(place)) {
            return noun;
        }
        String rest = plain(noun.substring(place.length()));
        return rest.length() < 2 ? noun : rest;
    }

    private static String share(String name) {
        return SHARE_NAME.matcher(name).matches() ? name : name + "占比";
    }

    /** One of as many things as quantities, listed right before 分别: 绿茶、红茶产量分别增长. */
    private String listed(Statement statement, Respectively.Place place) {
        String[] things = list(statement, place).split("[、和与及]+", -1);
        return things.length == place.count() ? plain(things[place.place()]) : "";
    }

    private String list(Statement statement, Respectively.Place place) {
        int from = Statement.begin(text, Math.max(statement.sentence(), place.word() - NEAR), place.word(), "，。；：\n");
        return plain(text.substring(from, place.word()));
    }

    /** What 分别 and the like deal out in the clause of a statement: words, place and number; null where nothing is. */
    Dealt dealt(Statement statement) {
        Respectively.Place place = respectively.of(statement);
        return place == null || place.count() < 2
                ? null
                : new Dealt(list(statement, place), place.place(), place.count());
    }

    record Dealt(String words, int place, int count) {}

    /** Of the figures right before, as many as 分别 has, the one at the same place. */
    private String before(Respectively.Place place) {
        int at = levels.size() - place.count() + place.place();
        return levels.size() >= place.count() ? levels.get(at) : "";
    }

    /** 新收竹案5件，审结4件: 审结竹案. */
    private String done(String verb) {
        Matcher before = VERB.matcher(last);
        if (!before.find()) {
            return last.isEmpty() || last.length() > NEAR / 3 ? verb : last + verb;
        }
        return last.substring(0, before.start()) + verb + last.substring(before.end());
    }

    private static String plain(String noun) {
        String words = POLICY.matcher(BEFORE.matcher(noun).replaceFirst("")).replaceFirst("");
        return AFTER.matcher(words).replaceFirst("");
    }
}
