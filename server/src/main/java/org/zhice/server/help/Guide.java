package org.zhice.server.help;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * A guide as HTML.
 *
 * @param title its first heading
 * @param chapters its headings of the second rank
 * @param html all of it; what is HTML in its text is shown as text
 */
record Guide(String title, List<Chapter> chapters, String html) {
    private static final Parser PARSER = Parser.builder().build();
    private static final TextContentRenderer TEXT =
            TextContentRenderer.builder().build();

    /** A heading, and where it stands. */
    record Chapter(String id, String title) {}

    /**
     * Reads a guide.
     *
     * @param markdown with the prefixes of its queries in its first block of {@code text}
     * @param open what the link of each query to the editor says
     * @param lineBreak what stands for a new line within a paragraph: nothing where words are not parted
     */
    static Guide of(String markdown, String open, String lineBreak) {
        Node document = PARSER.parse(markdown);
        Parts parts = new Parts();
        document.accept(parts);
        HtmlRenderer html = HtmlRenderer.builder()
                .escapeHtml(true)
                .softbreak(lineBreak)
                .nodeRendererFactory(context -> new CodeBlocks(context.getWriter(), parts.prefixes, open))
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    if (parts.ids.containsKey(node)) {
                        attributes.put("id", parts.ids.get(node));
                    }
                })
                .build();
        return new Guide(parts.title, parts.chapters, html.render(document));
    }

    private static final class Parts extends AbstractVisitor {
        private final IdGenerator generator = IdGenerator.builder().build();
        private final Map<Node, String> ids = new LinkedHashMap<>();
        private final List<Chapter> chapters = new ArrayList<>();
        private String title = "";
        private String prefixes = "";

        @Override
        public void visit(Heading heading) {
            String text = TEXT.render(heading).strip();
            String id = generator.generateId(text);
            ids.put(heading, id);
            switch (heading.getLevel()) {
                case 1 -> title = text;
                case 2 -> chapters.add(new Chapter(id, text));
                default -> {}
            }
        }

        @Override
        public void visit(FencedCodeBlock block) {
            if (prefixes.isEmpty() && block.getInfo().equals("text")) {
                prefixes = block.getLiteral();
            }
        }
    }
}
