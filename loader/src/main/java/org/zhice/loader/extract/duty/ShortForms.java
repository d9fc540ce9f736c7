package org.zhice.loader.extract.duty;

import java.util.List;
import java.util.regex.Pattern;
import org.zhice.loader.extract.clean.word.Resource;

/** Makes one key of all spellings of a name: 人力资源和社会保障局, 人力资源社会保障局 and 人社局 have the same. */
final class ShortForms {
    private record Form(String shortest, Pattern spellings) {}

    private static final List<Form> FORMS = Resource.rows(ShortForms.class, "forms.tsv").stream()
            .map(row -> form(row.get(0) + "|" + row.get(1)))
            .toList();

    private ShortForms() {}

    private static Form form(String spellings) {
        String shortest = spellings.substring(spellings.lastIndexOf('|') + 1);
        return new Form(shortest, Pattern.compile(spellings));
    }

    static String key(String name) {
        String key = name;
        for (Form form : FORMS) {
            key = form.spellings().matcher(key).replaceAll(form.shortest());
        }
        return key;
    }
}
