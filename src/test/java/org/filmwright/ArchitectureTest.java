package org.filmwright;

import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.generate.Generator;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.TextGenerator;
import org.filmwright.net.Egress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the table of rooms in the architecture document: who may import whom, and where each library lives. */
class ArchitectureTest {
    private static final String ROOT = "org.filmwright";
    private static final Set<String> STAGES = Set.of("story", "images", "review", "clips", "timeline");

    /** One row a room. A room's sub-rooms share its row, unless they have one of their own. */
    private static final Map<String, Set<String>> MAY_USE = rooms();

    /** Where each library may be seen, by package prefix. */
    private static final Map<String, Set<String>> LIBRARY_HOMES = Map.ofEntries(Map.entry("javafx.", Set.of("ui")),
            Map.entry("org.hibernate.", Set.of("store")), Map.entry("jakarta.persistence.", Set.of("store")),
            Map.entry("okhttp3.", Set.of("net", "generate.cloud")), Map.entry("ai.djl.", Set.of("generate.local")),
            Map.entry("ai.onnxruntime.", Set.of("generate.local")), Map.entry("org.bytedeco.", Set.of("media")),
            Map.entry("picocli.", Set.of("")), Map.entry("org.h2.", Set.of("store")),
            Map.entry("org.flywaydb.", Set.of("store")), Map.entry("com.networknt.", Set.of("agents")),
            Map.entry("org.apache.lucene.", Set.of("search")),
            Map.entry("com.fasterxml.jackson.dataformat.", Set.of("agents")),
            Map.entry("com.password4j.", Set.of("keys")));

    private static JavaClasses house;

    @BeforeAll
    static void readTheHouse() {
        house = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(ROOT);
    }

    @AfterAll
    static void forgetTheHouse() {
        house = null;
    }

    private static Map<String, Set<String>> rooms() {
        Map<String, Set<String>> rows = new LinkedHashMap<>();
        rows.put("base", Set.of());
        rows.put("story", Set.of("base"));
        rows.put("images", Set.of("base", "story"));
        rows.put("review", Set.of("base", "images"));
        rows.put("clips", Set.of("base", "review"));
        rows.put("timeline", Set.of("base", "clips"));
        rows.put("export", Set.of("base", "timeline", "media"));
        rows.put("media", Set.of("base"));
        rows.put("net", Set.of("base"));
        rows.put("keys", Set.of("base"));
        rows.put("engine", Set.of("base"));
        rows.put("generate", Set.of("base"));
        rows.put("generate.draft", Set.of("base", "generate", "media"));
        rows.put("generate.camera", Set.of("base", "generate", "media"));
        rows.put("generate.local", Set.of("base", "generate", "media", "net"));
        rows.put("generate.cloud", Set.of("base", "generate", "net"));
        rows.put("agents", Set.of("base", "story", "generate"));
        rows.put("search", Set.of());
        rows.put("history", with(STAGES, "base"));
        rows.put("production", with(STAGES, "base", "history", "export", "engine", "agents", "generate",
                "search"));
        rows.put("store", with(STAGES, "base", "history", "engine"));
        rows.put("drill", Set.of("base", "review", "engine", "store"));
        rows.put("server", with(STAGES, "base", "production"));
        rows.put("ui", with(STAGES, "base", "history", "search", "production", "export", "media"));
        return rows;
    }

