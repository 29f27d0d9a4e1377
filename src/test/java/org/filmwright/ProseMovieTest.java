package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.filmwright.net.ScriptedServer;
import org.filmwright.production.Project;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From three sentences to a film, from the command line: by rule alone, and with a model; every gate a person's. */
class ProseMovieTest {
    private static final String SEED = """
            Mara rows out to the lighthouse at dusk because its lamp has gone dark. Inside she finds old Tobias asleep. \
            "You promised," she says, and he hands her the matches.
            """;
    private static final JsonMapper JSON = new JsonMapper();
    /** What the model says, by how the instructions of the agent begin. */
    private static final Map<String, String> SAYS = Map.of("You build the frame", """
            {"acts":[{"number":1,"purpose":"She comes.","turn":"It is dark.","share":0.5},
            {"number":2,"purpose":"She lights it.","turn":"It burns.","share":0.5}],
            "spine":"Because the lamp is dark she rows out, therefore she must forgive.","midpoint":"She finds him.",
            "climax":"She strikes the match.","plants":[],"confidence":0.9,"doubts":[]}""", "You put a film", """
            {"logline":"A boatwoman lights a lamp.","source":"written","confidence":0.9,"doubts":[]}""",
            "You list everybody",
            """
                    {"characters":[{"name":"MARA","description":"woman in her sixties, yellow oilskin","scenes":[1],"lines":1},
                    {"name":"TOBIAS","description":"old man, white beard","scenes":[2],"lines":0}],
                    "confidence":0.95,"doubts":[]}""",
            "You break an episode",
            """
                    {"scenes":[{"number":1,"heading":"EXT. SEA - DUSK","purpose":"She comes.","happens":"Mara rows.",
                    "characters":["MARA"],"seconds":5,"strand":"A"},
                    {"number":2,"heading":"INT. LIGHTHOUSE - NIGHT","purpose":"She wakes him.","happens":"She wakes him.",
                    "characters":["MARA","TOBIAS"],"seconds":5,"strand":"A"}],
                    "teaser":"A dark lamp.","lastImage":"The lamp burns.","confidence":0.9,"doubts":[]}""",
            "You are the first of two",
            """
                    {"scenes":[{"scene":1,"analysis":"She is alone.","emotion":"resolve","rhythm":"slow","focus":["Mara"],
                    "guidelines":["Leave her: the sea is larger."],"limits":["No cut to the lamp."],"people":["MARA"]},
                    {"scene":2,"analysis":"He sleeps.","emotion":"anger","rhythm":"still","focus":["Tobias"],
                    "guidelines":["Stay: he has all the time."],"limits":["No music."],"people":["MARA"]}],
                    "confidence":0.9,"doubts":[]}""",
            "You are the second of two",
            """
                    {"sceneType":"action","reasoning":"She is left behind. So the camera leaves.",
                    "movement":{"move":"pull-out","amount":0.1,"easing":"linear"},
                    "focusPoints":[{"what":"Mara","x":0.5,"y":0.5,"at":0}],"timing":{"seconds":3,"hold":0.5,"settle":0},
                    "quality":{"minSharpness":0.5,"maxFlicker":0.1,"minSubjectInFrame":0.9},
                    "primary":{"approach":"video-model","prompt":"A woman in a boat on a dark sea, the camera leaves her slowly"},
                    "fallback":{"approach":"camera-over-still","why":"The waves stand, the way stays."},
                    "conflicts":[{"wish":"No cut to the lamp.","limit":"One shot has no cut.","resolution":"Nothing to do."}],
                    "confidence":0.95,"doubts":[]}""");

    @TempDir
    private Path folder;
    private final List<String> decided = new ArrayList<>();

    @BeforeEach
    void writeTheSeed() throws IOException {
        Files.writeString(folder.resolve("lamp.txt"), SEED);
    }

    private CommandLineRun run(Object... words) {
        return CommandLineRun.in(folder.resolve("config"), words);
    }

    private Path project() {
        return folder.resolve("lamp.filmwright");
    }

