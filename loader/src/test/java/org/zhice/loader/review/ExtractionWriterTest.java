package org.zhice.loader.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.extract.Extractor;
import org.zhice.loader.extract.Samples;
import org.zhice.loader.extract.Sources;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.reading.DocumentReader;

class ExtractionWriterTest {
    private static final Set<String> OWN = Set.of("evidence.csv", "damage.csv", "report.csv");

    @TempDir
    private Path folder;

    private Path out;

    @BeforeEach
    void write() {
        out = folder.resolve("out");
        write(Samples.text("unknown-agency.txt"));
    }

    private void write(String text) {
        Extraction extraction = new Extractor(Samples.lexicon()).read(text, "plan-2031");
        DocumentReader reader = new DocumentReader(Sources.tables(), Samples.lexicon());
        ExtractionWriter.write(extraction, reader.rows(extraction), text, out);
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(out.resolve(name));
    }

    @Test
    void rows_have_the_form_of_the_tables() throws IOException {
        assertThat(lines("section.csv"))
                .containsExactly("id,document,parent,ordinal,title_zh,title_en", "2031-1,plan-2031,,1,完善茶乡制度,");
        assertThat(lines("task.csv"))
                .startsWith(
                        "id,document,number,section,title_zh,title_en,duty_mode,open_ended",
                        "2031-001,plan-2031,1,2031-1,,,jointly,true");
        assertThat(lines("responsibility.csv"))
                .contains("2031-001,1,cnipa,国家知识产权局,lead,", "2031-001,2,new-agency-1,茶叶总局,participant,");
    }

    @Test
    void doubts_and_evidence_are_files_of_their_own() throws IOException {
        assertThat(lines("report.csv")).hasSize(4).first().isEqualTo("place,what,found,expected");
        assertThat(lines("evidence.csv").get(0)).isEqualTo("table,key,rule,confidence,start,end,quote");
        assertThat(lines("evidence.csv")).contains("responsibility,2031-003/1,duty-only-listed,0.99,79,86,联席会议办公室");
    }

    @Test
    void headers_are_those_of_the_reviewed_tables() throws IOException {
        List<String> tables = names().filter(name -> !OWN.contains(name)).toList();
        assertThat(tables).hasSizeGreaterThanOrEqualTo(15);
        for (String name : tables) {
            assertThat(lines(name).get(0))
                    .as(name)
                    .isEqualTo(Files.readAllLines(Sources.table(name)).get(0));
        }
    }

    @Test
    void a_name_that_no_table_knows_is_a_row_to_review() throws IOException {
        assertThat(lines("agency.csv"))
                .containsExactly(
                        "id,name_zh,full_name_zh,name_en,abbreviation,kind,name_en_status",
                        "new-agency-1,茶叶总局,茶叶总局,,,,ours");
    }

    @Test
    void figures_are_observations_and_targets() throws IOException {
        String report = "茶业发展规划\n一、目标\n截至2030年底，茶标有效量达12件。全国茶农达3万人。到2035年，茶农满意度达到90分以上。\n";
        out = folder.resolve("figures");
        write(report);
        assertThat(lines("observation.csv"))
                .containsExactly(
                        Files.readAllLines(Sources.table("observation.csv")).get(0),
                        "new-metric-1-2030,new-metric-1,plan-2031,3,12件,12,NUM,1,exact,level,2030-12-31,2030-12-31,cn,件,,printed,frame,,",
                        "new-metric-2-2030,new-metric-2,plan-2031,3,3万人,30000,NUM,10000,exact,level,2030-12-31,2030-12-31,cn,人,,frame,printed,,");
        assertThat(lines("target.csv"))
                .containsExactly(
                        Files.readAllLines(Sources.table("target.csv")).get(0),
                        "new-metric-3-2035,new-metric-3,plan-2031,3,90分以上,90,NUM,1,at-least,level,2035-12-31,cn,分,printed,frame");
        assertThat(lines("metric.csv"))
                .containsExactly(
                        Files.readAllLines(Sources.table("metric.csv")).get(0),
                        "new-metric-1,茶标有效量,,stock,NUM,",
                        "new-metric-2,茶农,,stock,NUM,",
                        "new-metric-3,茶农满意度,,score,NUM,");
        assertThat(lines("evidence.csv")).anyMatch(line -> line.startsWith("target,3/90分以上,figure-level-sentence,"));
    }

    private Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        }
    }
}
