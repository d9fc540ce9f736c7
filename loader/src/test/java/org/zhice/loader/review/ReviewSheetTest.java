package org.zhice.loader.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.Samples;
import org.zhice.loader.extract.Sources;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.reading.DocumentReader;

/** What a person sees of what was read, not read, repaired and cut. */
class ReviewSheetTest {
    private static final String TEXT = """
            来源：𠮷滩日报　2031-04-05
            2031年苇乡知识产权推进計劃
            苇乡在河边。
            一、苇艺
            1.整理苇画名录。（公安部负责）
            苇花有《苇花谱》。
            """;

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void write() {
        out = folder.resolve("out");
        Extraction extraction = new Extractor(Samples.lexicon()).read(TEXT, "plan-2031");
        DocumentReader reader = new DocumentReader(Sources.tables(), Samples.lexicon());
        ReviewSheet.write(extraction, reader.rows(extraction), TEXT, out);
    }

    @Test
    void what_was_not_read_is_underlined_and_what_was_cut_is_struck() throws IOException {
        assertThat(out.resolve("review.html"))
                .content()
                .contains("<u>苇乡在河边</u>", "<u>苇花有《苇花谱》</u>", "<mark>公安部</mark>")
                .containsPattern("<s>来源：𠮷滩日报　2031-04-05\\s*</s>");
    }

    @Test
    void what_was_repaired_or_cut_is_listed_in_both_languages() throws IOException {
        assertThat(out.resolve("review.html"))
                .content()
                .contains("网页杂项（删） noise", "繁体 traditional", "<td>計劃</td><td>计划</td><td>1</td>");
    }

    @Test
    void the_report_holds_what_was_not_read_as_a_doubt_or_as_a_remark() throws IOException {
        assertThat(Files.readAllLines(out.resolve("report.csv")))
                .contains("plan-2031:64,not read: holds a title,苇花有《苇花谱》,\"a row, or nothing\"")
                .contains("plan-2031:35,not read,苇乡在河边,");
    }
}
