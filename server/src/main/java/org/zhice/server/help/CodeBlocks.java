package org.zhice.server.help;

import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.zhice.server.web.Links;

/**
 * Blocks of code, which can be scrolled by keys; a query leads to the editor.
 *
 * @param prefixes a line for each that a query may use
 * @param open what the link to the editor says
 */
record CodeBlocks(HtmlWriter html, String prefixes, String open) implements NodeRenderer {
    private static final Pattern NAME = Pattern.compile("PREFIX (\\w+:)");

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(FencedCodeBlock.class);
    }

    @Override
    public void render(Node node) {
        FencedCodeBlock block = (FencedCodeBlock) node;
        html.line();
        html.tag("pre", Map.of("tabindex", "0"));
        html.tag("code");
        html.text(block.getLiteral());
        html.tag("/code");
        html.tag("/pre");
        if (block.getInfo().equals("sparql")) {
            link(used(block.getLiteral()) + block.getLiteral());
        }
        html.line();
    }

    private void link(String query) {
        html.tag("p");
        html.tag("a", Map.of("class", "button", "href", Links.editor(query)));
        html.text(open);
        html.tag("/a");
        html.tag("/p");
    }

    private String used(String query) {
        return prefixes.lines().filter(line -> isUsed(line, query)).collect(Collectors.joining("\n", "", "\n"));
    }

    private static boolean isUsed(String line, String query) {
        Matcher name = NAME.matcher(line);
        return name.find()
                && Pattern.compile("\\b" + name.group(1)).matcher(query).find();
    }
}
