package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import org.filmwright.net.ScriptedServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A film whose pictures come from Replicate: the real program, with a server on this machine in Replicate's place. */
class CloudFilmTest {
    private static final String SCRIPT = "INT. KITCHEN - NIGHT\n\nMara pours tea.\n";

    @TempDir
    private Path folder;
    private final AtomicInteger ordered = new AtomicInteger();
    private final CountDownLatch together = new CountDownLatch(6);
    private final List<Integer> bad = new ArrayList<>();

    @BeforeEach
    void writeTheScript() throws IOException {
        Files.writeString(folder.resolve("tea.fountain"), SCRIPT);
    }

    private void settings(ScriptedServer server) throws IOException {
        Files.writeString(folder.resolve("artists.json"), """
                {"providers":[{"id":"replicate","address":"%s"}]}""".formatted(server.address()));
        Files.writeString(folder.resolve("keys.json"), "{\"keys\":{\"replicate\":\"k-1\"}}");
    }

    private CommandLineRun make(Object... more) {
        List<Object> words = new ArrayList<>(List.of("make", folder.resolve("tea.fountain"), "--out",
                folder.resolve("tea.mp4"), "--takes", "6", "--size",
                "160x90", "--json"));
        words.addAll(more.length > 0 ? List.of(more) : List.of("--image-generator", "replicate:flux-schnell"));
        return CommandLineRun.in(folder, words.toArray());
    }

    /** Replicate: nobody gets a job before six have asked. */
    private ScriptedServer.Turn answer(ScriptedServer.Asked asked) {
        String path = asked.line().split(" ")[1];
        if (path.startsWith("/models/")) {
            int number = ordered.incrementAndGet();
            together.countDown();
            return ScriptedServer.json(201, "{\"id\":\"job" + number + "\",\"status\":\"starting\"}")
                    .after(this::await);
        }
        if (path.startsWith("/predictions/job")) {
            int number = Integer.parseInt(path.substring("/predictions/job".length()));
            return ScriptedServer.json(200, bad.contains(number)
                    ? "{\"status\":\"failed\",\"error\":\"NSFW content detected\"}"
                    : "{\"status\":\"succeeded\",\"output\":[\"http://" + asked.headers().get("host")
                            + "/files/" + number + ".png\"]}");
        }
        return ScriptedServer.file("image/png", picture());
    }

    private void await() throws IOException {
        try {
            if (!together.await(60, TimeUnit.SECONDS)) {
                throw new IOException("They came one after the other.");
            }
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static byte[] picture() throws IllegalStateException {
        BufferedImage image = new BufferedImage(160, 90, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 160 * 90; i++) {
            image.setRGB(i % 160, i / 160, i * 77);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }

    private JsonNode costs() throws IOException {
        return CommandLineRun.in(folder, "costs", "--project", folder.resolve("tea.filmwright"), "--json").json();
    }

    private JsonNode takes() throws IOException {
        return CommandLineRun.in(folder, "takes", "list", "--project", folder.resolve("tea.filmwright"), "--json")
                .json();
    }

    @Test
    void sixTakesAreOrderedTogetherAndEachIsPaidOnce() throws IOException {
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server);
            CommandLineRun made = make();
            assertEquals(ExitCode.DONE, made.exitCode(), made.out() + made.err());
            assertEquals(6, ordered.get());
            assertEquals(6, takes().size());
            takes().forEach(take -> assertEquals("replicate:flux-schnell", take.path("maker").asText()));
            assertEquals(0.018, costs().at("/costs/0/charged").asDouble(), costs()::toString);
            assertEquals(ExitCode.DONE, make().exitCode());
            assertEquals(6, ordered.get(), "the same film again buys nothing");
        }
    }

    @Test
    void oneThatFailsOfSixLeavesFiveTakesAndOneClearFailure() throws IOException {
        bad.add(3);
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server);
            CommandLineRun made = make();
            assertEquals(ExitCode.REFUSED, made.exitCode(), made.out() + made.err());
            assertTrue(made.err().contains("NSFW content detected. Nothing was charged. Change the prompt"),
                    made.err());
            assertEquals(5, takes().size());
            assertEquals(0.015, costs().at("/costs/0/charged").asDouble(), costs()::toString);
        }
    }

    @Test
    void withoutAKeyNothingIsBegunAndItIsSaidHowToSetOne() throws IOException {
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server);
            Files.delete(folder.resolve("keys.json"));
            CommandLineRun made = make();
            assertTrue(made.err().contains("filmwright providers set-key replicate"), made.err());
            assertEquals(0, server.asked().size());
            assertTrue(Files.notExists(folder.resolve("tea.filmwright")));
        }
    }

    @Test
    void whatHasNoPriceIsBoughtOnlyAfterAYes() throws IOException {
        try (ScriptedServer server = new ScriptedServer(this::answer)) {
            settings(server);
            CommandLineRun made = make("--image-generator", "replicate:sdxl");
            assertEquals(ExitCode.NEEDS_DECISION, made.exitCode(), made.out() + made.err());
            assertTrue(made.err().contains("Nobody knows what"), made.err());
            assertEquals(0, server.asked().size());
        }
    }
}
