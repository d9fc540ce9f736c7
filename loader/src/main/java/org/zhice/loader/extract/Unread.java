package org.zhice.loader.extract;

import java.util.BitSet;
import java.util.List;
import org.zhice.loader.extract.account.Account;
import org.zhice.loader.extract.account.Account.Stretch;
import org.zhice.loader.extract.clean.CleanText;
import org.zhice.loader.extract.clean.Substance;
import org.zhice.loader.extract.clean.draft.Passage;

/** Doubts about what was not read though a row could have been made of it. */
final class Unread {
    private Unread() {}

    /**
     * Adds one doubt for each stretch of the text, and one for all hidden words of a kind.
     *
     * @param told what other doubts are about already
     */
    static void tell(Account account, CleanText clean, List<Passage> told, Doubts doubts) {
        BitSet known = new BitSet();
        told.forEach(passage -> known.set(passage.start(), passage.end()));
        int[] points = clean.original().codePoints().toArray();
        for (Stretch stretch : account.lost().toList()) {
            if (known.nextClearBit(stretch.start()) < stretch.end()) {
                String words = new String(points, stretch.start(), stretch.end() - stretch.start());
                Passage passage = new Passage(stretch.start(), stretch.end(), words);
                doubts.add(
                        passage,
                        "",
                        what("not read", stretch.holds().orElseThrow()),
                        words.strip(),
                        "a row, or nothing");
            }
        }
        for (String words : account.hidden()) {
            Substance.in(words)
                    .ifPresent(kind -> doubts.add(
                            new Passage(0, 0, ""),
                            "",
                            what("outside the running text", kind),
                            words,
                            "words that the page shows"));
        }
    }

    private static String what(String fate, Substance kind) {
        return fate + ": holds a " + kind.word();
    }
}
