package org.zhice.server.reconcile;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JsonObject;
import org.apache.jena.graph.NodeFactory;
import org.eclipse.jetty.util.StringUtil;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Page;
import org.zhice.store.Label;
import org.zhice.store.Labels;
import org.zhice.store.Release;

/** A few words on what is suggested, as a piece of HTML within JSON. */
record FlyoutPage(Suggestible what) implements Page {
    @Override
    public Answer get(Client client, Release release) {
        String id = client.parameter("id").orElse("");
        JsonObject json = new JsonObject();
        json.put("id", id);
        json.put("html", html(lines(id, client, release)));
        return Answer.json(json);
    }

    private Stream<String> lines(String id, Client client, Release release) {
        return switch (what) {
            case ENTITY -> entity(client, release);
            case PROPERTY -> {
                Properties.Property property = Properties.of(release).required(id);
                yield Stream.of(property.label().en(), property.label().zh(), property.iri());
            }
            case TYPE ->
                Stream.of(Types.of(release).name(Types.of(release).required(id), client.language()), id)
                        .distinct();
        };
    }

    private static Stream<String> entity(Client client, Release release) {
        String iri = Ids.asked(client, release);
        Label label = Labels.of(release, List.of(NodeFactory.createURI(iri)))
                .getOrDefault(NodeFactory.createURI(iri), Label.NONE);
        return Stream.of(label.en(), label.zh(), Types.of(release).name(Ids.kind(iri), client.language()));
    }

    private static String html(Stream<String> lines) {
        return lines.filter(line -> !line.isEmpty())
                .map(StringUtil::sanitizeXmlString)
                .collect(Collectors.joining("<br>", "<p>", "</p>"));
    }
}
