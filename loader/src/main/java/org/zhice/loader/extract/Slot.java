package org.zhice.loader.extract;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * A place for one character of which perhaps only one byte of its GBK code is known.
 *
 * @param character the character itself where it is known, else 0
 * @param lead what its first byte may be
 * @param trail what its second byte may be
 */
record Slot(char character, IntPredicate lead, IntPredicate trail) {
    private static final Charset GBK = Charset.forName("GBK");
    private static final Map<Character, List<Integer>> CODES = codes();

    static Slot of(char character) {
        return new Slot(character, b -> false, b -> false);
    }

    static Slot of(IntPredicate lead, IntPredicate trail) {
        return new Slot((char) 0, lead, trail);
    }

    boolean isKnown() {
        return character != 0;
    }

    /** Whether a simplified character, or a traditional form of it, may stand here. */
    boolean takes(char simplified) {
        if (isKnown()) {
            return simplified == character;
        }
        for (int code : CODES.getOrDefault(simplified, List.of())) {
            if (lead.test(code >> 8) && trail.test(code & 0xFF)) {
                return true;
            }
        }
        return false;
    }

    /** The two bytes of a character in GBK, or -1 if it has none. */
    static int code(char c) {
        byte[] bytes = String.valueOf(c).getBytes(GBK);
        return bytes.length == 2 ? (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF) : -1;
    }

    private static Map<Character, List<Integer>> codes() {
        Simplify simplify = new Simplify();
        Map<Character, List<Integer>> codes = new HashMap<>();
        for (int lead = 0x81; lead <= 0xFE; lead++) {
            for (int trail = 0x40; trail <= 0xFE; trail++) {
                String form = new String(new byte[] {(byte) lead, (byte) trail}, GBK);
                if (form.length() == 1 && form.charAt(0) != 0xFFFD) {
                    codes.computeIfAbsent(simplify.simplify(form.charAt(0)), c -> new ArrayList<>())
                            .add(lead << 8 | trail);
                }
            }
        }
        return codes;
    }
}
