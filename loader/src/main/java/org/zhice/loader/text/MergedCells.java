package org.zhice.loader.text;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Which cells of the tables of a Word file are merged; Tika gives their words and not this. */
final class MergedCells {
    private static final String DOCUMENT = "word/document.xml";

    private final List<List<List<Cell>>> tables = new ArrayList<>();
    private final Deque<List<List<Cell>>> open = new ArrayDeque<>();

    private MergedCells() {}

    /**
     * A cell.
     *
     * @param columns over how many columns it reaches
     * @param continued whether it goes on with the cell above
     */
    record Cell(int columns, boolean continued) {}

    /** The cells of each table, row by row, in the order in which tables begin; none of a file that is no Word file. */
    static List<List<List<Cell>>> in(byte[] docx) {
        MergedCells found = new MergedCells();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(DOCUMENT)) {
                    found.read(zip);
                    return found.tables;
                }
            }
        } catch (IOException | XMLStreamException e) {
            // Tika says what is wrong with the file; without this its merged cells are read as empty ones.
        }
        return List.of();
    }

    private void read(ZipInputStream zip) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader xml = factory.createXMLStreamReader(zip);
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                start(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().equals("tbl")) {
                open.pop();
            }
        }
    }

    private void start(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "tbl" -> {
                List<List<Cell>> table = new ArrayList<>();
                tables.add(table);
                open.push(table);
            }
            case "tr" -> open.element().add(new ArrayList<>());
            case "tc" -> row().add(new Cell(1, false));
            case "gridSpan" -> set(new Cell(Integer.parseInt(value(xml)), last().continued()));
            case "vMerge" -> set(new Cell(last().columns(), !"restart".equals(value(xml))));
            default -> {}
        }
    }

    private static String value(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals("val")) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    private List<Cell> row() {
        List<List<Cell>> table = open.element();
        return table.get(table.size() - 1);
    }

    private Cell last() {
        return row().get(row().size() - 1);
    }

    private void set(Cell cell) {
        row().set(row().size() - 1, cell);
    }
}
