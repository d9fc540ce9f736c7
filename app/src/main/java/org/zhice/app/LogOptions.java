package org.zhice.app;

import java.nio.file.Path;
import java.util.Locale;
import org.apache.logging.log4j.core.config.Configurator;
import picocli.CommandLine.Option;

/** How and where a server writes its log: {@code log4j2-more.properties} has an appender for each other than the usual one. */
final class LogOptions {
    private static final String CONFIGURATION = "classpath:log4j2.properties,classpath:log4j2-more.properties";

    enum Form {
        TEXT,
        JSON
    }

    @Option(names = "--log", defaultValue = "text", paramLabel = "text|json", descriptionKey = "serve.log")
    Form form;

    @Option(names = "--log-file", paramLabel = "FILE", descriptionKey = "serve.log-file")
    Path file;

    /** Writes so from now on; text to the standard error is what is written without being told. */
    void use() {
        if (form == Form.TEXT && file == null) {
            return;
        }
        String appender = form.name().toLowerCase(Locale.ROOT);
        System.setProperty("zhice.log", file == null ? appender : appender + "-file");
        if (form == Form.JSON) {
            System.setProperty("zhice.log.requests", "debug");
        }
        if (file != null) {
            System.setProperty("zhice.log.file", file.toAbsolutePath().toString());
        }
        System.setProperty("log4j2.configurationFile", CONFIGURATION);
        Configurator.reconfigure();
    }
}
