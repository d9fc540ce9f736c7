package org.zhice.loader.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.Duty.Holder;
import org.zhice.loader.extract.Duty.Part;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.draft.Passage;
import org.zhice.loader.extract.rows.Evidence;
import org.zhice.loader.extract.rows.Extraction.ResponsibilityRow;
import org.zhice.loader.extract.rows.Span;

/** Turns the duty of a task into one row for each agency, with its role and the ground of the role. */
final class Responsibilities {
    private static final Pattern RULE = Pattern.compile("(?:列|排)(?:在|名)?(?:第一|首)位?的?[^。\\n]{0,12}(?:牵头|为主)[^。\\n]*。?");

    private static final double RULED = 0.97;

    private final boolean ruled;
    private final Names names;

    private Responsibilities(boolean ruled, Names names) {
        this.ruled = ruled;
        this.names = names;
    }

    /** Looks for the sentence, usually the last, that lets the first agency of a list lead. */
    static Responsibilities in(String text, Names names) {
        return new Responsibilities(rule(text).isPresent(), names);
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
        boolean explicit = duty.holders().stream().anyMatch(holder -> holder.part() == Part.LEADS);
        for (Holder holder : duty.holders()) {
            int position = rows.size() + 1;
            Role role = role(duty, holder, position, explicit);
            String agency = names.agency(holder.name()).orElse("");
            Passage passage = text.passage(holder.start(), holder.end());
            double confidence = agency.isEmpty() ? 0.3 : role.confidence();
            Evidence evidence =
                    new Evidence("duty-" + (role.basis().isEmpty() ? "no-rule" : role.basis()), confidence, passage);
            rows.add(new ResponsibilityRow(task, position, agency, holder.name(), role.name(), role.basis(), evidence));
        }
        return rows;
    }

    private record Role(String name, String basis, double confidence) {}

    private Role role(Duty duty, Holder holder, int position, boolean explicit) {
        if (holder.part() == Part.LEADS) {
            return new Role("lead", "explicit-word", 0.99);
        }
        if (explicit || holder.part() == Part.TAKES_PART) {
            return new Role("participant", "explicit-word", 0.98);
        }
        if (duty.holders().size() == 1) {
            return new Role("sole", "only-listed", 0.99);
        }
        String name = position == 1 ? "lead" : "participant";
        if (!ruled) {
            return new Role(name, "", 0.5);
        }
        return new Role(name, position == 1 ? "first-listed-rule" : "later-listed-rule", RULED);
    }
}
