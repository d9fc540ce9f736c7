package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.loader.input.Home;
import picocli.CommandLine;

/** Answers that change after a build: by new rows, and by other hands. */
class AcceptedAnswersTest {
    private static final String CHECKOUT = System.getProperty("zhice.home");
    private static final int WRONG_INPUT = 2;
    private static final String NAMES = "queries/quality/names-in-both-languages.expected.csv";
    private static final String TOPIC = "queries/responsibility/tasks-on-a-topic.expected.csv";

    /** A made-up section, the last of the table. */
    private static final String ROW = "zones-2022-6,zones-2022,,6,𠮷村茶艺,Tea craft of Ji village\n";

    @TempDir
    static Path folder;

    private static Home home;
    private StringWriter err = new StringWriter();
    private StringWriter out = new StringWriter();

    @BeforeAll
    static void a_build() {
        home = new Home(Path.of(CHECKOUT)).copyTo(folder);
        System.setProperty("zhice.home", folder.toString());
        BuildCommand.build(Zhice.commandLine().getSubcommands().get("build").getCommandSpec());
    }

    @AfterAll
    static void back() {
        System.setProperty("zhice.home", CHECKOUT);
    }

    @BeforeEach
    void the_tables_of_the_build() throws IOException {
        for (String name : new String[] {"section.csv", "task_topic.csv"}) {
            Files.writeString(home.tables().resolve(name), original("data/tables/" + name));
        }
        for (String name : new String[] {NAMES, TOPIC}) {
            Files.writeString(folder.resolve(name), original(name));
        }
    }

    private static String original(String name) throws IOException {
        return Files.readString(Path.of(CHECKOUT).resolve(name));
    }

    private static void addRow() throws IOException {
        Files.writeString(home.tables().resolve("section.csv"), ROW, StandardOpenOption.APPEND);
    }

    @Test
    void answers_that_new_rows_explain_are_written_and_told() throws IOException {
        addRow();
        assertThat(run("check", "--queries")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString()).contains("check --queries --accept");
        assertThat(run("check", "--queries", "--accept")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("names-in-both-languages: -1 +1", "+ section:zones-2022-6 rdf:type zc:Section", "→ " + NAMES);
        assertThat(Files.readString(folder.resolve(NAMES)))
                .isEqualTo(original(NAMES).replace("ontology#Section,79,79,79", "ontology#Section,80,80,80"));
        assertThat(run("check", "--queries")).as(err.toString()).isZero();
    }

    @Test
    void answers_that_a_changed_row_has_made_others_are_refused() throws IOException {
        Path file = home.tables().resolve("task_topic.csv");
        String row = "2019-038,legal-software\n";
        assertThat(Files.readString(file)).contains(row);
        Files.writeString(file, Files.readString(file).replace(row, ""));
        assertThat(run("check", "--queries", "--accept")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString())
                .contains(
                        "tasks-on-a-topic.rq: found a change that new rows do not explain, expected changes by new rows alone");
        assertThat(Files.readString(folder.resolve(TOPIC))).isEqualTo(original(TOPIC));
    }

    @Test
    void an_answer_that_was_wrong_before_is_refused() throws IOException {
        addRow();
        Path file = folder.resolve(NAMES);
        Files.writeString(
                file, Files.readString(file).replace("ontology#Section,79,79,79", "ontology#Section,78,78,78"));
        assertThat(run("check", "--queries", "--accept")).isEqualTo(WRONG_INPUT);
        assertThat(err.toString())
                .contains(
                        "names-in-both-languages.rq: found an answer that was not the expected one before the new rows");
        assertThat(Files.readString(file)).contains("ontology#Section,78,78,78");
    }

    private int run(String... args) {
        err = new StringWriter();
        out = new StringWriter();
        CommandLine command = Zhice.commandLine();
        command.setErr(new PrintWriter(err, true));
        command.setOut(new PrintWriter(out, true));
        return command.execute(args);
    }
}
