package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.media.Tones;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Recording;
import org.filmwright.timeline.Sounds;
import org.filmwright.timeline.Spot;
import org.filmwright.timeline.TrackEdits;
import org.filmwright.ui.Fx;
import org.filmwright.ui.kit.Loudspeaker;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes to the loudspeaker while a film runs, and the time that it tells. */
class SoundtrackTest {
    private static final Stretch WHOLE = new Stretch(0, 480, false);
    private static final int PIECE = 960;

    @TempDir
    Path folder;
    private final AtomicLong system = new AtomicLong();
    private final AtomicReference<Boolean> mute = new AtomicReference<>();
    private final TestLine line = new TestLine();
    private final Soundtrack sound = new Soundtrack(line, system::get, mute::set);
    private Cut cut;
    private Path file;

    /** Sample i of the sound is i mod 20,000, and it begins with the film. */
    @BeforeEach
    void film() throws IOException {
        Fx.run(() -> {});
        file = Tones.wav(folder.resolve("saw.wav"), 48_000, 1, 480_000, i -> i % 20_000 / 32_767.0);
        Cut empty = new Cut("film", FrameRate.FILM, new FrameSize(64, 36), List.of(new Item.Gap(480)), List.of(), List
                .of());
        MediaRef media = new MediaRef(Digest.of("saw"), "wav");
        cut = Sounds.lay(empty, 0, new Recording(media, "saw", 10)).orElse(failure -> null);
    }

    @AfterEach
    void close() {
        sound.close();
    }

    private void shown(Cut film) {
        sound.show(film, media -> file);
    }

    private void playing(int frame, Pace pace) {
        shown(cut);
        Fx.until("the line is there", () -> mute.get() != null);
        sound.begins(frame, pace, WHOLE);
    }

    private void heard(int samples) {
        line.take(samples);
        Fx.until("it was taken", () -> line.samples().length >= samples);
    }

    @Test
    void fromTheFrameOnThatIsShownEverySampleFollows() {
        playing(25, Pace.PLAIN);
        heard(3 * PIECE);
        int[] samples = line.samples();
        for (int i = 0; i < 3 * PIECE; i++) {
            assertEquals((50_000 + i) % 20_000, samples[i], 1, "sample " + i);
        }
        assertTrue(line.isRunning());
    }

    @Test
    void theTimeIsWhatWasHeard() {
        playing(0, Pace.PLAIN);
        long begun = sound.nanos();
        heard(PIECE);
        line.hear(48_000);
        assertEquals(1_000_000_000, sound.nanos() - begun, 1000);
    }

    @Test
    void picturesFollowWhatWasHeard() {
        shown(cut);
        Fx.until("the line is there", () -> mute.get() != null);
        Playhead head = new Playhead(sound, FrameRate.FILM, 480);
        head.play(10, Pace.PLAIN, WHOLE);
        system.addAndGet(900_000_000);
        assertEquals(10, head.frame(head.due()), "time counts from the first picture on");
        head.showed(head.due());
        heard(PIECE);
        assertEquals(20_000 % 20_000, line.samples()[0], "and so does the sound");
        line.hear(2000 * 24 + 100);
        assertEquals(34, head.frame(head.due()), "a second was heard");
        system.addAndGet(10_000_000_000L);
        line.hear(2000 * 25 + 100);
        assertEquals(35, head.frame(head.due()), "whatever the system says");
        head.pause();
        Fx.until("it is silent", () -> !line.isRunning());
    }

    @Test
    void whereItRestsTheLineIsSilentAndForgetsWhatItHad() {
        playing(0, Pace.PLAIN);
        heard(PIECE);
        int before = line.drops();
        sound.rests();
        Fx.until("it is silent", () -> line.drops() > before && !line.isRunning());
        line.take(PIECE);
        long rested = sound.nanos();
        system.addAndGet(5_000_000);
        assertEquals(5_000_000, sound.nanos() - rested, "the system tells the time again");
        assertEquals(0, line.samples().length);
    }

    @Test
    void whoeverSeeksHearsWhatIsThere() {
        playing(0, Pace.PLAIN);
        heard(PIECE);
        sound.rests();
        sound.begins(101, Pace.PLAIN, WHOLE);
        Fx.until("it goes on there", () -> {
            line.take(PIECE); // what was asked for before may still take some
            int[] samples = line.samples();
            return samples.length > 0 && samples[0] == 202_000 % 20_000;
        });
    }

    @Test
    void aTrackThatIsSwitchedOffWhileTheFilmRunsIsHeardNoMore() {
        playing(0, Pace.PLAIN);
        heard(PIECE);
        shown(TrackEdits.level(cut, new Spot(1, 0),
                new Level(-96, 0, 0)).orElse(failure -> null));
        Fx.until("only silence comes", () -> {
            line.take(PIECE);
            int[] samples = line.samples();
            return samples.length > PIECE && samples[samples.length - 1] == 0;
        });
        assertEquals(1, line.drops(), "what the line has is heard to its end");
    }

    @Test
    void backwardsAndSlowFilmsAreSilentAndRunByTheSystemsClock() {
        playing(100, new Pace(-1, 1));
        long begun = sound.nanos();
        line.hear(48_000);
        system.addAndGet(3_000_000);
        assertEquals(3_000_000, sound.nanos() - begun);
        assertFalse(line.isRunning());
    }

    @Test
    void withoutALoudspeakerTheFilmRunsAndThatIsSaid() {
        Soundtrack silent = new Soundtrack(Loudspeaker.NONE, system::get, mute::set);
        silent.show(cut, media -> file);
        Fx.until("it is said", () -> Boolean.TRUE.equals(mute.get()));
        silent.begins(0, Pace.PLAIN, WHOLE);
        long begun = silent.nanos();
        system.addAndGet(7_000_000);
        assertEquals(7_000_000, silent.nanos() - begun);
        silent.close();
    }

    @Test
    void aFilmWithoutSoundTouchesNoDevice() {
        shown(cut.with(Layers.NONE));
        sound.begins(0, Pace.PLAIN, WHOLE);
        assertEquals(0, line.opened());
        shown(cut);
        Fx.until("it is opened for one with sound", () -> line.opened() == 1);
        sound.close();
        Fx.until("and closed when nobody looks", line::isClosed);
    }
}
