package org.zhice.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhice.query.contract.Contract;
import org.zhice.query.contract.Verdict;
import org.zhice.query.file.SavedQueries;

class OverdueQueryTest {
    static {
        JenaSystem.init();
    }

    /** All that there is, with itself four times over, which takes longer than anybody waits. */
    private static final String ENDLESS = """
            #+ title: {en: Everything, zh: 一切}
            #+ question: {en: "What is there?", zh: 有些什么？}
            #+ columns:
            #+   a: {en: Thing, zh: 事物}
            #+ tags: [tasks]
            #+ asked-by: {en: auditors, zh: 审计人员}
            #+ expect: 3
            SELECT ?a
            WHERE {
              ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l
              FILTER(?c != "𠮷" && ?a != ?k)
            }
            ORDER BY ?a
            """;

    @TempDir
    Path folder;

    @Test
    void a_query_without_an_end_fails_and_its_verdict_says_why() throws IOException {
        Files.writeString(folder.resolve("saved.rq"), ENDLESS);
        SavedQuery endless = SavedQueries.read(folder).find("saved").orElseThrow();

        Verdict verdict = MadeUpGraph.releases(MadeUpGraph.LIMITS.within(Duration.ofMillis(1)))
                .read(release -> Contract.run(endless, release));

        assertThat(verdict.outcome()).isEqualTo(Verdict.Outcome.FAILED);
        assertThat(verdict.difference().orElseThrow().found())
                .matches("no answer \\(stopped after \\d+ s, longer than a query may take\\)");
    }
}
