package org.zhice.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhice.loader.input.Home;
import org.zhice.loader.tables.Tables;
import org.zhice.loader.text.SourceFile;
import org.zhice.loader.text.Texts;

/** Texts of the plans that the tables have, made of their rows: our titles and printed names, and a village beyond U+FFFF. */
final class MadeUpTexts {
    private final List<Map<String, String>> tasks;
    private final Map<String, List<String>> names;
    private final List<Map<String, String>> documents;

    MadeUpTexts(Home home) {
        Tables tables = Tables.read(home);
        tasks = tables.table("task").cells();
        documents = tables.table("document").cells();
        names = tables.table("responsibility").cells().stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("task"),
                        Collectors.mapping(row -> row.get("printed_name"), Collectors.toList())));
    }

    /** The ids of the plans. */
    List<String> plans() {
        return documents.stream()
                .map(row -> row.get("id"))
                .filter(id -> id.startsWith("plan-"))
                .toList();
    }

    /** A plan, a paragraph a line. */
    String text(String plan) {
        String title = documents.stream()
                .filter(row -> row.get("id").equals(plan))
                .map(row -> row.get("title_zh"))
                .findFirst()
                .orElseThrow();
        return tasks.stream()
                .filter(row -> row.get("document").equals(plan))
                .map(row -> "%s.在𠮷村%s。（%s负责）"
                        .formatted(
                                row.get("number"),
                                row.get("title_zh"),
                                String.join("、", names.getOrDefault(row.get("id"), List.of("国家知识产权局")))))
                .collect(Collectors.joining("\n", title + "\n", "\n"));
    }

    /** Adds the text of each plan to a home, every third one as a web page. */
    static int add(Home home, Path folder) throws IOException {
        MadeUpTexts texts = new MadeUpTexts(home);
        int added = 0;
        for (String plan : texts.plans()) {
            add(home, folder, plan, texts.text(plan), added++ % 3 == 1);
        }
        return added;
    }

    static void add(Home home, Path folder, String document, String text, boolean page) throws IOException {
        String body = text.lines()
                .collect(Collectors.joining("</p><p>", "<html><meta charset=utf-8><body><p>", "</p></body></html>"));
        Path file = folder.resolve(document + (page ? ".html" : ".txt"));
        Texts.of(home).add(SourceFile.read(Files.writeString(file, page ? body : text)), document, true);
    }
}
