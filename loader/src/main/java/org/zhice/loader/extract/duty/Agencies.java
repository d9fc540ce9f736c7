package org.zhice.loader.extract.duty;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhice.loader.extract.rows.Body;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.extract.rows.Lexicon.Agency;
import org.zhice.loader.extract.rows.NearNames;

/** The names of agencies in one document: where one ends, and whom it means. */
public final class Agencies {
    private static final Pattern JOINT = Pattern.compile("以及|[和及与]");
    private static final Pattern LEVEL = Pattern.compile("[省市县区州]");
    private static final int SHORTEST = 2;
    /** Bodies that every place has. */
    private static final Pattern OF_A_PLACE = Pattern.compile(
            ".{1,12}(?:[局委办厅部]|委员会|办公室|法院|检察院|[妇残文侨工商]联|科协|贸促会|总工会|总队|支队|大队|供销社|党校|部门)|[妇残文侨]联|科协|工商联|工会|团委|法院|检察院|公安");

    private static final Pattern CONCERNED = Pattern.compile("有关|相关|各");
    /** Kinds that no word before 和 in the middle of a name ends with. */
    private static final Pattern WHOLE_BODY = Pattern.compile(
            ".*(?:[^本总支各]部|局|厅|署|委|委员会|办|办公室|政府|法院|检察院|银行|海关|总队|支队|中心|单位|部门|处|协会|学会|商会|工会|[妇残文侨工商]联|科协|集团|公司|大学)");

    private final Lexicon lexicon;
    private final Map<String, List<Agency>> byForm;
    private final Map<String, String> byKey;
    private final int year;

    /** @param year of the document, or 0 if it is unknown */
    public Agencies(Lexicon lexicon, int year) {
        this.lexicon = lexicon;
        this.byForm = lexicon.byForm();
        this.byKey = new HashMap<>();
        byForm.keySet().stream().sorted().forEach(form -> byKey.putIfAbsent(ShortForms.key(form), form));
        this.year = year;
    }

    public boolean knows(String name) {
        return byForm.containsKey(name);
    }

    /** Whether this is a known name or has the form of the name of a body. */
    boolean isBody(String name) {
        return knows(name) || NationalBodies.named(name).isPresent() || AgencyForm.isBody(name);
    }

    private boolean isNational(String name) {
        return knows(name) || NationalBodies.named(name).isPresent();
    }

    /** The one agency of the tables that a name of a level means in the document's year. */
    Optional<String> agency(String name, Optional<Level> level) {
        boolean local =
                LocalName.level(name).isEmpty() && level.filter(Level::isLocal).isPresent();
        return local ? Optional.empty() : form(name).flatMap(this::agency);
    }

    private Optional<String> agency(String form) {
        return Lexicon.resolve(form, year, byForm.get(form), lexicon);
    }

    /** The printed form of the tables that is the same name. */
    private Optional<String> form(String name) {
        return Stream.of(name, AgencyForm.first(name), CONCERNED.matcher(name).replaceAll(""))
                .filter(this::knows)
                .findFirst()
                .or(() -> Optional.ofNullable(byKey.get(ShortForms.key(AgencyForm.first(name)))));
    }

    /** Whether the tables know the name, but not which of several bodies is meant. */
    public boolean isAmbiguous(String name) {
        return knows(name) && agency(name).isEmpty();
    }

    /** A body that the tables do not have, with its place as far as the document tells it. */
    Body body(String name, Optional<Level> level, String place, Optional<Level> ofPlace) {
        Optional<Level> own = LocalName.level(name);
        boolean national =
                own.or(() -> level).filter(one -> one == Level.NATIONAL).isPresent();
        Optional<Body> known = national ? NationalBodies.named(AgencyForm.first(name)) : Optional.empty();
        if (known.isPresent() || national || AgencyForm.isCollective(name)) {
            return known.orElseGet(() -> Body.of(AgencyForm.isCollective(name) ? name : AgencyForm.first(name)));
        }
        Optional<LocalName> printed = LocalName.of(name);
        String core = AgencyForm.first(printed.map(LocalName::core).orElse(name));
        boolean elsewhere = !place.isEmpty() && name.contains(place.substring(0, Math.min(2, place.length() - 1)));
        if (printed.isEmpty() && (elsewhere || !OF_A_PLACE.matcher(core).matches())) {
            return Body.of(AgencyForm.first(name));
        }
        String where =
                printed.map(LocalName::place).orElse(level.map(Level::word).orElse(""));
        boolean here = where.length() == 1 && ofPlace.equals(own.or(() -> level));
        return Body.of((here && !place.isEmpty() ? place : where) + core);
    }

