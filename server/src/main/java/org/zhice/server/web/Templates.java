package org.zhice.server.web;

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
public final class Templates {
    private static final String HTML = "text/html; charset=utf-8";
    private static final Configuration CONFIGURATION = configuration();

    private Templates() {}

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(Templates.class, "/org/zhice/server");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setFallbackOnNullLoopVariable(false);
        return configuration;
    }

    /** A page in the language of the client. */
    public static Answer page(Client client, String template, Map<String, Object> model) {
        return Answer.text(HTML, render(client, template, model))
                .with("Content-Language", client.language().tag());
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
