package org.zhice.store.arq;

import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.text.TextQueryPF;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.pfunction.PropFuncArg;

/** Jena's {@code text:query} with a search text that is made safe first. */
final class SafeTextQuery extends TextQueryPF {
    @Override
    public QueryIterator exec(
            Binding binding, PropFuncArg subject, Node predicate, PropFuncArg object, ExecutionContext context) {
        return super.exec(binding, subject, predicate, safe(Substitute.substitute(object, binding)), context);
    }

    private static PropFuncArg safe(PropFuncArg object) {
        if (!object.isList()) {
            return new PropFuncArg(safe(object.getArg()));
        }
        List<Node> args = new ArrayList<>(object.getArgList());
        for (int i = 0; i < args.size(); i++) {
            if (args.get(i).isLiteral()) {
                args.set(i, safe(args.get(i)));
                break;
            }
        }
        return new PropFuncArg(args);
    }

    private static Node safe(Node text) {
        return !text.isLiteral()
                ? text
                : text.getLiteralLanguage().isEmpty()
                        ? NodeFactory.createLiteralString(TextQuery.safe(text.getLiteralLexicalForm()))
                        : NodeFactory.createLiteralLang(
                                TextQuery.safe(text.getLiteralLexicalForm()), text.getLiteralLanguage());
    }
}
