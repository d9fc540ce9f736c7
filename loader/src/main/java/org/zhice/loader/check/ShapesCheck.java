package org.zhice.loader.check;

import java.util.List;
import java.util.Locale;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.engine.ValidationContext;
import org.apache.jena.shacl.parser.Shape;
import org.apache.jena.shacl.validation.ReportEntry;
import org.apache.jena.shacl.validation.VLib;
import org.apache.jena.sparql.path.P_Link;
import org.apache.jena.sparql.path.Path;
import org.zhice.loader.input.Finding;

/** Validates data with SHACL shapes and tells what breaks them, with the cell it came from. */
final class ShapesCheck {
    private final Shapes shapes;

    ShapesCheck(Graph shapes) {
        this.shapes = Shapes.parse(shapes);
    }

    /** SHACL's own report. */
    ValidationReport report(Graph data) {
        PlannedShape planned = new PlannedShape(shapes, data);
        ValidationContext context = ValidationContext.create(shapes, data);
        for (Shape shape : shapes.getTargetShapes()) {
            Shape once = planned.of(shape);
            VLib.focusNodes(data, shape).forEach(node -> VLib.validateShape(context, data, once, node));
        }
        return context.generateReport();
    }

    /** One finding for each result, sorted by place; empty if the data conform. */
    List<Finding> findings(Graph data, Tracer tracer) {
        return report(data).getEntries().stream()
                .map(entry ->
                        new Finding(tracer.place(entry.focusNode(), property(entry)), found(entry), message(entry)))
                .sorted((a, b) -> a.toString().compareTo(b.toString()))
                .toList();
    }

    /** Shapes speak English and Chinese. */
    private static String message(ReportEntry entry) {
        String chinese = Locale.CHINESE.getLanguage();
        String language = Locale.getDefault().getLanguage().equals(chinese) ? chinese : "en";
        return entry.messages().stream()
                .filter(message ->
                        message.isLiteral() && message.getLiteralLanguage().equals(language))
                .map(Node::getLiteralLexicalForm)
                .findFirst()
                .orElseGet(entry::message);
    }

    private static Node property(ReportEntry entry) {
        Path path = entry.resultPath();
        return path instanceof P_Link link ? link.getNode() : null;
    }

    private static String found(ReportEntry entry) {
        return entry.value() == null
                ? entry.focusNode().toString()
                : entry.value().toString();
    }
}
