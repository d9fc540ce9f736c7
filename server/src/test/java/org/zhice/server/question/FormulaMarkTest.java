package org.zhice.server.question;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhice.store.Result;

class FormulaMarkTest {
    private static final Var CELL = Var.alloc("cell");

    private static Node marked(Node cell) {
        Result page = new Result(List.of(CELL), List.of(BindingFactory.binding(CELL, cell)), true);
        return FormulaMark.in(page).rows().get(0).get(CELL);
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+茶", "-茶", "@𠮷", "\t=1", "\r=1", "=HYPERLINK(\"http://example.org/\")"})
    void a_text_that_would_be_a_formula_gets_an_apostrophe(String text) {
        assertThat(marked(NodeFactory.createLiteralString(text)).getLiteralLexicalForm())
                .isEqualTo("'" + text);
        assertThat(marked(NodeFactory.createLiteralLang(text, "zh")).getLiteralLexicalForm())
                .isEqualTo("'" + text);
    }

    @Test
    void numbers_names_and_all_else_stay_as_they_are() {
        List<Node> cells = List.of(
                NodeFactory.createLiteralDT("-12", XSDDatatype.XSDinteger),
                NodeFactory.createLiteralDT("-0.5", XSDDatatype.XSDdecimal),
                NodeFactory.createLiteralString(""),
                NodeFactory.createLiteralString("𠮷=茶"),
                NodeFactory.createLiteralLang("'=茶", "zh"),
                NodeFactory.createURI("https://example.org/=1"));
        assertThat(cells).allSatisfy(cell -> assertThat(marked(cell)).isEqualTo(cell));
    }
}
