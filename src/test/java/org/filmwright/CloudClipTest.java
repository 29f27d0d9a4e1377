package org.filmwright;

import static org.filmwright.net.ScriptedServer.hangsUp;
import static org.filmwright.net.ScriptedServer.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.VideoWriter;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A film whose clips come from fal: the real program, with a server on this machine in fal's place. */
@Timeout(300)
class CloudClipTest {
    private static final String SCRIPT = """
            INT. KITCHEN - NIGHT

            Mara pours tea.

            INT. HALL - NIGHT

            Mara waits.
            """;
    private static final String PRICED = """
            {"provider":"fal","name":"kling-v2.1","price":{"amount":"0.25","per":"clip","on":"2026-05-01"}},
            {"provider":"fal","name":"kling-v2.5-turbo","price":{"amount":"0.20","per":"clip","on":"2026-05-01"}},
            {"provider":"fal","name":"kling-v3","price":{"amount":"0.90","per":"clip","on":"2026-05-01"}}""";

    @TempDir
    private Path folder;
    private byte[] video;
    private final AtomicInteger jobs = new AtomicInteger();
    private final CountDownLatch polled = new CountDownLatch(1);
    private volatile boolean ready = true;
    private IntFunction<ScriptedServer.Turn> order = number -> json(200, "{\"status\":\"IN_QUEUE\",\"request_id\":\"job"
            + number + "\"}");

    @BeforeEach
    void write() throws IOException, MediaException {
        Files.writeString(folder.resolve("tea.fountain"), SCRIPT);
        Files.writeString(folder.resolve("keys.json"), "{\"keys\":{\"fal\":\"k-1\"}}");
        Path file = folder.resolve("their.mp4");
        FrameSize size = new FrameSize(96, 64);
        try (VideoWriter film = VideoWriter.open(file, new VideoSettings(size, FrameRate.parse("16"),
                VideoSettings.Purpose.CLIP))) {
            int[] argb = new int[size.width() * size.height()];
            for (int n = 0; n < 80; n++) {
                for (int i = 0; i < argb.length; i++) {
                    argb[i] = 0xff000000 | (60 + (i % size.width() + i / size.width() + n) % 128) * 0x10101;
                }
                film.write(argb);
            }
            film.finish();
        }
        video = Files.readAllBytes(file);
    }

    private void settings(ScriptedServer server, String offerings) throws IOException {
        Files.writeString(folder.resolve("artists.json"), """
                {"providers":[{"id":"fal","address":"%s","uploads":"%s"}],"offerings":[%s]}"""
                .formatted(server.address(), server.address(), offerings));
    }

    private Object[] words() {
        return new Object[]{"make", folder.resolve("tea.fountain"), "--out", folder.resolve("tea.mp4"), "--takes", "1",
            "--size", "160x90", "--json", "--clip-generator", "fal:kling-v2.1"};
    }

    private CommandLineRun make() {
        return CommandLineRun.in(folder, words());
    }

    private ScriptedServer.Turn answer(ScriptedServer.Asked asked) {
        String path = asked.line().split(" ")[1];
        String here = "http://" + asked.headers().get("host");
        if (path.startsWith("/storage/")) {
            return json(200, "{\"upload_url\":\"" + here + "/files/up\",\"file_url\":\"" + here + "/files/take.png\"}");
        }
        if (path.endsWith("/status")) {
            polled.countDown();
            return json(200, "{\"status\":\"" + (ready ? "COMPLETED" : "IN_PROGRESS") + "\"}");
        }
        if (path.contains("/requests/")) {
            return json(200, "{\"video\":{\"url\":\"" + here + "/files/clip.mp4\"}}");
        }
        return asked.line().startsWith("POST")
                ? order.apply(jobs.incrementAndGet())
                : path.endsWith("clip.mp4") ? ScriptedServer.file("video/mp4", video) : json(200, "");
    }

    private static List<String> orders(ScriptedServer server) {
        return server.asked()
                .stream()
                .map(ScriptedServer.Asked::line)
                .filter(line -> line.startsWith("POST /fal-ai/"))
                .toList();
    }

    private JsonNode costs() throws IOException {
        return CommandLineRun.in(folder, "costs", "--project", folder.resolve("tea.filmwright"), "--json").json();
    }

