package org.zhice.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhice.server");

    @Test
    void saved_queries_know_nothing_of_the_web() {
        noClasses()
                .that()
                .resideInAPackage("org.zhice.server.query")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "jakarta.servlet..", "org.eclipse.jetty..", "org.apache.jena.fuseki..", "freemarker..")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("org.zhice.server")
                .check(CLASSES);
    }

    @Test
    void server_knows_nothing_of_the_loader() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.zhice.loader..")
                .check(CLASSES);
    }
}
