package org.zhice.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVPrinter;
import org.apache.commons.csv.CSVRecord;
import org.zhice.loader.input.Home;

/**
 * A larger corpus of the same shape: every plan, its tasks and all that hangs on them, many times over under other ids, as plans of
 * provinces and cities in other years; agencies, instruments and the other reference tables once.
 */
public final class Corpus {
    private static final Set<String> LOCAL = Set.of("province", "city", "zone");
    private static final int YEARS = 15;

    private final Home home;
    private final Random random;

    /** The same seed gives the same corpus. */
    public Corpus(Home home, long seed) {
        this.home = home;
        this.random = new Random(seed);
    }

    /** A table as it stands in its file. */
    private record Sheet(Path file, List<String> header, List<List<String>> rows) {
        static Sheet read(Path file) throws IOException {
            try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSVFormat.RFC4180)) {
                List<List<String>> all = parser.stream().map(CSVRecord::toList).toList();
                return new Sheet(file, all.get(0), all.subList(1, all.size()));
            }
        }

        String name() {
            return file.getFileName().toString().replace(".csv", "");
        }

        String cell(List<String> row, String column) {
            return row.get(header.indexOf(column));
        }

        /** With further rows, in the order of their first cells; both cells of a row of two are its key. */
        void write(List<List<String>> further) throws IOException {
            List<List<String>> all = new ArrayList<>(rows);
            all.addAll(further);
            Comparator<List<String>> order = Comparator.comparing(row -> row.get(0));
            all.sort(order.thenComparing(row -> header.size() == 2 ? row.get(1) : ""));
            try (CSVPrinter out = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180)) {
                out.printRecord(header);
                out.printRecords(all);
            }
        }
    }

    /** Writes the content of the checkout with {@code copies} of each plan into a folder; the folder is a home. */
    public Home write(Path folder, int copies) throws IOException {
        Home larger = home.copyTo(folder);
        List<PlanCopy> drawn = drawn(larger.tables(), copies - 1);
        try (Stream<Path> files = Files.list(larger.tables())) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                Sheet sheet = Sheet.read(file);
                sheet.write(
                        sheet.name().equals("agency")
                                ? offices(sheet, drawn)
                                : drawn.stream()
                                        .flatMap(copy -> rows(sheet, copy))
                                        .toList());
            }
        }
        return larger;
    }

    private List<PlanCopy> drawn(Path tables, int count) throws IOException {
        Sheet areas = Sheet.read(tables.resolve("area.csv"));
        List<PlanCopy.Office> offices = areas.rows().stream()
                .filter(row -> LOCAL.contains(areas.cell(row, "kind")))
                .map(row -> new PlanCopy.Office(
                        "office-of-" + areas.cell(row, "id"),
                        areas.cell(row, "name_zh") + "知识产权办公室",
                        "IP Office of " + areas.cell(row, "name_en")))
                .toList();
        List<String> topics = Sheet.read(tables.resolve("topic.csv")).rows().stream()
                .map(row -> row.get(0))
                .toList();
        List<PlanCopy> drawn = new ArrayList<>();
        for (int copy = 1; copy <= count; copy++) {
            PlanCopy.Office office = offices.get(random.nextInt(offices.size()));
            int years = random.nextInt(YEARS) - YEARS / 2;
            drawn.add(new PlanCopy("c%03d-".formatted(copy), office, years, topics, random.nextInt(topics.size())));
        }
        return drawn;
    }

    private static Stream<List<String>> rows(Sheet sheet, PlanCopy copy) {
        return sheet.rows().stream().filter(PlanCopy::isOfPlan).map(row -> copy.row(sheet.name(), sheet.header(), row));
    }

    private static List<List<String>> offices(Sheet agencies, List<PlanCopy> drawn) {
        return drawn.stream()
                .map(PlanCopy::office)
                .distinct()
                .map(office -> agencies.header().stream()
                        .map(column -> switch (column) {
                            case "id" -> office.id();
                            case "name_zh", "full_name_zh" -> office.zh();
                            case "name_en" -> office.en();
                            case "kind" -> "local-authority";
                            case "name_en_status" -> "ours";
                            default -> "";
                        })
                        .toList())
                .toList();
    }
}
