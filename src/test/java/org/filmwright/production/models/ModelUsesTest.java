package org.filmwright.production.models;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which films a model painted for is counted picture by picture, by whoever painted them. */
class ModelUsesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    @TempDir
    private Path disk;

    @Test
    void picturesAreCountedByFilmTheLastUsedFirst() throws IOException {
        ModelUses uses = new ModelUses(disk.resolve("models"));
        assertEquals(List.of(), uses.of("tiny"));
        uses.painted("tiny", disk.resolve("Old.filmwright"), NOON.minusSeconds(9));
        uses.painted("tiny", disk.resolve("New.filmwright"), NOON);
        uses.painted("tiny", disk.resolve("Old.filmwright"), NOON.minusSeconds(5));
        uses.painted("other", disk.resolve("New.filmwright"), NOON);
        assertEquals(
                List.of(new Use(disk.resolve("New.filmwright"), 1, NOON), new Use(disk.resolve("Old.filmwright"), 2,
                        NOON.minusSeconds(5))),
                new ModelUses(disk.resolve("models")).of("tiny"));
        assertEquals("Old", uses.of("tiny").getLast().title());
    }

    @Test
    void aLineThatAKillToreIsPassedOverAndTheNextIsWhole() throws IOException {
        ModelUses uses = new ModelUses(disk);
        uses.painted("tiny", disk, NOON);
        Files.writeString(disk.resolve("tiny.uses.jsonl"), "{\"film\":\"/x\",\"a", StandardOpenOption.APPEND);
        uses.painted("tiny", disk, NOON.plusSeconds(1));
        assertEquals(List.of(new Use(disk, 2, NOON.plusSeconds(1))), uses.of("tiny"));
    }
}
