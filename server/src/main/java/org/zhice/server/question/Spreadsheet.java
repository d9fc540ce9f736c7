package org.zhice.server.question;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Var;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.zhice.query.SavedQuery;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Format;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Numbers;
import org.zhice.server.web.Problem;
import org.zhice.store.Result;

/**
 * An answer as an Excel workbook. Numbers, dates and truth values are cells of their kind, all else is text: a cell of
 * text is never read as a formula, whatever it begins with.
 */
record Spreadsheet(SavedQuery query, Result result, Language language) {
    /** What Excel can hold in a cell. */
    private static final int MOST_CHARACTERS = 32_767;
    /** A double keeps as many digits; a longer number stays text. */
    private static final int MOST_DIGITS = 15;
    /** A longer text is left to be read in the cell, or the sheet gets too wide. */
    private static final int MOST_WIDTH = 60;

    private static final Pattern NOT_XML = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF\\p{Cs}]");

    /** @throws Problem 422 if a text is too long for a cell: it is not cut */
    Answer answer() {
        boolean tooLong = result.rows().stream()
                .anyMatch(row -> result.columns().stream()
                        .anyMatch(column -> text(row.get(column)).length() > MOST_CHARACTERS));
        if (tooLong) {
            throw Problem.of(422, "cell-too-long", Numbers.show(MOST_CHARACTERS, language));
        }
        return Answer.of(Format.XLSX.contentType(), this::write);
    }

    private void write(OutputStream out) throws IOException {
        Workbook workbook = new Workbook(out, "Zhice", null);
        Worksheet sheet =
                workbook.newWorksheet(Messages.in(language, Spreadsheet.class).text("query.answer"));
        ColumnTitles titles = new ColumnTitles(query, language);
        for (int column = 0; column < result.columns().size(); column++) {
            Var name = result.columns().get(column);
            sheet.value(0, column, titles.exact(name));
            sheet.style(0, column).bold().set();
            write(
                    sheet,
                    column,
                    result.rows().stream().map(row -> row.get(name)).toList());
        }
        sheet.freezePane(0, 1);
        workbook.finish();
    }

    private static void write(Worksheet sheet, int column, List<Node> nodes) {
        for (int row = 0; row < nodes.size(); row++) {
            write(sheet, row + 1, column, nodes.get(row));
        }
        if (nodes.stream().anyMatch(node -> text(node).length() > MOST_WIDTH)) {
            sheet.width(column, MOST_WIDTH);
        }
    }

    private static void write(Worksheet sheet, int row, int column, Node node) {
        String text = text(node);
        if (Result.isNumber(node) && isExact(text)) {
            sheet.value(row, column, new BigDecimal(text));
        } else if (isOf(node, XSDDatatype.XSDdate) && text.matches("\\d{4}-\\d\\d-\\d\\d")) {
            sheet.value(row, column, LocalDate.parse(text));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (isOf(node, XSDDatatype.XSDboolean)) {
            sheet.value(row, column, (Boolean) node.getLiteralValue());
        } else if (!text.isEmpty()) {
            sheet.value(row, column, escaped(text));
        }
    }

    /** Characters that XML has no place for, written as Office Open XML does (ECMA-376, ST_Xstring); fastexcel drops them. */
    private static String escaped(String text) {
        String plain = text.replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
        return NOT_XML.matcher(plain)
                .replaceAll(found -> "_x%04X_".formatted((int) found.group().charAt(0)));
    }

    private static boolean isExact(String number) {
        try {
            return new BigDecimal(number).stripTrailingZeros().precision() <= MOST_DIGITS;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isOf(Node node, XSDDatatype type) {
        return node != null
                && node.isLiteral()
                && type.equals(node.getLiteralDatatype())
                && node.getLiteral().isWellFormed();
    }

    private static String text(Node node) {
        if (node == null || node.isBlank()) {
            return "";
        }
        return node.isURI() ? node.getURI() : node.getLiteralLexicalForm();
    }
}
