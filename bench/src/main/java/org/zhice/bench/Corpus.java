package org.zhice.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.zhice.loader.input.Home;

/**
 * A larger corpus of the same shape: every plan, its tasks and all that hangs on them, many times over under other ids;
 * agencies, instruments and the other reference tables once.
 */
final class Corpus {
    private static final Pattern PLAN_ID = Pattern.compile("(plan-)?(2\\d{3}(?:-\\d+)*)");
    private static final int TITLE_ZH = 3;
    private static final int TITLE_EN = 4;

    private final Home home;

    Corpus(Home home) {
        this.home = home;
    }

    /** Writes the content of the checkout with {@code copies} of each plan into a folder; the folder is a home. */
    Home write(Path folder, int copies) throws IOException {
        Home larger = home.copyTo(folder);
        try (Stream<Path> tables = Files.list(larger.tables())) {
            for (Path table :
                    tables.filter(file -> file.toString().endsWith(".csv")).toList()) {
                multiply(table, copies);
            }
        }
        return larger;
    }

    /** Rows whose key begins with a plan or a task are copied; the whole table is sorted by its first cells again. */
    private static void multiply(Path table, int copies) throws IOException {
        List<List<String>> rows;
        try (CSVParser parser = CSVParser.parse(table, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
            rows = parser.stream().map(CSVRecord::toList).toList();
        }
        boolean documents = table.endsWith("document.csv");
        List<List<String>> all = new ArrayList<>(rows.subList(1, rows.size()));
        for (int copy = 1; copy < copies; copy++) {
            String id = "c%03d-".formatted(copy);
            rows.stream().skip(1).filter(Corpus::isOfPlan).forEach(row -> all.add(renamed(row, id, documents)));
        }
        all.sort(Comparator.comparing(row -> row.get(0)));
        try (CSVPrinter out = new CSVPrinter(Files.newBufferedWriter(table), CSVFormat.RFC4180)) {
            out.printRecord(rows.get(0));
            out.printRecords(all);
        }
    }

    private static boolean isOfPlan(List<String> row) {
        return PLAN_ID.matcher(row.get(0)).matches();
    }

    /** Ids change wherever they fill a cell; a plan's title changes too, since no two instruments share one. */
    private static List<String> renamed(List<String> row, String id, boolean document) {
        List<String> copy = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            Matcher plan = PLAN_ID.matcher(cell);
            boolean isId = plan.matches() && !(document && i > 0);
            boolean isTitle = document && (i == TITLE_ZH || i == TITLE_EN);
            copy.add(isId ? plan.replaceAll("$1" + id + "$2") : isTitle ? id + cell : cell);
        }
        return copy;
    }
}
