package org.zhice.server.question;

import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.zhice.store.Result;

/**
 * An apostrophe before each text that a spreadsheet would take for a formula when it opens CSV or TSV. It changes what the cell
 * says, so it is put there only on request; numbers stay as they are.
 */
final class FormulaMark {
    private static final String STARTS = "=+-@\t\r";
    private static final String MARK = "'";

    private FormulaMark() {}

    static Result in(Result page) {
        return new Result(
                page.columns(), page.rows().stream().map(FormulaMark::marked).toList(), page.whole());
    }

    private static Binding marked(Binding row) {
        BindingBuilder marked = Binding.builder();
        row.forEach((Var column, Node cell) -> marked.add(column, marked(cell)));
        return marked.build();
    }

    private static Node marked(Node cell) {
        if (!cell.isLiteral() || Result.isNumber(cell)) {
            return cell;
        }
        String text = cell.getLiteralLexicalForm();
        boolean formula = !text.isEmpty() && STARTS.indexOf(text.charAt(0)) >= 0;
        return formula ? NodeFactory.createLiteralString(MARK + text) : cell;
    }
}
