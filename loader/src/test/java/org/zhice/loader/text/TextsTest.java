package org.zhice.loader.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.loader.input.Home;
import org.zhice.loader.input.InputException;
import org.zhice.loader.text.Texts.Outcome;

class TextsTest {
    @TempDir
    private Path folder;

    private Home home;
    private Texts texts;

    @BeforeEach
    void of_an_empty_checkout() {
        home = new Home(folder.resolve("home"));
        texts = Texts.of(home);
    }

    private SourceFile file(String text) throws IOException {
        return SourceFile.read(Files.writeString(folder.resolve("茶乡.txt"), text));
    }

    private static void refuses(Runnable action, String message) {
        assertThatThrownBy(action::run).isInstanceOf(InputException.class).hasMessageContaining(message);
    }

    @Test
    void what_is_added_is_listed_by_document_with_all_that_is_known_of_it() throws IOException {
        SourceFile file = file("𠮷村茶会供各方参照");
        assertThat(texts.list()).isEmpty();
        assertThat(texts.add(file, "plan-2032", false)).isEqualTo(Outcome.ADDED);
        assertThat(texts.add(file, "plan-2031", false)).isEqualTo(Outcome.ADDED);
        assertThat(texts.list()).extracting(AddedText::document).containsExactly("plan-2031", "plan-2032");
        AddedText added = texts.list().get(0);
        assertThat(added)
                .isEqualTo(new AddedText(
                        "plan-2031",
                        home.texts().resolve("plan-2031/original.txt"),
                        "茶乡.txt",
                        file.sha256(),
                        "text/plain",
                        "UTF-8",
                        LocalDate.now(ZoneId.systemDefault())));
        assertThat(Files.mismatch(added.file(), file.path())).isEqualTo(-1);
        assertThat(added.text()).isEqualTo("𠮷村茶会供各方参照");
    }

    @Test
    void the_same_bytes_change_nothing_and_other_ones_only_on_request() throws IOException {
        SourceFile first = file("茶乡旧稿");
        texts.add(first, "plan-2031", false);
        assertThat(texts.add(file("茶乡旧稿"), "plan-2031", true)).isEqualTo(Outcome.SAME);
        SourceFile second = file("茶乡新稿");
        refuses(() -> texts.add(second, "plan-2031", false), first.sha256());
        refuses(() -> texts.add(second, "plan-2031", false), second.sha256());
        assertThat(texts.find("plan-2031").orElseThrow().text()).isEqualTo("茶乡旧稿");
        assertThat(texts.add(second, "plan-2031", true)).isEqualTo(Outcome.REPLACED);
        assertThat(texts.find("plan-2031").orElseThrow().text()).isEqualTo("茶乡新稿");
    }

    @Test
    void nothing_but_the_texts_is_left_behind() throws IOException {
        texts.add(file("茶乡旧稿"), "plan-2031", false);
        texts.add(file("茶乡新稿"), "plan-2031", true);
        try (Stream<Path> left = Files.walk(home.texts())) {
            assertThat(left.filter(Files::isRegularFile)
                            .map(path -> home.texts().relativize(path).toString()))
                    .containsExactlyInAnyOrder("plan-2031/original.txt", "plan-2031/text.json");
        }
        texts.remove("plan-2031");
        assertThat(home.texts()).isEmptyDirectory();
    }

    @Test
    void a_folder_of_an_interrupted_run_is_no_text() throws IOException {
        Files.createDirectories(home.texts().resolve(".123"));
        assertThat(texts.list()).isEmpty();
    }

    @Test
    void what_is_not_there_cannot_be_removed() throws IOException {
        refuses(() -> texts.remove("plan-2031"), "expected an added text; there is none");
        texts.add(file("茶乡"), "plan-2032", false);
        refuses(() -> texts.remove("plan-2031"), "expected one of plan-2032");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", "../plan", "plan/2031", "Plan-2031", "计划", "plan-", ".plan"})
    void an_id_is_one_plain_word(String id) throws IOException {
        SourceFile file = file("茶乡");
        refuses(() -> texts.add(file, id, false), "--id: found \"" + id + "\"");
        refuses(() -> texts.remove(id), "--id: found \"" + id + "\"");
        assertThat(home.texts()).doesNotExist();
    }

    @Test
    void a_changed_original_is_refused() throws IOException {
        texts.add(file("茶乡旧稿"), "plan-2031", false);
        Files.writeString(home.texts().resolve("plan-2031/original.txt"), "茶乡新稿");
        AddedText changed = texts.list().get(0);
        refuses(changed::text, "found a file with SHA-256");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"file\": 1}", "[]"})
    void a_folder_without_its_facts_is_refused(String facts) throws IOException {
        texts.add(file("茶乡"), "plan-2031", false);
        Files.writeString(home.texts().resolve("plan-2031/text.json"), facts);
        refuses(texts::list, "text.json: found no facts of an added text");
    }
}
