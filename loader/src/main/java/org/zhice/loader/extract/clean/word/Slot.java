package org.zhice.loader.extract.clean.word;

import java.nio.charset.Charset;
import java.util.BitSet;
import java.util.function.IntPredicate;

/**
 * A place for one character of which perhaps only one byte of its GBK code is known.
 *
 * @param character the character itself where it is known, else 0
 * @param fitting the simplified characters that may stand here
 */
record Slot(char character, BitSet fitting) {
    private static final Charset GBK = Charset.forName("GBK");
    private static final int FIRST_LEAD = 0x81;
    private static final int FIRST_TRAIL = 0x40;
    private static final int LAST = 0xFE;
    private static final char[][] SIMPLIFIED = simplified();

    static Slot of(char character) {
        BitSet fitting = new BitSet();
        fitting.set(character);
        return new Slot(character, fitting);
    }

    /** A place for every simplified character that has such bytes itself or in a traditional form. */
    static Slot of(IntPredicate lead, IntPredicate trail) {
        BitSet fitting = new BitSet();
        for (int first = FIRST_LEAD; first <= LAST; first++) {
            for (int second = FIRST_TRAIL; lead.test(first) && second <= LAST; second++) {
                if (trail.test(second)) {
                    fitting.set(SIMPLIFIED[first][second]);
                }
            }
        }
        fitting.clear(0);
        return new Slot((char) 0, fitting);
    }

    boolean isKnown() {
        return character != 0;
    }

    boolean takes(char simplified) {
        return fitting.get(simplified);
    }

    /** The two bytes of a character in GBK, or -1 if it has none. */
    static int code(char c) {
        byte[] bytes = String.valueOf(c).getBytes(GBK);
        return bytes.length == 2 ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : -1;
    }

    private static char[][] simplified() {
        Simplify simplify = new Simplify();
        char[][] simplified = new char[LAST + 1][LAST + 1];
        for (int lead = FIRST_LEAD; lead <= LAST; lead++) {
            for (int trail = FIRST_TRAIL; trail <= LAST; trail++) {
                String form = new String(new byte[] {(byte) lead, (byte) trail}, GBK);
                if (form.length() == 1 && form.charAt(0) != 0xFFFD) {
                    simplified[lead][trail] = simplify.simplify(form.charAt(0));
                }
            }
        }
        return simplified;
    }
}
