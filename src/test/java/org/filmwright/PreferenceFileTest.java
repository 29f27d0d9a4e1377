package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.Outcome;
import org.filmwright.production.Judgement;
import org.filmwright.production.Remembered;
import org.filmwright.production.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PreferenceFileTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path folder;

    private PreferenceFile file() {
        return new PreferenceFile(folder.resolve("config"));
    }

    private Path json() throws IOException {
        return Files.createDirectories(folder.resolve("config")).resolve("preferences.json");
    }

    private static Judgement answer(String agent, boolean taken) {
        return new Judgement(agent, agent, taken, Optional.empty(), NOON);
    }

    @Test
    void whatWasJudgedIsThereForTheNextProgramAndGoneWhenForgotten() throws IOException {
        assertEquals(Remembered.NOTHING, file().remembered());
        assertFalse(Files.exists(folder.resolve("config")), "looking leaves nothing");
        CommandFailed.orFail(file().judged(answer("doctor", true)));
        CommandFailed.orFail(file().asked(new Remembered.Asked("doctor", "Script doctor", true)));
        assertEquals(new Standing(1, 1), file().remembered().standing("doctor"));
        assertEquals(NOON, file().remembered().judgements().getFirst().at());
        assertTrue(file().remembered().last().orElseThrow().script());
        CommandFailed.orFail(file().forget("doctor"));
        assertEquals(Remembered.NOTHING, file().remembered());
        CommandFailed.orFail(file().forgetAll());
        assertFalse(Files.exists(json()));
    }

    static Stream<String> hostile() {
        return Stream.of("", "{", "[]", "{\"judgements\": [{\"agent\": \"a\"", "{\"judgements\": [null]}",
                "{\"judgements\": [{\"agent\": \"a\", \"title\": \"A\", \"taken\": true, \"at\": \"yesterday\"}]}",
                "{\"judgements\": [{\"agent\": \"a\", \"title\": \"A\", \"taken\": false, \"at\": \"2026-03-01T12:00:00Z\","
                        + " \"about\": {\"key\": \"../..\", \"before\": \"\", \"after\": \"\"}}]}",
                "{\"last\": {\"agent\": null, \"title\": null}}", "\0\0\0\0\0\u0001", "[".repeat(100_000),
                " ".repeat(3 << 20));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatCannotBeReadIsPutAsideSaidAndRememberedAnew(String content) throws IOException {
        Files.writeString(json(), content, StandardCharsets.UTF_8);
        assertEquals(Remembered.NOTHING, file().remembered());
        Path aside = json().resolveSibling("preferences.unreadable.json");
        assertEquals(content, Files.readString(aside), "kept as it was");
        assertTrue(file().trouble().orElseThrow().contains(aside.toString()), () -> file().trouble().toString());
        CommandFailed.orFail(file().judged(answer("doctor", false)));
        assertEquals(new Standing(0, 1), file().remembered().standing("doctor"));
        CommandFailed.orFail(file().forgetAll());
        assertFalse(Files.exists(aside));
        assertEquals(Optional.empty(), file().trouble());
    }

    @Test
    void whatCannotBeKeptIsAFailureAndNotACrash() throws IOException {
        Files.writeString(folder.resolve("config"), "a file where the folder should be");
        assertInstanceOf(Outcome.Failed.class, file().judged(answer("doctor", true)));
        assertEquals(Remembered.NOTHING, file().remembered());
    }

    @Test
    void manyAtOnceLoseNothing() {
        List<CompletableFuture<?>> all = IntStream.range(0, 40)
                .<CompletableFuture<?>>mapToObj(i -> CompletableFuture.runAsync(
                        () -> CommandFailed.orFail(file().judged(answer("agent-" + i, true)))))
                .toList();
        all.forEach(CompletableFuture::join);
        assertEquals(40, file().remembered().judgements().size());
        assertEquals(List.of("preferences.json", "preferences.lock"), names());
    }

    private List<String> names() {
        try (Stream<Path> all = Files.list(folder.resolve("config"))) {
            return all.map(each -> each.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
