package org.zhice.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class ChartTest {
    @TempDir
    Path folder;

    @Test
    void each_has_a_bar_of_its_length() throws Exception {
        Map<String, Double> millis = new LinkedHashMap<>();
        millis.put("image", 0.5);
        millis.put("RDF4J LMDB", 2.0);
        Path file = folder.resolve("chart.svg");
        Chart.write(file, millis);
        Document svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getElementsByTagName("text").getLength()).isEqualTo(4);
        assertThat(width(svg, 1)).isEqualTo(4 * width(svg, 0));
    }

    private static double width(Document svg, int bar) {
        return Double.parseDouble(((Element) svg.getElementsByTagName("rect").item(bar)).getAttribute("width"));
    }
}
