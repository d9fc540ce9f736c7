package org.zhice.app;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** CSV texts as lists of rows. */
final class Answers {
    private Answers() {}

    /** The rows of a CSV text, cells by column. */
    static List<Map<String, String>> rows(String csv) throws Exception {
        List<Map<String, String>> rows = new ArrayList<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        for (CSVRecord row : format.parse(new StringReader(csv))) {
            rows.add(row.toMap());
        }
        return rows;
    }
}
