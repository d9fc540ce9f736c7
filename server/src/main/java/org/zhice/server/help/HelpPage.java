package org.zhice.server.help;

import java.util.List;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.server.web.Page;
import org.zhice.server.web.Templates;
import org.zhice.store.Queries;
import org.zhice.store.Release;

/** The guide in the language of the reader, with the addresses of this server, and each query one click from the editor. */
record HelpPage() implements Page {
    private static final String EN = Queries.text(HelpPage.class, "guide.md");
    private static final String ZH = Queries.text(HelpPage.class, "guide.zh.md");

    /** Where the guide thinks that the server is. */
    private static final String LOCAL = "http://localhost:3330";

    /** What the page shows. */
    record Model(String title, List<Guide.Chapter> chapters, String html) {}

    @Override
    public Answer get(Client client, Release release) {
        Language language = client.language();
        String open = Messages.in(language).text("site.edit");
        Guide guide =
                language == Language.ZH ? Guide.of(here(ZH, client), open, "") : Guide.of(here(EN, client), open, "\n");
        return Templates.page(client, "help", new Model(guide.title(), guide.chapters(), guide.html()));
    }

    private static String here(String guide, Client client) {
        return guide.replace("](" + LOCAL, "](").replace(LOCAL, client.site());
    }
}
