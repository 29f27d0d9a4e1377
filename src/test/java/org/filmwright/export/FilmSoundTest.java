package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.media.MediaException;
import org.filmwright.media.Peaks;
import org.filmwright.media.SoundReader;
import org.filmwright.media.Tones;
import org.filmwright.media.VideoProbe;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Marks;
import org.filmwright.timeline.Source;
import org.filmwright.timeline.Track;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Films with sound: as long as the picture, everything where it lies, and nothing else changed by it. */
class FilmSoundTest {
    @TempDir
    static Path clips;
    @TempDir
    Path folder;
    @TempDir
    Path staging;
    @TempDir
    Path kept;
    private static Footage footage;
    private static Cut silent;

    @BeforeAll
    static void film() throws MediaException {
        footage = Footage.threeShots(clips);
        silent = footage.cut();
    }

    private Path file(MediaRef media) {
        return media.extension().equals("wav") ? folder.resolve(media.digest().hex()) : footage.file(media);
    }

    private MediaRef wav(String name, int samples, IntToDoubleFunction tone) throws IOException {
        MediaRef media = new MediaRef(Digest.of(name), "wav");
        Tones.wav(file(media), 48_000, 1, samples, tone);
        return media;
    }

    private static Cut heard(MediaRef media, int at, int frames, boolean on) {
        Item.Sound sound = new Item.Sound(media, "knock", frames, new Source(0, frames), Level.PLAIN, 0);
        Track track = new Track(Track.Kind.SOUND, "A1", at > 0
                ? List.of(new Item.Gap(at), sound)
                : List.of(sound), List.of(), on, false);
        return silent.with(new Layers(List.of(track), List.of(), Marks.NONE));
    }

    private Outcome<Film> export(Cut cut, FilmSpec spec, String name) {
        return new FilmExport(this::file, staging, kept).export(cut, spec, folder.resolve(name), Progress.NONE);
    }

    private Film whole(Cut cut, String name) {
        return export(cut, FilmSpec.whole(cut, false), name).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
    }

    private static int loudest(Path film, int samples) throws MediaException {
        float[] out = new float[2 * samples];
        try (SoundReader reader = SoundReader.open(film)) {
            reader.read(0, samples, out);
        }
        int loudest = 0;
        for (int i = 0; i < samples; i++) {
            loudest = Math.abs(out[2 * i]) > Math.abs(out[2 * loudest]) ? i : loudest;
        }
        assertTrue(Math.abs(out[2 * loudest]) > 0.2, "something is heard: " + out[2 * loudest]);
        return loudest;
    }

    @Test
    void anImpulseOnAFrameIsOnItsSampleInTheFilm() throws IOException {
        Cut cut = heard(wav("knock", 4800, Tones.impulse(0)), 77, 3, true);
        Film film = whole(cut, "film.mp4");
        assertEquals(1, VideoProbe.of(film.path()).sounds());
        assertEquals(77 * 2000, loudest(film.path(), cut.frames() * 2000), 48);
        assertTrue(film.checks().stream().allMatch(Film.Check::passed));
        assertTrue(film.checks().stream().anyMatch(check -> check.what().equals("seconds of sound")));
    }

    @Test
    void theSoundIsAsLongAsThePicture() throws IOException {
        MediaRef tone = wav("long", 30 * 48_000, Tones.sine(440, 48_000));
        for (int frames : List.of(3, 720)) {
            Film film = whole(heard(tone, 0, frames, true), "film" + frames + ".mp4");
            long samples = Peaks.of(film.path(), Progress.NONE).samples();
            assertEquals(silent.frames() * 2000, samples, 1024);
            assertEquals(silent.frames(), VideoProbe.of(film.path()).frames());
        }
    }

    @Test
    void aPartOfAFilmHasItsPartOfTheSound() throws IOException {
        Cut cut = heard(wav("knock", 4800, Tones.impulse(0)), 77, 3, true);
        FilmSpec spec = new FilmSpec(cut.size(), FilmSpec.whole(cut, false).quality(), 60, 100, false);
        Film film = export(cut, spec, "part.mp4").orElse(failure -> null);
        assertEquals(17 * 2000, loudest(film.path(), 40 * 2000), 48);
        FilmSpec before = new FilmSpec(cut.size(), spec.quality(), 0, 40, false);
        Film mute = export(cut, before, "mute.mp4").orElse(failure -> null);
        assertEquals(0, VideoProbe.of(mute.path()).sounds(), "nothing is heard in that part");
    }

    @Test
    void aFilmInWhichNothingIsHeardIsTheSameToTheByte() throws IOException {
        Cut off = heard(wav("knock", 4800, Tones.impulse(0)), 77, 3, false);
        assertEquals(whole(silent, "silent.mp4").sha256(), whole(off, "off.mp4").sha256());
    }

    @Test
    void theSameSoundGivesTheSameBytes() throws IOException {
        Cut cut = heard(wav("tone", 96_000, Tones.sine(440, 48_000)), 10, 48, true);
        assertEquals(whole(cut, "one.mp4").sha256(), whole(cut, "two.mp4").sha256());
    }

    @Test
    void theFilmHoldsWhatTheMixerSays() throws IOException {
        Cut cut = heard(wav("tone", 96_000, Tones.sine(440, 48_000)), 10, 48, true);
        Film film = whole(cut, "film.mp4");
        int samples = 40_000;
        float[] mixed = new float[2 * samples];
        float[] coded = new float[2 * samples];
        try (Mixer mixer = Mixer.preview(cut, this::file); SoundReader reader = SoundReader.open(film.path())) {
            mixer.read(30_000, samples, mixed);
            reader.read(30_000, samples, coded);
        }
        double error = 0;
        for (int i = 0; i < mixed.length; i++) {
            error += (mixed[i] - coded[i]) * (mixed[i] - coded[i]);
        }
        assertTrue(Math.sqrt(error / mixed.length) < 0.01, "RMS error " + Math.sqrt(error / mixed.length));
    }

    @Test
    void aLostSoundIsRefusedBeforeAnythingIsMade() throws IOException {
        MediaRef tone = wav("tone", 96_000, Tones.sine(440, 48_000));
        Files.delete(file(tone));
        Outcome<Film> answer = export(heard(tone, 0, 48, true), FilmSpec.whole(silent, false), "film.mp4");
        Failure why = assertInstanceOf(Outcome.Failed.class, answer).failure();
        assertTrue(why.what().contains("knock is gone"), why.what());
        try (Stream<Path> made = Files.list(kept)) {
            assertEquals(0, made.count());
        }
    }
}
