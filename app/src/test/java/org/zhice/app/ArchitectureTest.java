package org.zhice.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The whole house: all modules together, of which the app knows each. */
class ArchitectureTest {
    private static final int MOST_CLASSES = 25;
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhice");

    @Test
    void all_modules_are_looked_at() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName))
                .contains(
                        "org.zhice.store", "org.zhice.query", "org.zhice.loader", "org.zhice.server", "org.zhice.app");
    }

    @Test
    void no_packages_stand_in_a_circle() {
        slices().matching("org.zhice.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    /** Classes that the build makes of templates stand there as their templates. */
    @Test
    void no_package_is_a_hall() {
        Map<String, List<JavaClass>> packages = CLASSES.stream()
                .filter(one -> !one.isNestedClass() && !one.getSimpleName().equals("package-info"))
                .filter(one -> !one.getSimpleName().matches("Jte.*Generated"))
                .collect(Collectors.groupingBy(JavaClass::getPackageName));

        assertThat(packages.values()).allMatch(classes -> classes.size() <= MOST_CLASSES);
    }

    @Test
    void loader_and_server_do_not_know_each_other() {
        noClasses()
                .that()
                .resideInAPackage("org.zhice.loader..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.zhice.server..", "org.zhice.query..", "org.zhice.app..")
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("org.zhice.server..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.zhice.loader..", "org.zhice.app..")
                .check(CLASSES);
    }

    /** The loader maps, checks and builds by itself; all others come through the door. */
    @Test
    void nobody_else_names_what_is_behind_the_door() {
        for (String hidden : List.of(
                "org.apache.jena.sparql.core.DatasetGraph",
                "org.apache.jena.sparql.exec.QueryExec",
                "org.apache.jena.sparql.util.Context")) {
            noClasses()
                    .that()
                    .resideOutsideOfPackages("org.zhice.store..", "org.zhice.server.sparql", "org.zhice.loader..")
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName(hidden)
                    .check(CLASSES);
        }
    }
}