    @Test
    void everyClipIsOrderedOnceInTheLaneOfItsProviderAndTheFilmIsMadeOfThem() throws IOException {
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server, PRICED);
            CommandLineRun made = make();
            assertEquals(ExitCode.DONE, made.exitCode(), made.out() + made.err());
            int clips = made.json().at("/clips").asInt();
            assertTrue(clips >= 2, made.out());
            assertEquals(clips, orders(server).size());
            assertEquals(0.25 * clips, costs().at("/costs/0/charged").asDouble(), 1e-9, costs()::toString);
            assertTrue(made.json().at("/remarks").isEmpty(), made.out());
            JsonNode prompt = server.asked()
                    .stream()
                    .filter(asked -> asked.line().startsWith("POST /fal-ai/"))
                    .findFirst()
                    .orElseThrow()
                    .json();
            assertTrue(prompt.path("prompt").asText().contains("Mara"), prompt::toString);
            CommandLineRun lanes = CommandLineRun.in(folder, "jobs", "lanes", "--project",
                    folder.resolve("tea.filmwright"));
            assertTrue(lanes.out().matches("(?s).*^fal .*".replace("^", "(?m:^)")), lanes.out());
            assertEquals(ExitCode.DONE, make().exitCode());
            assertEquals(clips, orders(server).size(), "the same film again buys nothing");
        }
    }

    @Test
    void aProcessThatIsKilledWhileAClipIsMadeFindsItAgainAndBuysNothingTwice() throws Exception {
        ready = false;
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server, PRICED);
            Process studio = child(words());
            assertTrue(polled.await(120, TimeUnit.SECONDS), () -> read("out.txt"));
            studio.destroyForcibly().waitFor();
            int before = orders(server).size();
            assertTrue(before > 0);
            ready = true;
            CommandLineRun made = make();
            assertEquals(ExitCode.DONE, made.exitCode(), made.out() + made.err());
            assertEquals(made.json().at("/clips").asInt(), orders(server).size(), "ordered before: " + before);
        }
    }

    @Test
    void aModelThatIsNotThereAnyMoreGivesWayToOneThatCostsNoMoreAndTheReportSaysSo() throws IOException {
        try (ScriptedServer server = new ScriptedServer(
                asked -> asked.line().startsWith("POST /fal-ai/kling-video/v2.1")
                        ? json(404, "{\"detail\":\"no such app\"}")
                        : answer(asked))) {
            settings(server, PRICED);
            CommandLineRun made = make();
            assertEquals(ExitCode.DONE, made.exitCode(), made.out() + made.err());
            int clips = made.json().at("/clips").asInt();
            assertEquals(clips, orders(server).stream().filter(line -> line.contains("/v2.5-turbo/")).count());
            assertEquals(0, orders(server).stream().filter(line -> line.contains("/v3/")).count(), "that costs more");
            assertEquals(clips, made.json().at("/remarks").size());
            String remark = made.json().at("/remarks/0").asText();
            assertTrue(remark.contains("404") && remark.contains("fal:kling-v2.5-turbo filmed it instead."), remark);
            assertEquals(0.20 * clips, costs().at("/costs/0/charged").asDouble(), 1e-9, costs()::toString);
        }
    }

    @Test
    void whoHasNoCreditIsAskedForNothingElseAndTheCameraFilms() throws IOException {
        order = _ -> json(403, "{\"detail\":\"User is locked. Reason: Exhausted balance. Top up.\"}");
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server, PRICED);
            CommandLineRun made = make();
            assertEquals(ExitCode.DONE, made.exitCode(), made.out() + made.err());
            String remark = made.json().at("/remarks/0").asText();
            assertTrue(remark.contains("balance") && remark.contains("The camera moved over the still instead."),
                    remark);
            assertEquals(made.json().at("/clips").asInt(), orders(server).size());
            assertEquals(0, costs().at("/costs/0/charged").asDouble(), costs()::toString);
            JsonNode told = scene(1);
            assertTrue(told.toString().contains("filmed by fal:kling-v2.1"), told::toString);
        }
    }

    /** What lies beside the clips of a scene. */
    private JsonNode scene(int number) throws IOException {
        return new com.fasterxml.jackson.databind.ObjectMapper().readTree(
                folder.resolve("tea.filmwright/output/scene_" + number + "/metadata.json").toFile());
    }

    @Test
    void aJobThatWasTakenAndCameToNothingIsPaidToNobodyElse() throws IOException {
        try (ScriptedServer server = new ScriptedServer(asked -> asked.line().startsWith("GET")
                && asked.line().contains("/requests/") && !asked.line().contains("/status")
                        ? json(422, "{\"detail\":[{\"msg\":\"blocked\",\"type\":\"content_policy_violation\"}]}")
                        : answer(asked))) {
            settings(server, PRICED);
            CommandLineRun made = make();
            assertEquals(ExitCode.DONE, made.exitCode(), made.out() + made.err());
            assertEquals(made.json().at("/clips").asInt(), orders(server).size(), () -> orders(server).toString());
            assertTrue(made.json().at("/remarks/0").asText().contains("blocked"), made.out());
        }
    }

    @Test
    void anOrderOfWhichNobodyKnowsIsAPersonsQuestionAndNobodyElseFilmsIt() throws IOException {
        order = _ -> hangsUp();
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server, PRICED);
            CommandLineRun made = make();
            assertEquals(ExitCode.NEEDS_DECISION, made.exitCode(), made.out() + made.err());
            int orders = orders(server).size();
            assertEquals(ExitCode.NEEDS_DECISION, make().exitCode());
            assertEquals(orders, orders(server).size());
            assertTrue(orders(server).stream().allMatch(line -> line.contains("/v2.1/")), () -> orders(server)
                    .toString());
            assertEquals(orders, costs().at("/costs/0/mayBeCharged").asInt(), costs()::toString);
        }
    }

    @Test
    void aClipWithoutAPriceIsOrderedOnlyAfterAYes() throws IOException {
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server, "");
            CommandLineRun made = make();
            assertEquals(ExitCode.NEEDS_DECISION, made.exitCode(), made.out() + made.err());
            assertTrue(made.err().contains("Nobody knows what"), made.err());
            assertEquals(0, server.asked().size());
        }
    }

    private Process child(Object[] words) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java")
                .toString(),
                "@" + Files.writeString(folder.resolve("java.args"), Stream
                        .of("--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true",
                                "\"-Dfilmwright.config=" + escaped(folder.toString()) + "\"", "-cp",
                                "\"" + escaped(System.getProperty("java.class.path")) + "\"")
                        .collect(Collectors.joining(" "))),
                "org.filmwright.Main"));
        Stream.of(words).map(Object::toString).forEach(command::add);
        return new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
    }

    private static String escaped(String path) {
        return path.replace("\\", "\\\\");
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException e) {
            return e.toString();
        }
    }
}
