package org.filmwright.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentLibraryTest {
    @TempDir
    private Path folder;

    private Path mine;
    private Path ours;
    private AgentLibrary library;

    @BeforeEach
    void open() {
        mine = folder.resolve("mine");
        ours = folder.resolve("ours");
        library = new AgentLibrary(List.of(mine, ours));
    }

    private static void drop(Path into, String id, String text) throws IOException {
        Files.createDirectories(into);
        Files.writeString(into.resolve(id + ".md"), text);
    }

    private static String greeter(String title, double score) {
        return AgentReaderTest.GREETER.replace("title: Greeter", "title: " + title)
                .replace("greeting: 0.9", "greeting: " + score);
    }

    private String title() {
        return library.now().agent("greeter").map(agent -> agent.card().title()).orElse("nobody");
    }

    @Test
    void aFileDroppedInIsFoundChangedAndGoneWithoutARestart() throws IOException {
        assertEquals("nobody", title());
        drop(mine, "greeter", greeter("Usher", 0.9));
        assertEquals("Usher", title());
        drop(mine, "greeter", greeter("Doorman", 0.9));
        assertEquals("Doorman", title());
        Files.delete(mine.resolve("greeter.md"));
        assertEquals("nobody", title());
    }

    @Test
    void theProjectsAgentCountsBeforeTheUsersAndTheUsersBeforeTheBundledOne() throws IOException {
        drop(mine, "greeter", greeter("Mine", 0.9));
        drop(ours, "greeter", greeter("Ours", 0.9));
        assertEquals("Ours", title());
        drop(mine, "scenes", greeter("My analyst", 0.9).replace("id: greeter", "id: scene-analyst"));
        assertEquals("My analyst", library.now().agent("scene-analyst").orElseThrow().card().title());
    }

    @Test
    void aMalformedFileIsRefusedByNameLineAndReasonAndTheRestIsKept() throws IOException {
        int before = library.now().members().size();
        drop(mine, "greeter", greeter("Usher", 0.9));
        drop(mine, "broken", greeter("Usher", 7).replace("id: greeter", "id: scene-analyst"));
        AgentLibrary.Shelf shelf = library.now();
        assertEquals(before + 1, shelf.members().size());
        assertEquals(1, shelf.refused().size());
        String sentence = shelf.refused().getFirst().sentence();
        assertTrue(sentence.startsWith(mine.resolve("broken.md") + ", line 6: "), sentence);
        assertEquals("Scene analyst", shelf.agent("scene-analyst").orElseThrow().card().title());
    }

    @Test
    void theBestForATaskComesFirst() throws IOException {
        drop(mine, "a", greeter("Good", 0.8).replace("id: greeter", "id: good"));
        drop(mine, "b", greeter("Better", 0.9).replace("id: greeter", "id: better"));
        assertEquals(List.of("better", "good"),
                library.now().capableOf("greeting").stream().map(Agent::id).toList());
        assertEquals("coverage-planner", library.now().capableOf("coverage").getFirst().id());
        assertEquals(List.of(), library.now().capableOf("catering"));
    }
}
