package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.media.MediaException;
import org.filmwright.media.Tones;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Marks;
import org.filmwright.timeline.Source;
import org.filmwright.timeline.Speed;
import org.filmwright.timeline.Track;
import org.filmwright.timeline.Transition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sums of what lies on sound tracks, to the sample. */
class MixerTest {
    private static final int SECOND = 48_000;

    @TempDir
    Path folder;
    /** 10 seconds; sample i of it is i mod 1000 thousandths, halved. */
    private MediaRef saw;
    private MediaRef loud;

    @BeforeEach
    void sounds() throws IOException {
        saw = sound("saw", i -> (i % 1000) / 2000.0);
        loud = sound("loud", i -> 0.8);
    }

    private MediaRef sound(String name, IntToDoubleFunction tone) throws IOException {
        MediaRef media = new MediaRef(Digest.of(name), "wav");
        Tones.wav(file(media), SECOND, 1, 10 * SECOND, tone);
        return media;
    }

    private Path file(MediaRef media) {
        return folder.resolve(media.digest().hex() + ".wav");
    }

    private static Item.Sound all(MediaRef media) {
        return new Item.Sound(media, "a", 240, new Source(0, 240), Level.PLAIN, 0);
    }

    private static Item.Sound part(MediaRef media, int from, int frames) {
        return new Item.Sound(media, "a", frames, new Source(from, 240), Level.PLAIN, 0);
    }

    private static Track track(Item... items) {
        return new Track(Track.Kind.SOUND, "A", List.of(items), List.of(), true, false);
    }

    private static Cut cut(Track... tracks) {
        return new Cut("film", FrameRate.FILM, new FrameSize(64, 36), List.of(new Item.Gap(480)), List.of(), List.of(),
                new Layers(List.of(tracks), List.of(), Marks.NONE));
    }

    private float[] mix(Cut cut, long from, int samples) throws MediaException {
        float[] out = new float[2 * samples];
        try (Mixer mixer = Mixer.of(cut, this::file)) {
            mixer.read(from, samples, out);
        }
        return out;
    }

    @Test
    void aSoundBeginsOnTheSampleOfItsFrame() throws IOException {
        Cut cut = cut(track(new Item.Gap(24), part(saw, 3, 48)));
        float[] out = mix(cut, SECOND - 5, 100);
        for (int i = 0; i < 100; i++) {
            double expected = i < 5 ? 0 : ((3 * 2000 + i - 5) % 1000) / 2000.0;
            assertEquals(expected, out[2 * i], 1e-4, "sample " + i);
            assertEquals(expected, out[2 * i + 1], 1e-4, "sample " + i);
        }
        float[] end = mix(cut, 3 * SECOND - 3, 6);
        assertEquals(((3 + 48) * 2000 - 1) % 1000 / 2000.0, end[4], 1e-4, "the last of it");
        assertArrayEquals(new float[6], java.util.Arrays.copyOfRange(end, 6, 12));
    }

    @Test
    void aSoundThatWasCutInTwoIsHeardAsOne() throws IOException {
        float[] whole = mix(cut(track(all(saw))), 0, 4 * SECOND);
        float[] parts = mix(cut(track(part(saw, 0, 37), part(saw, 37, 203))), 0, 4 * SECOND);
        assertArrayEquals(whole, parts);
    }

    @Test
    void whatIsReadInPiecesIsTheSame() throws IOException {
        Cut cut = cut(track(new Item.Gap(3), part(saw, 5, 100)), track(all(loud)));
        float[] whole = mix(cut, 0, SECOND);
        float[] piece = new float[2 * 777];
        try (Mixer mixer = Mixer.of(cut, this::file)) {
            for (int at = 0; at + 777 < SECOND; at += 777) {
                mixer.read(at, 777, piece);
                assertArrayEquals(java.util.Arrays.copyOfRange(whole, 2 * at, 2 * at + 2 * 777), piece, "from " + at);
            }
        }
    }

