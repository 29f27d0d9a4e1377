package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.media.Peaks;
import org.filmwright.media.Tones;
import org.filmwright.media.VideoProbe;
import org.filmwright.production.Project;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Recording;
import org.filmwright.timeline.Sounds;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sound from outside, from the file to the film. */
class SoundFilmTest {
    @TempDir
    private Path folder;
    private Path sound;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("lamp.fountain"), """
                INT. CELLAR - NIGHT

                ADA lifts a LANTERN.
                """);
        sound = Tones.wav(folder.resolve("Dripping water.wav"), 44_100, 1, 44_100, Tones.sine(440, 44_100));
    }

    private Path film() throws IOException {
        Path film = folder.resolve("film.mp4");
        CommandLineRun run = CommandLineRun.of("make", folder.resolve("lamp.fountain"), "--out", film, "--project",
                folder.resolve("film.filmwright"), "--size", "320x180", "--json");
        assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        return film;
    }

    private interface Work {
        void at(Project project) throws IOException;
    }

    private void opened(Work work) throws IOException {
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(folder.resolve("film.filmwright")));
                Project project = wiring.project()) {
            work.at(project);
        }
    }

    private static Cut cut(Project project) {
        return project.snapshot().cut().orElseThrow();
    }

    @Test
    void itIsCopiedLaidTakenBackDoneAgainAndHeardInTheFilm() throws IOException {
        assertEquals(0, VideoProbe.of(film()).sounds());
        opened(project -> {
            Cut before = cut(project);
            Recording recording = CommandFailed.orFail(project.record(sound));
            assertEquals("Dripping water", recording.label());
            assertEquals(-1, Files.mismatch(sound, project.file(recording.media())));
            assertEquals(48_000, Peaks.read(project.derived(recording.media(), Peaks.DERIVED)).samples(), 64);
            assertInstanceOf(Outcome.Ok.class, project.editor().recut(now -> Sounds.lay(now, 12, recording)));
            Cut laid = cut(project);
            assertEquals("A1", laid.track(1).name());
            assertTrue(project.editor().undo().isPresent());
            assertEquals(before, cut(project), "one step, the track as well");
            assertTrue(project.editor().redo().isPresent());
            assertEquals(laid, cut(project));
        });
        Path film = film();
        assertEquals(1, VideoProbe.of(film).sounds());
        assertEquals(VideoProbe.of(film).frames() * 2000, Peaks.of(film, Progress.NONE).samples(),
                2000);
    }

    @Test
    void aSoundStaysWhenNoCutNamesItAndIsMissedWhenOneDoes() throws IOException {
        film();
        MediaRef[] media = new MediaRef[1];
        opened(project -> {
            Recording recording = CommandFailed.orFail(project.record(sound));
            media[0] = recording.media();
            project.editor().recut(now -> Sounds.lay(now, 0, recording));
            project.editor().undo();
            Files.setLastModifiedTime(project.file(media[0]), FileTime.from(Instant.now().minus(Duration.ofDays(3))));
        });
        opened(project -> {
            assertTrue(Files.isRegularFile(project.file(media[0])), "it was not swept away");
            assertTrue(project.editor().redo().isPresent());
            Files.delete(project.file(media[0]));
        });
        CommandLineRun check = CommandLineRun.of("project", "check", folder.resolve("film.filmwright"));
        assertTrue((check.out() + check.err()).contains(media[0].path()), check.out() + check.err());
        opened(project -> {
            assertInstanceOf(Outcome.Ok.class, project.relink(media[0], sound));
            assertTrue(Files.isRegularFile(project.file(media[0])));
        });
    }

    @Test
    void whatIsNoSoundLeavesTheProjectAsItWas() throws IOException {
        film();
        Path words = Files.writeString(folder.resolve("words.mp3"), "no sound");
        opened(project -> {
            assertInstanceOf(Outcome.Failed.class, project.record(words));
            try (Stream<Path> files = Files.walk(project.storage().folder())) {
                assertFalse(files.anyMatch(file -> file.toString().endsWith("mp3")));
            }
        });
    }
}
