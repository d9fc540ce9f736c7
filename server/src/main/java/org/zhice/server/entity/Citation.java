package org.zhice.server.entity;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonNumber;
import org.apache.jena.atlas.json.JsonObject;
import org.zhice.server.web.Answer;
import org.zhice.server.web.Language;
import org.zhice.server.web.Messages;
import org.zhice.store.Release;
import org.zhice.store.ReleaseId;
import org.zhice.store.Terms;

/**
 * How a description is cited.
 *
 * @param id of the thing, as a key of a bibliography
 * @param title what the thing is called
 * @param release its name; may be empty
 * @param day of the build that is served; empty if its name does not tell
 */
record Citation(String id, String title, String url, String release, Optional<LocalDate> day, Messages messages) {
    private static final Pattern DAY = Pattern.compile("build-(\\d{4})(\\d\\d)(\\d\\d)-.*");

    /** What TeX would take for commands. */
    private static final Pattern TEX = Pattern.compile("[\\\\{}#$%&_^~]");

    static Citation of(Description description, Release release, Language language) {
        String iri = description.thing().getURI();
        return new Citation(
                iri.substring(Terms.BASE.length()).replaceFirst("^id/", "").replace('/', '-'),
                description.label().in(language.tag()),
                iri,
                ReleaseId.of(release).orElseGet(release::id),
                day(release.id()),
                Messages.in(language, Citation.class));
    }

    private static Optional<LocalDate> day(String release) {
        Matcher name = DAY.matcher(release);
        return name.matches()
                ? Optional.of(LocalDate.parse(name.group(1) + "-" + name.group(2) + "-" + name.group(3)))
                : Optional.empty();
    }

    /** As a sentence. */
    String text() {
        String made = day.map(LocalDate::toString).orElse("–");
        return messages.text("cite.text", title, release.isEmpty() ? "–" : release, made, url);
    }

    /** In a form for bibliographies. */
    Answer in(Form form) {
        return switch (form) {
            case BIB -> Answer.text(form.type(), bibTex());
            case RIS -> Answer.text(form.type(), ris());
            default -> Answer.text(form.type(), csl() + "\n");
        };
    }

    private String bibTex() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("author", "{" + tex(author()) + "}");
        fields.put("title", "{" + tex(title) + "}");
        day.ifPresent(made -> fields.put("year", String.valueOf(made.getYear())));
        day.ifPresent(made -> fields.put("date", made.toString()));
        fields.put("howpublished", tex(messages.text("cite.graph")));
        fields.put("note", tex(messages.text("cite.release", release)));
        fields.put("url", url);
        return fields.entrySet().stream()
                .map(field -> "  " + field.getKey() + " = {" + field.getValue() + "}")
                .collect(Collectors.joining(",\n", "@misc{zhice-" + id + ",\n", "\n}\n"));
    }

    private static String tex(String text) {
        return TEX.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        switch (found.group()) {
                            case "\\" -> "\\textbackslash{}";
                            case "^" -> "\\textasciicircum{}";
                            case "~" -> "\\textasciitilde{}";
                            default -> "\\" + found.group();
                        }));
    }

    private String ris() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("TY", "DATA");
        fields.put("ID", "zhice-" + id);
        fields.put("AU", author());
        fields.put("TI", title);
        fields.put("T2", messages.text("cite.graph"));
        day.ifPresent(made -> fields.put("PY", String.valueOf(made.getYear())));
        day.ifPresent(made -> fields.put("DA", made.toString().replace('-', '/')));
        fields.put("ET", release);
        fields.put("UR", url);
        fields.put("ER", "");
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "  - " + field.getValue().replaceAll("\\s+", " ") + "\r\n")
                .collect(Collectors.joining());
    }

    private JsonArray csl() {
        JsonObject author = new JsonObject();
        author.put("literal", author());
        JsonArray authors = new JsonArray();
        authors.add(author);
        JsonObject item = new JsonObject();
        item.put("id", "zhice-" + id);
        item.put("type", "dataset");
        item.put("title", title);
        item.put("author", authors);
        item.put("container-title", messages.text("cite.graph"));
        day.ifPresent(made -> item.put("issued", parts(made)));
        item.put("version", release);
        item.put("URL", url);
        item.put("language", messages.language().tag());
        JsonArray items = new JsonArray();
        items.add(item);
        return items;
    }

    private static JsonObject parts(LocalDate day) {
        JsonArray date = new JsonArray();
        date.add(JsonNumber.value(day.getYear()));
        date.add(JsonNumber.value(day.getMonthValue()));
        date.add(JsonNumber.value(day.getDayOfMonth()));
        JsonArray dates = new JsonArray();
        dates.add(date);
        JsonObject issued = new JsonObject();
        issued.put("date-parts", dates);
        return issued;
    }

    private String author() {
        return messages.text("cite.author");
    }
}
