package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.duty.Bodies;
import org.zhice.loader.extract.duty.Duty;
import org.zhice.loader.extract.duty.Duty.Holder;
import org.zhice.loader.extract.duty.Duty.Part;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Span;

/** Turns the duty of a task into one row for each agency, with its role and the ground of the role. */
final class Responsibilities {
    private static final Pattern RULE =
            Pattern.compile("(?:列|排)(?:在|名)?(?:最前|第一|首)(?:位|个|名|家)?(?:的|者)?[^。\\n不未非]{0,12}(?:牵头|为主|主办|首责)[^。\\n）]*。?"
                    + "|(?:首个|首位|第一个|第一家)[^。\\n不未非]{0,8}(?:牵头|为主)[^。\\n）]*。?");

    private static final double RULED = 0.97;
    private static final double BY_FORM = 0.6;
    private static final double BY_NOTHING = 0.3;

    private final boolean ruled;
    private final Bodies bodies;

    private Responsibilities(boolean ruled, Bodies bodies) {
        this.ruled = ruled;
        this.bodies = bodies;
    }

    /** Looks for the sentence, usually the last, that lets the first agency of a list lead. */
    static Responsibilities in(String text, Bodies bodies) {
        return new Responsibilities(rule(text).isPresent(), bodies);
    }

    /** Where the document says that the first agency of a list leads. */
    static Optional<Span> rule(String text) {
        Matcher rule = RULE.matcher(text);
        if (!rule.find()) {
            return Optional.empty();
        }
        int before = Math.max(text.lastIndexOf('。', rule.start()), text.lastIndexOf('\n', rule.start()));
        return Optional.of(new Span(before + 1, rule.end()));
    }

    /** The same sentence as evidence of the roles that rest on it. */
    static Optional<Evidence> listRule(CleanText text) {
        return rule(text.text()).map(rule -> new Evidence("list-rule", RULED, text.passage(rule.start(), rule.end())));
    }

    List<ResponsibilityRow> rows(String task, Duty duty, CleanText text) {
        List<ResponsibilityRow> rows = new ArrayList<>();
        boolean explicit =
                duty.holders().stream().anyMatch(holder -> holder.part() == Part.LEADS || holder.part() == Part.CALLS);
        List<Bodies.Meaning> meanings = bodies.of(duty);
        for (Holder holder : duty.holders()) {
            int position = rows.size() + 1;
            Role role = role(duty, holder, position, explicit);
            Bodies.Meaning meaning = meanings.get(position - 1);
            Passage passage = text.passage(holder.start(), holder.end());
            Evidence evidence = new Evidence(
                    "duty-" + (role.basis().isEmpty() ? "no-rule" : role.basis()),
                    Math.min(role.confidence(), confidence(meaning)),
                    passage);
            rows.add(new ResponsibilityRow(
                    task,
                    position,
                    meaning.agency(),
                    holder.name(),
                    role.name(),
                    role.basis(),
                    meaning.body(),
                    evidence));
        }
        return rows;
    }

    private static double confidence(Bodies.Meaning meaning) {
        if (meaning.isCertain()) {
            return 1;
        }
        return meaning.isFormed() ? BY_FORM : BY_NOTHING;
    }

    private record Role(String name, String basis, double confidence) {}

    private Role role(Duty duty, Holder holder, int position, boolean explicit) {
        if (holder.part() == Part.LEADS) {
            return new Role("lead", "explicit-word", 0.99);
        }
        if (duty.holders().size() == 1 && holder.part() == Part.LISTED && !duty.firstLost()) {
            return new Role("sole", "only-listed", 0.99);
        }
        if (holder.part() == Part.CALLS) {
            return new Role("lead", "explicit-word", 0.98);
        }
        if (explicit || holder.part() == Part.TAKES_PART) {
            return new Role("participant", "explicit-word", 0.98);
        }
        boolean first = position == 1 && !duty.firstLost();
        String name = first ? "lead" : "participant";
        if (!ruled) {
            return new Role(name, "", 0.5);
        }
        return new Role(name, first ? "first-listed-rule" : "later-listed-rule", RULED);
    }
}
