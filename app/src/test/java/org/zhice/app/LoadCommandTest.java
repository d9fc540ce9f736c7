package org.zhice.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What can be wrong with the address of another engine is told before anything is built or asked. */
class LoadCommandTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "load | Missing required option",
                "load --backend ftp://a/sparql | --backend: found \"ftp://a/sparql\", expected the address of a SPARQL endpoint",
                "load --backend http://知策𠮷/a%zz | --backend: found",
                "load --backend http://me:word@a/sparql | --backend: found",
                "load --backend http://localhost:1/other | --graph-store: found nothing, expected the address of its",
                "load --backend http://localhost:1/sparql --graph-store x | --graph-store: found \"x\"",
                "serve --backend localhost:1 | --backend: found \"localhost:1\"",
                "serve --backend http://localhost:1/sparql --follow /nowhere | found --backend and --follow, expected one of them"
            })
    void is_refused_with_what_was_found_and_expected(String command, String told) {
        StringWriter err = new StringWriter();
        CommandLine line = Zhice.commandLine().setErr(new PrintWriter(err));

        assertThat(line.execute(command.split(" "))).isEqualTo(2);
        assertThat(err.toString()).contains(told);
    }

    @Test
    void an_engine_that_is_not_there_is_named() {
        StringWriter err = new StringWriter();
        CommandLine line = Zhice.commandLine().setErr(new PrintWriter(err));

        assertThat(line.execute("check", "--queries", "--endpoint", "http://localhost:1/sparql"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("http://localhost:1/sparql: no answer (no connection)");
    }
}
