package org.filmwright.agents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AgentReaderTest {
    static final String GREETER = """
            ---
            id: greeter
            version: 2
            title: Greeter
            category: story
            capabilities: {greeting: 0.9}
            fallback: scenes
            input:
              type: object
              properties:
                count: {type: integer}
                script: {type: string}
            output:
              type: object
              additionalProperties: false
              required: [words]
              properties:
                words: {type: string, maxLength: 40}
            example:
              input: {count: 1}
              output: {words: Good evening}
            ---
            """ + "You greet the audience in {{count}} words before the film begins, as an usher would. ".repeat(3);
    private static final AgentReader READER = new AgentReader(Set.of("scenes"));

    private static AgentReading.Refused refused(String from, String to) {
        assertTrue(GREETER.contains(from), from);
        return assertInstanceOf(AgentReading.Refused.class, READER.read("greeter.md", GREETER.replace(from, to)));
    }

    private static void refused(String from, String to, int line, String words) {
        AgentReading.Refused refused = refused(from, to);
        assertTrue(refused.reason().contains(words), refused::sentence);
        assertEquals(line, refused.line(), refused::sentence);
        assertEquals("greeter.md", refused.file());
    }

    @Test
    void anAgentIsReadWithTheUsualThresholdAndWhateverLineEndsItHas() {
        Agent agent = assertInstanceOf(AgentReading.Read.class, READER.read("greeter.md", GREETER)).agent();
        assertEquals("greeter", agent.id());
        assertEquals(2, agent.card().version());
        assertEquals(0.75, agent.threshold());
        assertEquals(0.9, agent.score("greeting"));
        assertEquals(0, agent.score("singing"));
        assertTrue(agent.instructions().startsWith("You greet"));
        assertInstanceOf(AgentReading.Read.class, READER.read("a", "\uFEFF" + GREETER.replace("\n", "\r\n")));
    }

    @Test
    void whatIsWrongIsNamedWithItsLine() {
        refused("version: 2", "version: none", 3, "integer");
        refused("category: story", "category: catering", 5, "enumeration");
        refused("{greeting: 0.9}", "{greeting: 1.9}", 6, "maximum");
        refused("fallback: scenes", "fallback: magic", 7, "there is no rule 'magic'; there are scenes");
        refused("maxLength: 40", "maxLength: forty", 18, "integer");
        refused("words: Good evening", "words: [Good]", 21, "string");
        refused("input: {count: 1}", "input: {count: one}", 20, "integer");
        refused("id: greeter", "id: greeter\nid: again", 3, "Duplicate");
        refused("title: Greeter", "title: [", 6, "no YAML");
        refused("title: Greeter\n", "", 2, "title");
        refused("version: 2", "version: 2\ncolour: red", 4, "colour");
        refused("words: {type: string", "confidence: {type: string", 18, "false");
    }

    @Test
    void aSchemaLeadsNowhereOutsideItsFile() {
        refused("words: {type: string, maxLength: 40}", "words: {$ref: 'https://example.org/x.json'}", 13,
                "leads out of this file");
    }

    @Test
    void storyTextIsNeverFilledIntoInstructions() {
        refused("{{count}}", "{{script}}", 8, "text of the story stays out of instructions");
        refused("{{count}}", "{{nothing}}", 8, "{{nothing}}");
    }

    @Test
    void aFileThatIsNoAgentIsRefused(@TempDir Path folder) throws IOException {
        assertEquals(1, assertInstanceOf(AgentReading.Refused.class, READER.read("a.md", "# Notes")).line());
        assertTrue(refused(GREETER.substring(GREETER.indexOf("You greet")), "Hello.").reason().contains("200"));
        Path latin = Files.write(folder.resolve("latin.md"), new byte[]{'-', '-', '-', '\n', (byte) 0xE9});
        assertTrue(assertInstanceOf(AgentReading.Refused.class, READER.read(latin)).reason().contains("UTF-8"));
        Path large = Files.write(folder.resolve("large.md"), new byte[AgentReader.LONGEST + 1]);
        assertTrue(assertInstanceOf(AgentReading.Refused.class, READER.read(large)).reason().contains("bytes"));
        assertInstanceOf(AgentReading.Refused.class, READER.read(folder.resolve("gone.md")));
    }
}
