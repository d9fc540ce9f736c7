package org.zhice.loader.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtractionWriterTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void write() {
        ExtractionWriter.write(Samples.read("unknown-agency.txt"), folder.resolve("out"));
    }

    private List<String> lines(String name) throws IOException {
        return Files.readAllLines(folder.resolve("out").resolve(name));
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
                .contains("2031-001,1,cnipa,国家知识产权局,lead,", "2031-001,2,,茶叶总局,participant,");
    }

    @Test
    void doubts_and_evidence_are_files_of_their_own() throws IOException {
        assertThat(lines("report.csv")).hasSize(4).first().isEqualTo("place,what,found,expected");
        assertThat(lines("evidence.csv").get(0)).isEqualTo("table,key,rule,confidence,start,end,quote");
        assertThat(lines("evidence.csv")).contains("responsibility,2031-003/1,duty-only-listed,0.99,79,86,联席会议办公室");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"section.csv", "task.csv", "responsibility.csv", "legislative_action.csv", "task_initiative.csv"
            })
    void headers_are_those_of_the_reviewed_tables(String name) throws IOException {
        assertThat(lines(name).get(0))
                .isEqualTo(Files.readAllLines(Sources.table(name)).get(0));
    }
}
