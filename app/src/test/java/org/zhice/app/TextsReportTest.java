package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.input.Home;
import org.zhice.loader.text.SourceFile;
import org.zhice.loader.text.Texts;
import picocli.CommandLine;

/** The report on added texts, in a copy of the checkout. */
class TextsReportTest {
    private static final String CHECKOUT = System.getProperty("zhice.home");

    @TempDir
    Path folder;

    private Home home;
    private final Locale locale = Locale.getDefault();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void in_a_copy_of_the_checkout() {
        home = new Home(Path.of(CHECKOUT)).copyTo(folder.resolve("checkout"));
        System.setProperty("zhice.home", home.root().toString());
    }

    @AfterEach
    void back() {
        System.setProperty("zhice.home", CHECKOUT);
        Locale.setDefault(locale);
    }

    @Test
    void differences_are_csv_and_a_line_on_each_text_stands_beside() throws Exception {
        add("一、𠮷事\n1.办好茶节，\"茶\"香四溢。（公安部负责）\n2.整理茶标。（中央宣传部负责）\n", "plan-2024");
        run(Locale.ENGLISH);
        List<CSVRecord> rows = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(out.toString()))
                .getRecords();
        assertThat(rows)
                .filteredOn(row -> row.get("key").equals("2024-001 mps"))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.get("side")).isEqualTo("text");
                    assertThat(row.get("place")).isEqualTo("plan-2024:20");
                    assertThat(row.get("quote")).isEqualTo("公安部");
                });
        assertThat(rows)
                .filteredOn(row -> row.get("key").equals("2024-001 cnipa"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("quote")).isEqualTo("1.办好茶节，\"茶\"香四溢。（公安部负责）"));
        long tables =
                rows.stream().filter(row -> row.get("side").equals("tables")).count();
        assertThat(err.toString().strip())
                .startsWith("plan-2024: ")
                .endsWith(" 1 rows only in the text, " + tables + " rows only in the tables");
    }

    @Test
    void what_cannot_be_compared_is_told_in_the_language_of_the_user() throws Exception {
        add("一、𠮷事\n1.办好茶节。（公安部负责）\n", "plan-2099");
        run(Locale.CHINESE);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("plan-2099：data/tables/document.csv中没有该文件");
    }

    @Test
    void without_a_text_it_says_so() {
        run(Locale.ENGLISH);
        assertThat(out.toString().lines()).hasSize(1);
        assertThat(err.toString()).startsWith("no added texts");
    }

    private void add(String text, String document) throws Exception {
        Texts.of(home).add(SourceFile.read(Files.writeString(folder.resolve("plan.txt"), text)), document, true);
    }

    private void run(Locale language) {
        Locale.setDefault(language);
        CommandLine command = Zhice.commandLine();
        command.setOut(new PrintWriter(out, true));
        command.setErr(new PrintWriter(err, true));
        assertThat(command.execute("texts", "report")).isZero();
    }
}
