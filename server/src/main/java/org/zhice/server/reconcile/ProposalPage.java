package org.zhice.server.reconcile;

import java.util.Optional;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Client;
import org.zhice.server.web.Page;
import org.zhice.server.web.Problem;
import org.zhice.store.Release;

/** The properties that things of a type have, what most of them have first. */
record ProposalPage() implements Page {
    @Override
    public Answer get(Client client, Release release) {
        String type = Types.of(release).required(client.parameter("type").orElse(""));
        Optional<Integer> limit = client.parameter(Extension.LIMIT).map(ProposalPage::limit);
        JsonArray proposed = new JsonArray();
        Properties.of(release).of(type).stream()
                .limit(limit.orElse(Integer.MAX_VALUE))
                .forEach(property -> {
                    JsonObject json = new JsonObject();
                    json.put("id", property.id());
                    json.put("name", property.name(client.language()));
                    proposed.add(json);
                });
        JsonObject json = new JsonObject();
        json.put("type", type);
        limit.ifPresent(most -> json.put("limit", JsonNumber.value(most)));
        json.put("properties", proposed);
        return Answer.json(json);
    }

    private static int limit(String text) {
        if (!text.matches("[1-9]\\d{0,8}")) {
            throw Problem.option(Extension.LIMIT, text, "1, 2, 3, …");
        }
        return Integer.parseInt(text);
    }
}
