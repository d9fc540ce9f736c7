package org.zhice.app.link;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhice.loader.input.Finding;
import org.zhice.loader.input.InputException;
import org.zhice.loader.input.Place;
import org.zhice.store.Terms;
import org.zhice.store.find.NameIndex;

/**
 * A row that its owner accepted.
 *
 * @param subject the IRI of the owner's thing
 * @param name what the list calls it
 * @param thing the IRI of ours
 * @param score of the name, from 0 to 1; below 0 if the owner chose another thing than the candidate
 */
record Accepted(String subject, String name, String thing, double score) {
    private static final Set<String> YES = Set.of("yes", "y", "true", "1", "x", "是");
    private static final Set<String> NO = Set.of("", "no", "n", "false", "0", "否");
    private static final Pattern IRI = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]*:[^\\s<>\"{}|^`\\\\]+");

    boolean isByHand() {
        return score < 0;
    }

    /**
     * The accepted rows of a list.
     *
     * @param column the column of the names
     * @param subjects the column of IRIs of the owner's things; null if there is none: then the rows themselves are linked,
     *     by the fragments of RFC 7111
     * @throws InputException if a cell is neither yes nor no nor one of our things
     */
    static List<Accepted> of(NameList list, String column, String subjects, NameIndex names) {
        List<Finding> wrong = new ArrayList<>();
        List<Accepted> accepted = new ArrayList<>();
        for (int i = 0; i < list.rows().size(); i++) {
            NameList.Row row = list.rows().get(i);
            String said = cell(list, row, Candidates.ACCEPTED).strip();
            if (NO.contains(said.toLowerCase(Locale.ROOT))) {
                continue;
            }
            String thing = thing(said, cell(list, row, Candidates.ID).strip());
            String subject = subjects == null
                    ? rowOf(list, i)
                    : cell(list, row, subjects).strip();
            Place place = Place.of(list.file(), row.line());
            if (!names.knows(thing)) {
                wrong.add(Finding.cell(
                        place.in(Candidates.ACCEPTED), said, "yes, no, or an identifier such as agency/cnipa"));
            } else if (subjects != null && !IRI.matcher(subject).matches()) {
                wrong.add(Finding.cell(place.in(subjects), subject, "an absolute IRI"));
            } else {
                boolean offered = isYes(said) || thing.equals(cell(list, row, Candidates.ID));
                accepted.add(new Accepted(subject, cell(list, row, column), thing, offered ? score(list, row) : -1));
            }
        }
        if (!wrong.isEmpty()) {
            throw new InputException(wrong);
        }
        return accepted;
    }

    /** A row of the list, the header being the first. */
    private static String rowOf(NameList list, int index) {
        return Path.of(list.file()).getFileName() + "#row=" + (index + 2);
    }

    private static boolean isYes(String said) {
        return YES.contains(said.toLowerCase(Locale.ROOT));
    }

    private static String thing(String said, String candidate) {
        String named = isYes(said) ? candidate : said;
        return named.startsWith(Terms.ID) ? named : Terms.ID + named.replaceFirst("^([a-z-]+):", "$1/");
    }

    private static double score(NameList list, NameList.Row row) {
        String score = cell(list, row, "zhice_score");
        try {
            return Double.parseDouble(score) / 100;
        } catch (NumberFormatException e) {
            throw new InputException(
                    Place.of(list.file(), row.line()).in("zhice_score"), "\"" + score + "\"", "a number");
        }
    }

    private static String cell(NameList list, NameList.Row row, String column) {
        return row.cells().get(list.column(column));
    }
}
