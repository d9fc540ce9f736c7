package org.zhice.loader.extract.figure.number;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Small or vague numbers in words, such as 三家 and 近百件: they may count something or only speak. */
public final class SmallNumbers {
    private static final String THINGS = "家|起|名|人|所|座|户|处|台|辆";
    private static final Pattern NUMBER = Pattern.compile("(?<![第每一二三四五六七八九十百千万亿零〇点])"
            + "(?:[两二三四五六七八九](?:余|多)?(?:" + THINGS + ")(?![级类等民口]|以上|以下)"
            + "|(?:近|上|数|几|约|逾)[十百千万亿](?:余|多)?(?:" + THINGS + "|件|个|项|条|次|场|份|种)?(?=[\\u4E00-\\u9FFF，。；])"
            + "|位?居[^，。；第]{0,6}第[一二三四五六七八九十]+(?=[，。；、]))");

    private SmallNumbers() {}

    /** Where they begin and end. */
    public static List<int[]> in(String text, int from, int to, BitSet taken) {
        List<int[]> found = new ArrayList<>();
        Matcher number = NUMBER.matcher(text).region(from, to).useTransparentBounds(true);
        while (number.find()) {
            if (taken.get(number.start(), number.end()).isEmpty()) {
                found.add(new int[] {number.start(), number.end()});
            }
        }
        return found;
    }
}