    private static Set<String> with(Set<String> some, String... more) {
        return Stream.concat(some.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
    }

    @TestFactory
    List<DynamicTest> aRoomUsesOnlyTheRoomsOfItsRow() {
        return MAY_USE.keySet()
                .stream()
                .map(room -> DynamicTest.dynamicTest(room, () -> assertEquals(Set.of(), offencesOf(room))))
                .toList();
    }

    @TestFactory
    List<DynamicTest> aLibraryIsSeenOnlyInItsHome() {
        return LIBRARY_HOMES.keySet()
                .stream()
                .map(library -> DynamicTest.dynamicTest(library, () -> assertEquals(Set.of(), strangersTo(library))))
                .toList();
    }

    @Test
    void everyPackageHasARow() {
        Set<String> homeless = house.stream()
                .map(ArchitectureTest::roomOf)
                .filter(room -> !room.isEmpty() && !MAY_USE.containsKey(room))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), homeless);
    }

    @Test
    void packagesAreFreeOfCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(house);
    }

    @Test
    void panesNeverImportEachOther() {
        Set<String> panes = Set.of("story", "review", "timeline", "motion", "jobs", "models", "settings");
        Set<String> offences = dependencies().filter(d -> panes.contains(paneOf(d.getOriginClass()))
                && panes.contains(paneOf(d.getTargetClass()))
                && !paneOf(d.getOriginClass()).equals(paneOf(d.getTargetClass())))
                .map(Dependency::getDescription)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), offences);
    }

    @Test
    void baseStaysSmall() {
        long types = house.stream().filter(type -> roomOf(type).equals("base") && type.isTopLevelClass()).count();
        assertTrue(types < 20, "base holds " + types + " types");
        assertFalse(types == 0, "base was read");
    }

    @Test
    void thereIsOneGateOutOfThisMachine() {
        Set<String> makers = house.stream()
                .flatMap(type -> type.getConstructorCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(Egress.class))
                .map(call -> call.getOriginOwner().getSimpleName())
                .collect(Collectors.toSet());
        assertEquals(Set.of("Gate"), makers);
    }

    @Test
    void nobodyAsksAGeneratorPastTheSpendLedger() {
        Set<String> offenders = house.stream()
                .filter(type -> !Set.of("Commission", "PaidGenerator", "TextSeller").contains(type.getSimpleName()))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> (call.getTargetOwner().isAssignableTo(Generator.class)
                        || call.getTargetOwner().isAssignableTo(RemoteText.class))
                        && Set.of("start", "resume").contains(call.getName()))
                .map(call -> call.getDescription())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), offenders);
    }

    @Test
    void onlyTheWritersRoomAsksForText() {
        Set<String> offenders = house.stream()
                .filter(type -> !type.getName().startsWith(ROOT + ".agents.WritersRoom"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isAssignableTo(TextGenerator.class)
                        && call.getName().equals("write"))
                .map(call -> call.getDescription())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), offenders);
    }

    @Test
    void onlyTheBridgeHopsToTheWindowThread() {
        Set<String> offenders = house.stream()
                .filter(type -> !type.getPackageName().startsWith(ROOT + ".ui.fx"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().getName().equals("javafx.application.Platform")
                        && call.getName().equals("runLater"))
                .map(call -> call.getDescription())
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(Set.of(), offenders);
    }

    private static Set<String> offencesOf(String room) {
        return dependencies().filter(d -> roomOf(d.getOriginClass()).equals(room))
                .filter(d -> d.getTargetClass().getPackageName().startsWith(ROOT))
                .filter(d -> !roomOf(d.getTargetClass()).equals(room)
                        && !MAY_USE.get(room).contains(roomOf(d.getTargetClass())))
                .map(Dependency::getDescription)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> strangersTo(String library) {
        return dependencies().filter(d -> d.getTargetClass().getName().startsWith(library))
                .filter(d -> !LIBRARY_HOMES.get(library).contains(roomOf(d.getOriginClass())))
                .map(Dependency::getDescription)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Dependency> dependencies() {
        return house.stream().flatMap(type -> type.getDirectDependenciesFromSelf().stream());
    }

    /** The longest row name that the class's package starts with; the root package is "". */
    private static String roomOf(JavaClass type) {
        String name = type.getPackageName();
        if (!name.startsWith(ROOT + ".")) {
            return "";
        }
        String inside = name.substring(ROOT.length() + 1);
        return MAY_USE.keySet()
                .stream()
                .filter(room -> inside.equals(room) || inside.startsWith(room + "."))
                .max((a, b) -> Integer.compare(a.length(), b.length()))
                .orElse(inside);
    }

    private static String paneOf(JavaClass type) {
        String prefix = ROOT + ".ui.";
        String name = type.getPackageName();
        return name.startsWith(prefix) ? name.substring(prefix.length()).split("\\.")[0] : "";
    }
}
