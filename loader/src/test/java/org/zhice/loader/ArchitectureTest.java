package org.zhice.loader;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    private static final String ROOT = "org.zhice.loader";
    private static final int MOST_CLASSES = 25;
    private static final JavaClasses LOADER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.zhice");

    private static final String CLEAN =
            "extract.clean extract.clean.draft extract.clean.table extract.clean.word extract.kind";

    /** By room, the other rooms of the loader that it may know. */
    private static final Map<String, String> ROOMS = Map.ofEntries(
            Map.entry("input", ""),
            Map.entry("tables", "input"),
            Map.entry("map", "input tables"),
            Map.entry("build", "input tables map"),
            Map.entry("check", "input tables map build"),
            Map.entry("extract.clean.draft", ""),
            Map.entry("extract.clean.word", "extract.clean.draft"),
            Map.entry("extract.clean.table", "extract.clean.draft extract.clean.word"),
            Map.entry("extract.clean", "extract.clean.draft extract.clean.table extract.clean.word"),
            Map.entry("extract.kind", "extract.clean.word"),
            Map.entry("extract.account", CLEAN),
            Map.entry("extract.rows", CLEAN + " extract.account"),
            Map.entry("extract.place", CLEAN + " extract.rows"),
            Map.entry("extract.figure.time", CLEAN),
            Map.entry("extract.figure.number", CLEAN),
            Map.entry("extract.figure.grid", CLEAN),
            Map.entry(
                    "extract.figure",
                    CLEAN
                            + " extract.rows extract.place extract.figure.time extract.figure.number extract.figure.grid"),
            Map.entry("extract.name", CLEAN + " extract.rows"),
            Map.entry("extract.frame", CLEAN + " extract.rows"),
            Map.entry("extract.duty", CLEAN + " extract.rows"),
            Map.entry(
                    "extract",
                    "input extract.account extract.rows extract.duty extract.figure extract.frame extract.name "
                            + CLEAN),
            Map.entry("reading", "input tables extract extract.clean extract.kind extract.rows"),
            Map.entry("text", "input tables extract extract.clean extract.clean.table extract.rows reading"),
            Map.entry("evidence", "input tables extract extract.clean extract.clean.draft extract.rows reading text"),
            Map.entry("review", "input extract.account extract.clean.draft extract.rows reading"),
            Map.entry("desk", "input tables extract.frame extract.clean extract.rows reading text review"));

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
    void rooms_stand_in_no_circle() {
        slices().matching("org.zhice.(**)").should().beFreeOfCycles().check(LOADER);
    }

    @TestFactory
    Stream<DynamicTest> a_room_knows_only_the_rooms_below_it() {
        return ROOMS.keySet().stream()
                .map(room -> DynamicTest.dynamicTest(
                        room,
                        () -> noClasses()
                                .that()
                                .resideInAPackage(ROOT + "." + room)
                                .should()
                                .dependOnClassesThat(
                                        resideInAPackage(ROOT + "..").and(not(resideInAnyPackage(known(room)))))
                                .check(LOADER)));
    }

    @Test
    void every_room_is_listed_and_none_is_a_hall() {
        Map<String, Long> sizes = LOADER.stream()
                .filter(JavaClass::isTopLevelClass)
                .filter(type -> type.getPackageName().startsWith(ROOT + "."))
                .filter(type -> !type.getSimpleName().equals("package-info"))
                .collect(Collectors.groupingBy(
                        type -> type.getPackageName().substring(ROOT.length() + 1),
                        TreeMap::new,
                        Collectors.counting()));
        assertThat(sizes.keySet()).containsExactlyInAnyOrderElementsOf(ROOMS.keySet());
        assertThat(sizes).allSatisfy((room, size) -> assertThat(size).as(room).isLessThanOrEqualTo(MOST_CLASSES));
    }

    private static String[] known(String room) {
        return Stream.concat(Stream.of(room), Stream.of(ROOMS.get(room).split(" ")))
                .filter(name -> !name.isEmpty())
                .map(name -> ROOT + "." + name)
                .toArray(String[]::new);
    }
}
