package org.zhice.server.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;

/**
 * The HTML pages. A template is compiled with the program and typed by the model of its page: one that asks for what the
 * model does not have breaks the build. It escapes what it shows.
 */
public final class Templates {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String ROOMS = Room.class.getPackageName().replaceFirst("\\.web$", "");
    private static final TemplateEngine ENGINE =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), ROOMS);

    private Templates() {}

    /**
     * A page in the language of the client.
     *
     * @param template the name of a template in the room of the model, whose words it speaks
     * @param model what the page shows
     */
    public static Answer page(Client client, String template, Record model) {
        String room = model.getClass().getPackageName().substring(ROOMS.length() + 1);
        StringOutput html = new StringOutput();
        ENGINE.render(
                room + "/" + template + ".jte",
                Map.of("site", Site.of(client, model.getClass()), "model", model),
                html);
        return Answer.text(HTML, html.toString())
                .with("Content-Language", client.language().tag());
    }
}