    @Test
    void tracksThatAreOffAreNotHeard() throws IOException {
        Track off = new Track(Track.Kind.SOUND, "A1", List.of(all(loud)), List.of(), false, false);
        assertArrayEquals(new float[200], mix(cut(off), 0, 100));
        assertTrue(!Mixer.sounds(cut(off), 0, 480));
        assertTrue(Mixer.sounds(cut(track(all(loud))), 0, 480));
        assertTrue(!Mixer.sounds(cut(track(all(loud))), 240, 480), "it is over by then");
    }

    @Test
    void sumsStayBelowFullScaleAndWhatIsQuietStaysAsItIs() throws IOException {
        assertEquals(0.8, mix(cut(track(all(loud))), 0, 1)[0], 1e-4);
        float two = mix(cut(track(all(loud)), track(all(loud))), 0, 1)[0];
        assertTrue(two > 0.95 && two <= 1, "of 1.6 comes " + two);
        assertEquals(0.4, mix(cut(track(gained(loud, -6.0206))), 0, 1)[0], 1e-3);
        assertTrue(Mixer.limited(-30) >= -1);
        assertTrue(Mixer.limited(0.95f) < Mixer.limited(1.2f), "louder stays louder");
    }

    private static Item.Sound gained(MediaRef media, double gain) {
        return new Item.Sound(media, "a", 240, new Source(0, 240), new Level(gain, 0, 0), 0);
    }

    @Test
    void fadesComeUpAndGo() throws IOException {
        Item.Sound fading = new Item.Sound(loud, "a", 240, new Source(0, 240), new Level(0, 24, 48), 0);
        float[] out = mix(cut(track(fading)), 0, 10 * SECOND);
        assertEquals(0, out[0], 0.001);
        assertEquals(0.8 * Math.sqrt(0.5), out[SECOND], 0.001, "half way up");
        assertEquals(0.8, out[2 * SECOND * 2], 0.001);
        assertEquals(0.8 * Math.sqrt(0.5), out[2 * 9 * SECOND], 0.001, "half way down");
        assertEquals(0, out[2 * 10 * SECOND - 2], 0.001);
    }

    @Test
    void aDissolveOfOneSoundWithItselfIsNotHeard() throws IOException {
        Track straight = track(part(saw, 0, 48), part(saw, 48, 48));
        Track dissolving = new Track(Track.Kind.SOUND, "A", straight.items(), List.of(new Transition(1, 6, 6)), true,
                false);
        float[] one = mix(cut(straight), SECOND, 2 * SECOND);
        assertArrayEquals(one, mix(cut(dissolving), SECOND, 2 * SECOND), 1e-4f);
    }

    @Test
    void twiceAsFastIsHeardTwiceAsFastAndBackwardsFromItsEnd() throws IOException {
        float[] fast = mix(cut(track(sped(new Speed(2, 1), 0))), 0, 400);
        for (int i = 0; i < 400; i++) {
            assertEquals((2 * i) % 1000 / 2000.0, fast[2 * i], 1e-3, "sample " + i);
        }
        float[] back = mix(cut(track(sped(new Speed(-1, 1), 119))), 0, 400);
        for (int i = 2; i < 400; i++) {
            assertEquals((120 * 2000 - i) % 1000 / 2000.0, back[2 * i], 1e-3, "sample " + i);
        }
    }

    private Item.Sound sped(Speed speed, int from) {
        return new Item.Sound(saw, "a", 100, new Source(from, 0, 240, speed), Level.PLAIN, 0);
    }

    @Test
    void whatIsMissingIsSilentForListeningAndRefusedForAFilm() throws IOException {
        MediaRef gone = new MediaRef(Digest.of("gone"), "wav");
        Cut cut = cut(track(all(gone)), track(all(loud)));
        float[] out = new float[20];
        try (Mixer mixer = Mixer.preview(cut, this::file)) {
            mixer.read(0, 10, out);
        }
        assertEquals(0.8, out[0], 1e-4);
        assertThrows(MediaException.class, () -> mix(cut, 0, 10));
        String said = Mixer.refusal(cut, FilmSpec.whole(cut, false), this::file).orElseThrow().what();
        assertTrue(said.contains("is gone"), said);
    }
}
