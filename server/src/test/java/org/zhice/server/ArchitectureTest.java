package org.zhice.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may know whom among the rooms of the server, and in the modules below it. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhice");

    /** Each room knows {@code web} and, where it says so, another room that it builds on. */
    @ParameterizedTest
    @CsvSource({
        "protocol, ''",
        "web, 'protocol'",
        "cache, 'web protocol'",
        "credential, ''",
        "front, 'web protocol cache credential'",
        "evidence, 'web'",
        "entity, 'web'",
        "question, 'web entity evidence'",
        "sparql, 'web protocol question'",
        "dataset, 'web question sparql'",
        "mcp, 'web entity'",
        "release, 'web protocol'",
        "ontology, 'web'",
        "tables, 'web'",
        "crawl, 'web protocol'",
        "help, 'web'",
        "search, 'web'",
        "explore, 'web entity'",
        "reconcile, 'web'",
        "sheet, 'web entity'",
        "plan, 'web sheet'",
        "reading, 'web sheet'",
        "law, 'web sheet'",
        "agency, 'web sheet'",
        "campaign, 'web sheet'",
        "metric, 'web sheet'",
    })
    void rooms_know_what_is_drawn(String room, String known) {
        String[] allowed = ("" + known).isBlank() ? new String[0] : known.split(" ");
        ArchRule rule = noClasses()
                .that()
                .resideInAPackage("org.zhice.server." + room)
                .should()
                .dependOnClassesThat(resideInAPackage("org.zhice.server..")
                        .and(DescribedPredicate.describe(
                                "is another room",
                                other -> !other.getPackageName().equals("org.zhice.server." + room)
                                        && Arrays.stream(allowed)
                                                .noneMatch(one ->
                                                        other.getPackageName().equals("org.zhice.server." + one)))));
        rule.check(CLASSES);
    }

    @Test
    void saved_queries_and_the_store_know_nothing_of_the_web() {
        noClasses()
                .that()
                .resideInAnyPackage("org.zhice.query..", "org.zhice.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..", "org.eclipse.jetty..", "org.apache.jena.fuseki..", "org.zhice.server..")
                .check(CLASSES);
    }

    @Test
    void the_store_knows_nobody() {
        noClasses()
                .that()
                .resideInAPackage("org.zhice.store..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.zhice.query..", "org.zhice.loader..")
                .check(CLASSES);
    }
}
