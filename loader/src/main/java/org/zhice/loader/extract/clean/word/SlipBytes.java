package org.zhice.loader.extract.clean.word;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** The bytes that a slip has left, as slots for the characters that were printed. */
final class SlipBytes {
    private SlipBytes() {}

    private static boolean any(int b) {
        return b >= 0x40;
    }

    /** The two bytes of a code that means nothing in GBK and so has vanished. */
    private record Lost(IntPredicate first, IntPredicate second) {
        /** One that is left to the users of the code. */
        static final Lost USERS = new Lost(b -> (b >= 0xAA && b <= 0xAF) || b >= 0xF8, b -> b >= 0xA1);
        /** A gap among the signs. */
        static final Lost SIGNS = new Lost(b -> b >= 0xA1 && b <= 0xA9, b -> true);

        List<IntPredicate> in(List<IntPredicate> bytes, int at) {
            List<IntPredicate> longer = new ArrayList<>(bytes);
            longer.add(at, second);
            longer.add(at, first);
            return longer;
        }
    }

    /** What the bytes allow, for no vanished pair, for one and for two at every place. */
    static List<List<Slot>> readings(String slip) {
        List<IntPredicate> bytes = new ArrayList<>();
        bytes.add(SlipBytes::any);
        for (int i = 1; i < slip.length() - 1; i++) {
            int code = Slot.code(Slips.wide(slip.charAt(i)));
            bytes.add(b -> b == code >> 8);
            bytes.add(b -> b == (code & 0xFF));
        }
        char last = slip.charAt(slip.length() - 1);
        bytes.add(Slips.MARKS.indexOf(last) >= 0 ? SlipBytes::any : b -> b == last);
        List<List<Slot>> readings = new ArrayList<>();
        readings.add(slots(bytes));
        for (int one = 1; one < bytes.size(); one += 2) {
            for (Lost first : List.of(Lost.USERS, Lost.SIGNS)) {
                List<IntPredicate> longer = first.in(bytes, one);
                readings.add(slots(longer));
                for (int two = one + 2; two < longer.size(); two += 2) {
                    readings.add(slots(Lost.USERS.in(longer, two)));
                }
            }
        }
        return readings;
    }

    private static List<Slot> slots(List<IntPredicate> bytes) {
        List<Slot> slots = new ArrayList<>();
        for (int i = 0; i < bytes.size(); i += 2) {
            slots.add(Slot.of(bytes.get(i), bytes.get(i + 1)));
        }
        return slots;
    }
}
