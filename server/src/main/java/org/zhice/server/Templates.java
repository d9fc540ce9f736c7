package org.zhice.server;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The HTML pages: templates that escape what they show and fail on what is missing. */
final class Templates {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String YEAR_SECONDS = "31536000";
    /** Nothing from elsewhere, nothing inline. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Configuration CONFIGURATION = configuration();

    private Templates() {}

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Templates.class, "templates");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        return configuration;
    }

    /** A page in the language of the client; the language is remembered if it was chosen in the address. */
    static Answer page(Client client, String template, Map<String, Object> model) {
        Answer answer = Answer.text(HTML, render(client, template, model))
                .with("Content-Language", client.language().tag())
                .with("Content-Security-Policy", POLICY)
                .with("Vary", "Accept, Accept-Language, Cookie");
        return remembering(client, answer);
    }

    /** The answer, with the language of the client to remember if it was chosen in the address. */
    static Answer remembering(Client client, Answer answer) {
        return client.chosen() ? answer.with("Set-Cookie", cookie(client)) : answer;
    }

    /** The editor sets styles of its elements, which other pages may not. */
    static Answer editor(Client client, Map<String, Object> model) {
        return page(client, "editor.ftlh", model)
                .with(
                        "Content-Security-Policy",
                        POLICY.replace("style-src 'self'", "style-src 'self' 'unsafe-inline'"));
    }

    private static String cookie(Client client) {
        return "lang=" + client.language().tag() + "; Path=/; Max-Age=" + YEAR_SECONDS + "; SameSite=Lax";
    }

    private static String render(Client client, String template, Map<String, Object> model) {
        Map<String, Object> all = new HashMap<>(model);
        Messages messages = Messages.in(client.language());
        TemplateMethodModelEx msg = args -> messages.text(args.get(0).toString(), rest(args));
        all.put("msg", msg);
        all.put("lang", client.language().tag());
        all.put("other", client.language().other().tag());
        all.put("switched", client.switched());
        StringWriter html = new StringWriter();
        try {
            CONFIGURATION.getTemplate(template, client.language().locale()).process(all, html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException(template, e);
        }
        return html.toString();
    }

    private static Object[] rest(List<?> args) {
        return args.stream().skip(1).map(Object::toString).toArray();
    }
}
