package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Outcome;
import org.filmwright.media.Tones;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Marks;
import org.filmwright.timeline.Source;
import org.filmwright.timeline.Track;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sounds that a person brings onto the lanes: chosen or dropped, seen, lost, taken back. */
class SoundOnLanesTest {
    private static final Path PICTURES = Path.of("target", "screenshots", "sound");

    @TempDir
    Path desktop;
    private TestStudio studio;
    private SampleProject project;
    private Path waves;

    @BeforeEach
    void openTheSample() throws IOException {
        Files.createDirectories(PICTURES);
        project = SampleProject.whole();
        studio = TestStudio.with(project);
        studio.show(Scope.TIMELINE);
        waves = Tones.wav(desktop.resolve("Sea and wind.wav"), 48_000, 2, 10 * 48_000, SoundOnLanesTest::swell);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    /** Comes and goes, with a knock every second. */
    private static double swell(int i) {
        double knock = Math.exp(-(i % 48_000) / 2000.0) * Math.sin(i * 0.05);
        return 0.35 * Math.sin(i / 70_000.0) * Math.sin(i * 0.03 + 3 * Math.sin(i * 0.011)) + 0.6 * knock;
    }

    private Cut cut() {
        return Fx.get(() -> Looks.desk(studio.window()).snapshot().get().orElseThrow().cut().orElseThrow());
    }

    private void add(Path file) {
        studio.script().chosen = Optional.of(file);
        assertTrue(Fx.get(() -> Looks.run(studio.window(), "timeline.add-sound")));
    }

    private void laid(int sounds) {
        Fx.until(sounds + " sounds lie on the lanes", () -> cut().tracks()
                .stream()
                .flatMap(track -> track.items().stream())
                .filter(Item.Sound.class::isInstance)
                .count() == sounds);
        studio.settle();
    }

    private void draw(String name) throws IOException {
        Fx.until("all is there", () -> Looks.isSettled(studio.window()));
        studio.layOut();
        StudioSnapshots.write(studio.window(), PICTURES.resolve(name + ".png"));
    }

    @Test
    void aChosenSoundLiesAtThePlayheadAndUndoTakesItWithItsTrack() throws IOException {
        Cut before = cut();
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        add(waves);
        laid(1);
        assertEquals(List.of(24, 240), cut().track(1).items().stream().map(Item::frames).toList());
        assertEquals("Sea and wind", ((Item.Sound) cut().track(1).items().get(1)).label());
        draw("one");
        Fx.run(() -> Looks.desk(studio.window()).undo());
        Fx.until("it is gone", () -> cut().equals(before));
    }

    @Test
    void severalThatAreDroppedLieOneBehindTheOther() throws IOException {
        Path door = Tones.wav(desktop.resolve("Door.WAV"), 44_100, 1, 44_100, Tones.sine(220, 44_100));
        Node lanes = studio.node("lanes");
        assertTrue(Fx.get(() -> Looks.hold(studio.window(), List.of(waves.toFile()), lanes)));
        assertEquals("Drop to lay Sea and wind.wav where it is to begin", studio.text("drop-words"));
        draw("drop");
        assertTrue(Fx.get(() -> Looks.drop(studio.window(), List.of(waves.toFile(), door.toFile()), lanes)));
        laid(2);
        assertEquals(List.of(240, 24), cut().track(1).items().stream().map(Item::frames).toList());
        draw("two");
    }

    @Test
    void whatIsSelectedIsMadeQuieterStepByStep() throws IOException {
        add(waves);
        laid(1);
        for (int i = 1; i <= 3; i++) {
            assertTrue(Fx.get(() -> Looks.run(studio.window(), "timeline.quieter")));
            studio.settle();
        }
        assertEquals(-3, ((Item.Sound) cut().track(1).items().getFirst()).level().gain());
        assertTrue(studio.said(".fw-lane-words").contains("Sea and wind  \u22123 dB"), studio.said(".fw-lane-words"));
        Fx.run(() -> Looks.desk(studio.window()).undo());
        studio.settle();
        assertEquals(-2, ((Item.Sound) cut().track(1).items().getFirst()).level().gain());
    }

    @Test
    void whatIsNoSoundIsSaidAndTheCutStays() throws IOException {
        Cut before = cut();
        add(Files.writeString(desktop.resolve("words.wav"), "no sound at all"));
        Fx.until("it is said", () -> Looks.desk(studio.window())
                .trouble()
                .get()
                .filter(why -> why.what().contains("words.wav is not a sound"))
                .isPresent());
        studio.settle();
        assertEquals(before, cut());
        draw("refused");
    }

    @Test
    void aLostSoundIsStripedAndAskedFor() throws IOException {
        add(waves);
        laid(1);
        project.lose(((Item.Sound) cut().track(1).items().getFirst()).media());
        studio.show(Scope.IMAGES);
        Fx.run(() -> Looks.run(studio.window(), "timeline.track-lock"));
        studio.show(Scope.TIMELINE);
        Fx.run(() -> Looks.run(studio.window(), "timeline.track-lock"));
        Fx.until("it is seen", () -> studio.all(".fw-lane-lost").size() == 1);
        draw("lost");
        Fx.run(() -> Looks.run(studio.window(), "timeline.relink"));
        Fx.until("it is asked for", () -> studio.seen("relink-choose"));
        assertFalse(studio.seen("relink-make"), "nobody here can make it");
        draw("relink");
    }

    @Test
    void outlinesAreDrawnAtEveryZoomInBothThemes() throws IOException {
        add(waves);
        laid(1);
        Item.Sound sound = (Item.Sound) cut().track(1).items().getFirst();
        Fx.run(() -> Looks.desk(studio.window())
                .edit(editor -> editor.recut(now -> Outcome
                        .ok(now.with(new Layers(List.of(track("A1", sound, 0, true), track("A2", sound, 60, false)),
                                List.of(),
                                Marks.NONE))))));
        Fx.until("two tracks", () -> cut().tracks().size() == 2);
        studio.settle();
        draw("tracks");
        for (int i = 0; i < 8; i++) {
            studio.press(KeyCode.EQUALS);
        }
        draw("near");
        Fx.run(() -> studio.window().look().theme().set(Theme.LIGHT));
        draw("light");
        Fx.run(() -> studio.window().look().scale().set(2.0));
        draw("large");
    }

    private static Track track(String name, Item.Sound sound, int gap, boolean on) {
        Item.Sound part = new Item.Sound(sound.media(), sound.label(), 100, new Source(20, 240), Level.PLAIN, 0);
        return new Track(Track.Kind.SOUND, name, gap > 0 ? List.of(new Item.Gap(gap), part) : List.of(sound), List
                .of(), on, false);
    }
}
