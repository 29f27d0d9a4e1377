package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.MediaRef;
import org.filmwright.images.Preview;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bench gallery}: the projects that it looks at. */
class BenchGalleryTest {
    @TempDir
    Path folder;

    @Test
    void everyTakeOfASeededProjectHasItsShotItsPictureAndItsSmallCopies() throws Exception {
        Path film = folder.resolve("film.filmwright");
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(film))) {
            new GallerySeed(folder.resolve("looks"), 2).fill(wiring.records(), film, 40);
        }
        try (Wiring wiring = CommandFailed.orFail(Wiring.open(film))) {
            var now = wiring.project().snapshot();
            assertEquals(40, now.takes().values().stream().mapToInt(takes -> takes.size()).sum());
            assertEquals(10, now.takes().size());
            now.takes().values().stream().flatMap(takes -> takes.stream()).forEach(take -> {
                MediaRef media = take.media();
                assertTrue(Files.isRegularFile(wiring.project().file(media)), media::path);
                assertTrue(Files.isRegularFile(wiring.project().preview(media, Preview.THUMB)), media::path);
                assertTrue(Files.isRegularFile(wiring.project().preview(media, Preview.REVIEW)), media::path);
            });
        }
    }

    @Test
    void onlyTheGalleryHasTakes() {
        CommandLineRun run = CommandLineRun.of("bench", "story", "--takes", "1000");
        assertEquals(ExitCode.USAGE, run.exitCode());
        assertTrue(run.err().contains("Only 'bench gallery' has takes"), run::err);
    }
}
