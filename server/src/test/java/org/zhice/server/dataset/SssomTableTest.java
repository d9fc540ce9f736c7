package org.zhice.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.shared.PrefixMapping;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.zhice.store.Prefixes;

class SssomTableTest {
    static {
        JenaSystem.init();
    }

    private static final Prefixes PREFIXES = new Prefixes(PrefixMapping.Factory.create()
            .setNsPrefix("agency", "https://w3id.org/zhice/id/agency/")
            .setNsPrefix("schema", "https://schema.org/"));

    @Test
    void each_beginning_of_an_address_has_a_prefix_of_its_own() {
        assertThat(table(
                        row("https://example.org/a/1", ""),
                        row("https://example.org/b?id=2", ""),
                        row("https://example.org/a/3/", "")))
                .contains("\tx:1\t", "\tx-2:2\t", "\tx:3/\t")
                .contains("#  x: \"https://example.org/a/\"\n#  x-2: \"https://example.org/b?id=\"\n");
    }

    @Test
    void a_label_with_a_tab_or_a_quote_stands_in_quotes() {
        assertThat(table(row("https://example.org/a/1", "𠮷\t\"局\""))).contains("\tx:1\t\"𠮷\t\"\"局\"\"\"\t");
    }

    private static String table(Binding... rows) {
        return SssomTable.of("https://w3id.org/zhice/linksets/x-same-as", List.of(rows), PREFIXES, "");
    }

    private static Binding row(String object, String label) {
        BindingBuilder row = Binding.builder()
                .add(Var.alloc("subject"), NodeFactory.createURI("https://w3id.org/zhice/id/agency/mps"))
                .add(Var.alloc("relation"), NodeFactory.createURI("https://schema.org/sameAs"))
                .add(Var.alloc("object"), NodeFactory.createURI(object))
                .add(Var.alloc("name"), NodeFactory.createLiteralString("x"));
        return label.isEmpty()
                ? row.build()
                : row.add(Var.alloc("object_label"), NodeFactory.createLiteralString(label))
                        .build();
    }
}