    /** What a reviewer should compare an unknown name with. */
    public String expected(String name) {
        if (knows(name)) {
            return "one of "
                    + byForm.get(name).stream().map(Agency::agency).distinct().toList();
        }
        return near(name)
                .map(form -> "a name in agency.csv; near: " + form)
                .orElse("a name in agency.csv or agency_name.csv");
    }

    /** A known name that differs in one character. */
    private Optional<String> near(String name) {
        return NearNames.of(name, byForm.keySet());
    }

    /** Whether this may be a damaged name. */
    boolean isNear(String name) {
        return name.length() > SHORTEST && near(name).isPresent();
    }

    /**
     * The name that begins at a place: the longest after which a sign, a joint or a word on the duty stands.
     *
     * @return one past its last character, or -1
     */
    int nameEnd(String text, int at, int to) {
        int many = AgencyForm.collectiveEnd(text, at, to);
        if (many > at) {
            return many;
        }
        int stretch = stretch(text, at, to);
        int last = -1;
        int depth = 0;
        for (int end = at; end < stretch; end++) {
            depth += text.charAt(end) == '（' ? 1 : text.charAt(end) == '）' ? -1 : 0;
            boolean may = depth == 0 && end + 1 - at >= SHORTEST && isName(text.substring(at, end + 1));
            if (may && follows(text, end + 1, to)) {
                last = end + 1;
            }
        }
        return last;
    }

    private boolean follows(String text, int end, int to) {
        return end == to || DutyWords.FOLLOW.matcher(text).region(end, to).lookingAt() || beginsWithBody(text, end, to);
    }

    private boolean beginsWithBody(String text, int at, int to) {
        for (int end = Math.min(to, at + AgencyForm.LONGEST); end > at + 2; end--) {
            if (isNational(text.substring(at, end))) {
                return true;
            }
        }
        return false;
    }

    /** A name is not two names that are joined, or printed without the sign between them. */
    private boolean isName(String name) {
        if (isNational(name)) {
            return true;
        }
        if (!AgencyForm.isBody(name) && !AgencyForm.isPlace(name)) {
            return false;
        }
        for (int i = 3; i < name.length() - 2; i++) {
            if (isTwo(name.substring(0, i), name.substring(i))
                    || (name.charAt(i) == '商' && isTwo(name.substring(0, i), name.substring(i + 1)))) {
                return false;
            }
        }
        Matcher joint = JOINT.matcher(name);
        while (joint.find()) {
            if (joins(name.substring(0, joint.start()), name.substring(joint.end()))) {
                return false;
            }
        }
        return true;
    }

    /** Two national names, or two of which the second begins with its level. */
    private boolean isTwo(String left, String right) {
        boolean national = isNational(left) && isNational(right);
        return national
                || (LEVEL.matcher(right).lookingAt()
                        && WHOLE_BODY.matcher(left).matches()
                        && LocalName.of(right).isPresent()
                        && AgencyForm.isBody(right));
    }

    private boolean joins(String left, String right) {
        boolean nested = left.indexOf('（') > left.lastIndexOf('）');
        return !nested
                && (knows(left) || WHOLE_BODY.matcher(AgencyForm.bare(left)).matches())
                && (isBody(right) || AgencyForm.isOpen(right));
    }

    private static int stretch(String text, int at, int to) {
        int depth = 0;
        int end = at;
        while (end < to && end - at < AgencyForm.LONGEST && (depth > 0 || "、，；。：/ ".indexOf(text.charAt(end)) < 0)) {
            depth += text.charAt(end) == '（' ? 1 : text.charAt(end) == '）' ? -1 : 0;
            end++;
        }
        return end;
    }
}
