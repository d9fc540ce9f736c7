package org.zhice.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Alerts and dashboard ask for metrics that the server has. */
class MonitoringTest {
    private static final Path OPS = Path.of(System.getProperty("zhice.home"), "ops");
    private static final Pattern METRIC = Pattern.compile("\\b(zhice|jvm|process)_\\w+");

    @RegisterExtension
    static final TestServer SERVER = new TestServer();

    @ParameterizedTest
    @ValueSource(strings = {"alerts.yml", "dashboard.json"})
    void every_metric_that_is_asked_for_is_there(String file) throws IOException {
        SERVER.get("/queries");
        String answer = SERVER.get("/$/metrics").body();
        List<String> metrics = metrics(Files.readString(OPS.resolve(file)));
        assertThat(metrics).hasSizeGreaterThan(8);
        assertThat(metrics).allMatch(name -> answer.contains("\n" + name + "{") || answer.contains("\n" + name + " "));
    }

    private static List<String> metrics(String text) {
        return METRIC.matcher(text).results().map(MatchResult::group).distinct().toList();
    }
}
