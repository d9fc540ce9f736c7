package org.zhice.loader;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses LOADER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhice.loader");

    @Test
    void reading_documents_knows_no_rdf() {
        noClasses()
                .that()
                .resideInAPackage("..extract..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.jena..")
                .check(LOADER);
    }

    @Test
    void the_repair_of_text_knows_nothing_else_of_the_loader() {
        noClasses()
                .that()
                .resideInAPackage("..extract.clean..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.zhice..").and(resideOutsideOfPackage("..extract.clean..")))
                .check(LOADER);
    }

    @Test
    void rooms_of_the_loader_stand_in_no_circle() {
        slices().matching("org.zhice.loader.(*)..").should().beFreeOfCycles().check(LOADER);
    }
}
