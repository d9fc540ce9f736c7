package org.zhice.loader.review;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.zhice.loader.extract.rows.Extraction;
import org.zhice.loader.reading.RowTable;

/**
 * The folder that a person reviews: the rows of a reading as tables, and {@code review.html}, which shows the whole text
 * of the document with the rows that were read from it beside each part.
 */
public final class ReviewSheet {
    private static final Configuration CONFIGURATION = configuration();

    private ReviewSheet() {}

    /**
     * Writes tables and sheet; those of an earlier run are overwritten.
     *
     * @param tables the rows of the extraction
     * @param text the document as it was read, before cleaning
     * @param folder made if it does not exist
     */
    public static void write(Extraction extraction, List<RowTable> tables, String text, Path folder) {
        ExtractionWriter.write(extraction, tables, folder);
        List<Part.Read> rows = Part.rows(tables);
        Map<String, Object> model = Map.of(
                "document", extraction.document(),
                "parts", Part.of(text, rows).iterator(),
                "rows", rows.size(),
                "doubts", extraction.doubts(),
                "damages", extraction.damages().size());
        try (Writer file = Files.newBufferedWriter(folder.resolve("review.html"))) {
            CONFIGURATION.getTemplate("review.ftlh").process(model, file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(ReviewSheet.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration;
    }
}
