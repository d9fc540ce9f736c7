package org.zhice.loader.extract.clean;

import com.ibm.icu.text.Transliterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.draft.Damage;
import org.zhice.loader.extract.clean.draft.Repair;

/**
 * Drops the reading of a character that a copy has put behind it in brackets: 发(fā), 们【men】. Without a tone mark it is
 * one only if the character is so read, for (app) and (kg) are none.
 */
final class Pinyin implements Repair {
    private static final String TONES = "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜḿńňǹếềê";
    private static final Pattern READING = Pattern.compile("(?<=([\\u3400-\\u9FFF])[\\x40-\\x7E]?) ?[（(【\\[〔] ?([a-züɡɑ"
            + TONES + "]{1,7}(?:[ '’]?[a-zü" + TONES + "]{1,6}){0,3}) ?[)）】\\]〕]");
    private static final Pattern TONE = Pattern.compile("[" + TONES + "]");

    private final Transliterator latin = Transliterator.getInstance("Han-Latin; Latin-ASCII");

    @Override
    public List<Edit> edits(String text) {
        List<Edit> edits = new ArrayList<>();
        Matcher reading = READING.matcher(text);
        while (reading.find()) {
            boolean toned = TONE.matcher(reading.group(2)).find();
            if (toned || reading.group(2).equals(plain(reading.group(1)))) {
                edits.add(new Edit(Damage.Kind.PINYIN, reading.start(), reading.end(), ""));
            }
        }
        return edits;
    }

    private String plain(String character) {
        return latin.transliterate(character).toLowerCase(Locale.ROOT).strip();
    }
}