    private Path film() {
        return folder.resolve("lamp.mp4");
    }

    private CommandLineRun start() {
        return run("workflows", "start", "movie_creation", folder.resolve("lamp.txt"), "--project", project(), "--out",
                film(), "--size", "160x90", "--takes", "1", "--approve", "first", "--json");
    }

    /** Answers the gate that is open, which has to be that one, and works on. */
    private CommandLineRun decide(CommandLineRun at, String gate, String choice, Object... more) throws IOException {
        assertEquals(ExitCode.NEEDS_DECISION, at.exitCode(), at.out() + at.err());
        assertEquals(gate, at.json().at("/gates/0/gate").asText(), at.out());
        decided.add(gate);
        Object[] words = {"workflows", "decide", gate, choice, "--project", project(), "--go-on", "--json"};
        return run(Stream.concat(Stream.of(words), Stream.of(more)).toArray());
    }

    private String screenplay() {
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project()))) {
            return wiring.records().scripts().current().orElseThrow().text();
        }
    }

    @Test
    void byRuleAloneThreeSentencesBecomeAFilmAndNothingLeavesThisMachine() throws IOException {
        CommandLineRun at = start();
        assertEquals(List.of("accept", "redo", "edit", "reject"), choices(at));
        at = decide(at, "concept_gate", "accept");
        at = decide(at, "characters_gate", "accept");
        assertEquals(List.of("accept", "redo", "edit", "reject"), choices(at));
        assertTrue(at.json().at("/gates/0/question").asText().contains("EXT. LIGHTHOUSE - DUSK"), at.out());
        at = decide(at, "scenes_gate", "redo", "--comment", "More wind.");
        at = decide(at, "scenes_gate", "accept");
        at = decide(at, "shots_gate", "accept");
        assertFalse(Files.exists(film()));
        at = decide(at, "film_gate", "accept");

        assertEquals(ExitCode.DONE, at.exitCode(), at.out() + at.err());
        assertTrue(Files.size(film()) > 0);
        assertTrue(screenplay().contains("You promised."), this::screenplay);
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project())); Project seen = wiring.project()) {
            assertEquals(Map.of(), seen.snapshot().edits().stale(), "what was just made is what was asked for");
        }
        assertEquals("rule", camera().at("/by").asText());
        assertFalse(camera().at("/reasoning/sceneType").asText().isEmpty(), camera().toString());
        assertTrue(run("providers", "log").out().contains("Nothing ever left."));
        CommandLineRun check = run("project", "check", project());
        assertEquals(ExitCode.DONE, check.exitCode(), check.out() + check.err());
        assertEquals(ExitCode.DONE, start().exitCode());
    }

    @Test
    void aModelWritesWhatItIsSentBackForWithAPersonsWordsAndTheFilmIsOfItsScreenplay() throws IOException {
        try (ScriptedServer model = new ScriptedServer(ProseMovieTest::answer)) {
            run("providers", "use", "vllm", "--address", model.address(), "--model", "m", "--context", "200000");
            CommandLineRun at = start();
            assertTrue(at.json().at("/gates/0/question").asText().contains("A boatwoman lights a lamp."), at.out());
            at = decide(at, "concept_gate", "redo", "--comment", "Name the STORMGLASS.");
            assertTrue(asked(model, "You put a film").getLast().contains("Name the STORMGLASS."));
            assertTrue(asked(model, "You build the frame").getLast().contains("Name the STORMGLASS."));
            at = decide(at, "concept_gate", "accept");
            at = decide(at, "characters_gate", "accept");
            at = decide(at, "scenes_gate", "accept");
            at = decide(at, "shots_gate", "accept");
            at = decide(at, "film_gate", "accept");

            assertEquals(ExitCode.DONE, at.exitCode(), at.out() + at.err());
            assertTrue(Files.size(film()) > 0);
            String written = screenplay();
            assertTrue(written.contains("EXT. SEA - DUSK") && written.contains("Written for INT. LIGHTHOUSE - NIGHT."),
                    written);
            assertTrue(written.contains("MARA (woman in her sixties, yellow oilskin) waits."), written);
            List<String> scenes = asked(model, "You turn prose");
            assertEquals(2, scenes.size());
            directed(model);
            assertEquals(8 + 2 + asked(model, "You are the second").size(), model.asked().size(),
                    "nothing was asked twice, though the project was closed at every gate");
            assertTrue(scenes.getFirst().contains("yellow oilskin"), scenes::getFirst);
            assertTrue(scenes.getFirst().contains("A boatwoman lights a lamp."), scenes::getFirst);
            assertEquals(List.of("concept_gate", "concept_gate", "characters_gate", "scenes_gate", "shots_gate",
                    "film_gate"), decided);
        }
    }

    /** The first layer's words reach the second, and its reasoning lies beside the clips. */
    private void directed(ScriptedServer model) throws IOException {
        String handed = asked(model, "You are the second").getFirst();
        assertTrue(handed.contains("Leave her: the sea is larger.") || handed.contains("Stay: he has all the time."),
                handed);
        JsonNode camera = camera();
        assertEquals("pull-out", camera.at("/move").asText());
        assertTrue(camera.at("/by").asText().startsWith("video-motion"), camera.toString());
        List<String> limits = camera.at("/reasoning/conflicts").findValuesAsText("limit");
        assertTrue(limits.contains("One shot has no cut."), limits::toString);
        assertTrue(limits.contains("No model of videos is set up."), limits::toString);
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(project())); Project seen = wiring.project()) {
            assertEquals(Map.of(), seen.snapshot().edits().stale(), "a clip is not stale for being directed");
        }
    }

    private JsonNode camera() throws IOException {
        return JSON.readTree(Files.readString(project().resolve("output/scene_1/metadata.json"))).at("/shots/0/camera");
    }

    @Test
    void proseThatIsOpenedInTheStudioIsAProjectWithAScreenplayThatStaysAsItWasWrittenOn() throws IOException {
        try (Project project = CommandFailed.orFail(new StudioDesk().begin(folder.resolve("lamp.txt")))) {
            assertEquals(2, project.snapshot().script().orElseThrow().plan().scenes().size());
        }
        assertTrue(screenplay().contains("INT. LIGHTHOUSE - DUSK"), this::screenplay);
        try (Project again = CommandFailed.orFail(new StudioDesk().begin(folder.resolve("lamp.txt")))) {
            assertEquals(2, again.snapshot().script().orElseThrow().plan().scenes().size());
        }
        CommandLineRun check = run("project", "check", project());
        assertEquals(ExitCode.DONE, check.exitCode(), check.out() + check.err());
    }

    private static List<String> choices(CommandLineRun at) throws IOException {
        return at.json().at("/gates/0/choices").findValuesAsText("choice");
    }

    /** What an agent was handed, each time. */
    private static List<String> asked(ScriptedServer model, String agent) {
        return model.asked()
                .stream()
                .map(asked -> asked.json())
                .filter(body -> body.at("/messages/0/content").asText().startsWith(agent))
                .map(body -> body.at("/messages/1/content").asText())
                .toList();
    }

    private static ScriptedServer.Turn answer(ScriptedServer.Asked asked) {
        JsonNode body = asked.json();
        String instructions = body.at("/messages/0/content").asText();
        String heading = body.at("/messages/1/content").asText().contains("EXT. SEA - DUSK\n=== end of heading")
                ? "EXT. SEA - DUSK"
                : "INT. LIGHTHOUSE - NIGHT";
        String said = SAYS.entrySet()
                .stream()
                .filter(entry -> instructions.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> JSON.createObjectNode()
                        .put("fountain", heading + "\n\nMARA waits. Written for " + heading + ".\n")
                        .put("confidence", 0.9)
                        .<ObjectNode>set("doubts", JSON.createArrayNode())
                        .<ObjectNode>set("kept", JSON.createArrayNode().add("All"))
                        .<ObjectNode>set("left", JSON.createArrayNode())
                        .set("changed", JSON.createArrayNode())
                        .toString());
        return ScriptedServer.chat(said);
    }
}
