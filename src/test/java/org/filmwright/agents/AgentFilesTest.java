package org.filmwright.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.agents.rules.Rulebook;
import org.filmwright.agents.Agent.Category;
import org.filmwright.base.Progress;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The agents that come with this program. */
class AgentFilesTest {
    private static final AgentLibrary.Shelf SHELF = new AgentLibrary(List.of()).now();

    private static Stream<Agent> agents() {
        return SHELF.members().stream().map(AgentLibrary.Member::agent);
    }

    @Test
    void everyFileIsSoundAndEachDepartmentIsStaffed() {
        assertEquals(List.of(), SHELF.refused());
        assertTrue(SHELF.members().size() >= 50, "there are " + SHELF.members().size());
        Map<Category, Integer> staff = new EnumMap<>(Category.class);
        agents().forEach(agent -> staff.merge(agent.card().category(), 1, Integer::sum));
        Arrays.stream(Category.values())
                .forEach(each -> assertTrue(staff.getOrDefault(each, 0) >= 8, each + " " + staff));
    }

    @Test
    void theIndexNamesExactlyTheFilesThatAreThere() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(AgentLibrary.class.getResource(AgentLibrary.INDEX)).toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".md"))
                    .map(name -> name.substring(0, name.length() - 3))
                    .sorted()
                    .toList(), Resources.text(AgentLibrary.INDEX).lines().toList());
        }
        assertEquals(Resources.text(AgentLibrary.INDEX).lines().toList(), agents().map(Agent::id).sorted().toList());
    }

    @TestFactory
    Stream<DynamicTest> anExampleAnswersItsOwnInput() {
        return agents().map(agent -> DynamicTest.dynamicTest(agent.id(), () -> {
            JsonNode input = agent.contract().exampleInput();
            assertEquals(List.of(), Schemas.flaws(Schemas.compiled(agent.contract().input()), input));
            assertEquals(List.of(), AnswerForm.plain(agent, input).flaws(agent.contract().exampleOutput()));
        }));
    }

    /** What is not declared could smuggle something in, and some providers refuse open objects. */
    @TestFactory
    Stream<DynamicTest> answersAreClosed() {
        return agents().map(agent -> DynamicTest.dynamicTest(agent.id(), () -> assertEquals(List.of(),
                agent.contract()
                        .output()
                        .findParents("properties")
                        .stream()
                        .filter(each -> each.path("type").asText().equals("object")
                                && each.path("additionalProperties").asBoolean(true))
                        .toList())));
    }

    @TestFactory
    Stream<DynamicTest> instructionsSayWhatToLookAtWhatNeverToDoAndHowSureToBe() {
        return agents().map(agent -> DynamicTest.dynamicTest(agent.id(), () -> {
            String text = agent.instructions();
            assertTrue(text.split("\\s+").length >= 90, () -> "only " + text.split("\\s+").length + " words");
            List.of("## Never", "## How sure").forEach(part -> assertTrue(text.contains(part), part));
        }));
    }

    @TestFactory
    Stream<DynamicTest> aRuleAnswersWhereOneIsNamed() {
        WritersRoom room = new WritersRoom(Optional.empty());
        return agents().filter(agent -> agent.fallback().isPresent())
                .map(agent -> DynamicTest.dynamicTest(agent.id(), () -> {
                    AgentResult result = room.run(agent, agent.contract().exampleInput(), Progress.NONE);
                    assertTrue(result instanceof AgentResult.Delivered, result::toString);
                }));
    }

    @Test
    void everyRuleHasAnAgent() {
        assertEquals(Rulebook.names(),
                agents().flatMap(agent -> agent.fallback().stream()).collect(Collectors.toSet()));
    }
}
