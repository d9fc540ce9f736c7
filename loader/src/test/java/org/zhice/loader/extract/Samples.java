package org.zhice.loader.extract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.extract.rows.Lexicon;
import org.zhice.loader.extract.rows.Lexicon.Agency;

/** Made-up documents and a small lexicon. */
public final class Samples {
    private Samples() {}

    public static String text(String name) {
        try (InputStream in = Samples.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Extraction read(String name) {
        return new Extractor(lexicon()).read(text(name), "plan-2031");
    }

    /** A plan of one chapter and one task. */
    public static Extraction task(String words) {
        return new Extractor(lexicon()).read("一、完善制度\n1." + words + "\n", "plan-2031");
    }

    public static Lexicon lexicon() {
        List<Agency> agencies = List.of(
                agency("cnipa", "国家知识产权局"),
                agency("cnipa", "知识产权局"),
                agency("samr", "市场监管总局"),
                agency("mps", "公安部"),
                agency("mofcom", "商务部"),
                agency("moe", "教育部"),
                agency("mct", "文化和旅游部"),
                agency("miit", "工业和信息化部"),
                agency("old-office", "联席会议办公室"),
                agency("new-office", "联席会议办公室"),
                new Agency("old-bank", "银监会", 0, 2018),
                new Agency("new-bank", "银监会", 2019, 9999));
        Map<String, String> instruments = Map.of(
                "茶乡商标使用办法", "tea-marks",
                "中华人民共和国茶叶法", "tea-law",
                "茶叶法实施条例", "tea-regulation",
                "茶乡振兴规划（2025—2035年）", "tea-plan",
                "茶叶公约", "tea-convention");
        return new Lexicon(
                agencies,
                Map.of("联席会议办公室", new TreeMap<>(Map.of(2024, "old-office", 2029, "new-office"))),
                instruments,
                List.of(new Lexicon.Campaign("clear-tea", Set.of("清茶专项行动", "清茶"), Set.of("clear-tea-2030"))),
                List.of(
                        new Lexicon.Named("initiative/tea-week", "event", Set.of("全国茶艺周", "茶艺周")),
                        new Lexicon.Named("initiative/tea-base", "platform", Set.of("茶标数据库"))),
                List.of(new Lexicon.Named("tea-union", "organisation", Set.of("世界茶叶组织", "茶联"))),
                Set.of("茶标"),
                List.of(),
                List.of());
    }

    private static Agency agency(String id, String form) {
        return new Agency(id, form, 0, 9999);
    }
}
