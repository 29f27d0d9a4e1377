package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.filmwright.net.Passage;
import org.filmwright.witness.SocketWitness;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What left this machine, as the command line tells it; and that commands without a provider open no socket at all. */
class NetworkCommandTest {
    private static final Path FERRY = Path.of("assets/samples/night-ferry.fountain");

    @TempDir
    private Path folder;

    private CommandLineRun run(Object... words) {
        return CommandLineRun.in(folder, words);
    }

    private void left(String at, String host, String end) {
        left(Optional.empty(), at, host, end);
    }

    private void left(Optional<Path> project, String at, String host, String end) {
        new EgressFile(folder, project).accept(new Passage(Instant.parse(at), host, 100, 200, "text", end));
    }

    @Test
    void nothingLeftIsSaidWhereOnlyServersOfThisMachineWereAskedAndRequestsHeldBack() throws IOException {
        left("2026-11-20T10:00:00Z", "127.0.0.1:11434", "200");
        left("2026-11-20T10:00:01Z", "api.anthropic.com", "held back");
        left("2026-11-20T10:00:02Z", "api.anthropic.com", "not reached");
        CommandLineRun report = run("network", "report", "--out", folder.resolve("out"));
        assertTrue(report.out().contains("Nothing left this machine."), report::out);
        assertTrue(report.out().contains("1 requests were held back."), report::out);
        try (var files = Files.list(folder.resolve("out"))) {
            assertTrue(Files.readString(files.findFirst().orElseThrow()).contains("Nothing left this machine."));
        }
    }

    @Test
    void whatLeftIsCountedByHostSinceTheDayThatIsAskedFor() throws IOException {
        left("2026-11-20T10:00:00Z", "api.replicate.com", "200");
        left("2026-11-21T10:00:00Z", "api.anthropic.com", "lost");
        left("2026-11-21T10:00:01Z", "api.anthropic.com", "401");
        JsonNode all = run("network", "report", "--json").json();
        assertEquals(2, all.get("hosts").size());
        JsonNode later = run("network", "report", "--since", "2026-11-21", "--json").json();
        assertEquals("api.anthropic.com", later.at("/hosts/0/name").asText());
        assertEquals(2, later.at("/hosts/0/requests").asInt());
        assertEquals(200, later.at("/hosts/0/sent").asInt());
        assertFalse(run("network", "report").out().contains("Nothing left"));
    }

    @Test
    void aLogThatDoesNotReachBackPromisesNothing() throws IOException {
        left("2026-11-21T10:00:00Z", "127.0.0.1:1", "200");
        Files.writeString(folder.resolve("logs").resolve("egress.log.0"),
                "2026-11-20T10:00:00Z  127.0.0.1:1  sent 1  got 1  text  200\n");
        assertFalse(run("network", "report").out().contains("Nothing left this machine."));
        assertTrue(run("network", "report").out().contains("does not reach back"));
        assertTrue(run("network", "report", "--since", "2026-11-21").out().contains("Nothing left this machine."));
    }

    private JsonNode reportOf(Path project) throws IOException {
        return run("network", "report", "--project", project, "--since", "2026-11-20", "--json").json();
    }

    private Path project(String name) {
        Path made = folder.resolve(name);
        Wiring.openOrCreate(made).orElse(failure -> Assertions.fail(failure.what())).close();
        return made;
    }

    @Test
    void aReportOfAProjectCountsItsOwnRequestsAndThoseOfWhichNobodyKnowsWhose() throws IOException {
        Path tea = project("tea.filmwright");
        Path rain = project("rain.filmwright");
        left(Optional.of(tea), "2026-11-21T10:00:00Z", "api.replicate.com", "201");
        left(Optional.empty(), "2026-11-21T10:00:01Z", "huggingface.co", "200");
        assertEquals(1, reportOf(tea).get("hosts").size());
        assertEquals("api.replicate.com", reportOf(tea).at("/hosts/0/name").asText());
        assertEquals(1, reportOf(tea).get("others").asInt());
        assertEquals(0, reportOf(rain).get("hosts").size());
        assertTrue(run("network", "report", "--project", rain, "--since", "2026-11-20").out()
                .contains("Nothing of this project left this machine."));
        assertEquals(2, run("network", "report", "--json").json().get("hosts").size());
        assertFalse(Files.readString(folder.resolve("logs").resolve("egress.log")).contains(folder.toString()),
                "where a project lies is nobody's business");

        Files.writeString(folder.resolve("logs").resolve("egress.log"),
                "2026-11-21T11:00:00Z  api.anthropic.com  sent 1  got 1  text  200\n", StandardOpenOption.APPEND);
        assertEquals("api.anthropic.com", reportOf(rain).at("/hosts/0/name").asText(),
                "a line of an earlier version may be of any project");
    }

    @Test
    void theTableHasARowForEachRequestAndNoFormula() throws IOException {
        left("2026-11-21T10:00:00Z", "=evil.example", "200");
        run("network", "log", "--csv", folder.resolve("out"));
        try (var files = Files.list(folder.resolve("out"))) {
            List<String> rows = Files.readAllLines(files.findFirst().orElseThrow());
            assertEquals(List.of("at,host,sent,got,why,end,other_machine,project",
                    "2026-11-21T10:00:00Z,'=evil.example,100,200,text,200,yes,none"), rows);
        }
    }

    @Test
    void withTheNetworkOffAKeyIsNotEvenTried() throws Exception {
        InputStream terminal = System.in;
        try {
            System.setIn(new ByteArrayInputStream("sk-never-sent\n".getBytes(StandardCharsets.UTF_8)));
            run("providers", "set-key", "gemini");
        } finally {
            System.setIn(terminal);
        }
        run("network", "off");
        List<String> sockets = SocketWitness.during(() -> {
            assertTrue(run("providers", "test", "gemini").err().contains("could not be reached"));
            return true;
        });
        assertEquals(List.of(), sockets);
        assertTrue(run("network", "log").out().contains("held back"));
        assertTrue(run("network", "on").out().contains("on for those who are set up"));
    }

    @Test
    void aSettingThatCannotBeReadKeepsEverythingHere() throws IOException {
        Files.writeString(folder.resolve("network.json"), "{oops");
        assertTrue(new Gate(folder).isOff());
    }

    @Test
    void commandsThatNeedNobodyOpenNoSocket() throws Exception {
        Path project = folder.resolve("p.filmwright");
        List<String> sockets = SocketWitness.during(() -> {
            assertEquals(ExitCode.DONE, run("make", FERRY, "--out", folder.resolve("film.mp4"), "--project", project,
                    "--size", "160x90", "--takes", "1").exitCode());
            run("doctor");
            run("models", "list");
            run("agents", "run", "logline-writer", "--input", FERRY);
            run("costs", "--project", project);
            run("takes", "list", "--project", project);
            assertTrue(run("workflows", "estimate", "make", "--project", project).out().contains("buys nothing"));
            run("providers", "use", "anthropic");
            JsonNode texts = run("workflows", "estimate", "movie_creation", "--project", project, "--json").json();
            assertEquals("texts", texts.at("/lines/0/what").asText(), texts::toString);
            assertTrue(texts.at("/lines/0/count").asInt() > 5, texts::toString);
            assertTrue(texts.at("/lines/0/total").isNull(), "nobody knows how long they get");
            run("providers", "use", "rules");
            run("search", project, "lamp");
            run("project", "check", project);
            return true;
        });
        assertEquals(List.of(), sockets);
    }
}
