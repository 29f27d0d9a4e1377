package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Source;
import org.filmwright.timeline.Track;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Tracks beside the storyline under the mouse, and every pull again by key. A track is told as {@code 48 Later:72 24 Now:48}:
 * holes, and what lies between with its length.
 */
class TracksByHandTest extends OnTheSample {
    private static final double V3 = 80;
    private static final double V2 = 120;
    private static final double A1 = 296;
    private static final String FIRST = "48 Later:72 24 Now:48";

    @Override
    protected Scope room() {
        return Scope.TIMELINE;
    }

    private static Item.Title title(String words, int frames) {
        return new Item.Title(List.of(words), frames, true, 0);
    }

    @BeforeEach
    void layTracks() {
        List<Track> tracks = List.of(
                new Track(Track.Kind.PICTURE, "V2", List.of(new Item.Gap(48), title("Later", 72), new Item.Gap(24),
                        title("Now", 48)), List.of(), true, false),
                new Track(Track.Kind.PICTURE, "V3"),
                new Track(Track.Kind.SOUND, "A1", List.of(new Item.Gap(60),
                        new Item.Sound(new MediaRef(Digest.of("sea"), "wav"), "Sea", 240, new Source(100, 480),
                                Level.PLAIN, 0)),
                        List.of(), true, false));
        Fx.run(() -> Looks.desk(studio.window())
                .edit(editor -> editor.recut(now -> Outcome.ok(now.with(new Layers(tracks, List.of(), now.marks()))))));
        Fx.until("there are tracks", () -> cut().tracks().size() == 3);
        studio.settle();
        studio.layOut();
    }

    private Cut cut() {
        return Fx.get(() -> Looks.desk(studio.window()).snapshot().get().orElseThrow().cut().orElseThrow());
    }

    private String track(int number) {
        return cut().track(number).items().stream().map(item -> switch (item) {
            case Item.Gap gap -> "" + gap.frames();
            case Item.Title title -> title.lines().getFirst() + ":" + title.frames();
            case Item.Sound sound -> sound.label() + "@" + sound.source().from() + ":" + sound.frames();
            case Item.OfShot shot -> shot.label() + ":" + shot.frames();
        }).collect(Collectors.joining(" "));
    }

    /** Pulls without snapping from a frame and a height to others, and does not let go. */
    private void pull(double from, double height, double to, double there) {
        LaneMouse mouse = new LaneMouse(studio);
        Cut cut = cut();
        mouse.mouse(MouseEvent.MOUSE_PRESSED, mouse.x(from, cut), height, MouseButton.PRIMARY);
        mouse.mouse(MouseEvent.MOUSE_DRAGGED, mouse.x((from + to) / 2, cut), there, MouseButton.PRIMARY,
                KeyCode.CONTROL);
        mouse.mouse(MouseEvent.MOUSE_DRAGGED, mouse.x(to, cut), there, MouseButton.PRIMARY, KeyCode.CONTROL);
    }

    private void release() {
        new LaneMouse(studio).mouse(MouseEvent.MOUSE_RELEASED, 0, V2, MouseButton.PRIMARY);
    }

    private void let() {
        Cut before = cut();
        release();
        Fx.until("the cut is another", () -> !cut().equals(before));
        studio.settle();
    }

    private void select(double frame, double height) {
        pull(frame, height, frame, height);
        release();
    }

    private void edit(KeyCode code, KeyCode... modifiers) {
        Cut before = cut();
        studio.press(code, modifiers);
        Fx.until("the cut is another after " + code, () -> !cut().equals(before));
        studio.settle();
    }

    private void refused(String words, Runnable action) {
        Cut before = cut();
        action.run();
        Fx.until("it is said", () -> ((Label) studio.window().scene().lookup("#aside")).getText().contains(words));
        assertEquals(before, cut());
        assertEquals(Set.of(), studio.all(".fw-toast"));
    }

    private long selected() {
        return studio.all(".fw-lane-title")
                .stream()
                .filter(node -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass("selected")))
                .count();
    }

    private void undone() {
        edit(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(FIRST, track(1));
    }

    @Test
    void aTitleIsPulledAlongItsTrackAndBackWithOneUndo() {
        pull(84, V2, 94, V2);
        assertTrue(studio.said(".fw-lane-tools .fw-muted").startsWith("Move to 00:00:02:"));
        assertEquals(FIRST, track(1), "only what is let go of counts");
        assertEquals(1, selected(), "what the hand holds is marked on the way");
        let();
        assertEquals("58 Later:72 14 Now:48", track(1));
        assertEquals("Undo move", studio.words("edit.undo"));
        undone();
        assertEquals("Redo move", studio.words("edit.redo"));
    }

    @Test
    void aTitleIsTrimmedAtBothEndsAndNothingElseMoves() {
        pull(48.5, V2, 58.5, V2);
        let();
        assertEquals("58 Later:62 24 Now:48", track(1));
        pull(119.5, V2, 107.5, V2);
        let();
        assertEquals("58 Later:50 36 Now:48", track(1));
        assertEquals("Undo trim", studio.words("edit.undo"));
    }

    @Test
    void aTrimEndsAtWhatFollowsOnItsTrack() {
        pull(119.5, V2, 300, V2);
        let();
        assertEquals("48 Later:96 Now:48", track(1));
    }

    @Test
    void onAnotherTrackOfItsKindATitleLeavesAHoleAndASoundStaysAmongSounds() {
        pull(84, V2, 84, V3);
        let();
        assertEquals("144 Now:48", track(1));
        assertEquals("48 Later:72", track(2));
        edit(KeyCode.Z, KeyCode.CONTROL);
        pull(100, A1, 120, V2);
        let();
        assertEquals(FIRST, track(1));
        assertEquals("80 Sea@100:240", track(3));
    }

    @Test
    void escLetsGoAsIfNothingHadBeenTouched() {
        pull(84, V2, 134, V3);
        studio.press(KeyCode.ESCAPE);
        release();
        studio.settle();
        assertEquals(FIRST, track(1));
        assertEquals("", track(2));
    }

    @Test
    void aTitleIsMovedTrimmedRaisedAndLiftedByKeys() {
        select(84, V2);
        edit(KeyCode.RIGHT, KeyCode.ALT);
        edit(KeyCode.RIGHT, KeyCode.ALT);
        edit(KeyCode.LEFT, KeyCode.ALT);
        assertEquals("49 Later:72 23 Now:48", track(1), "nudged");
        edit(KeyCode.OPEN_BRACKET);
        edit(KeyCode.CLOSE_BRACKET, KeyCode.SHIFT);
        assertEquals("50 Later:70 24 Now:48", track(1), "trimmed at its end, then at its start");
        edit(KeyCode.UP, KeyCode.ALT);
        assertEquals("50 Later:70", track(2), "a track up");
        refused("topmost", () -> studio.press(KeyCode.UP, KeyCode.ALT));
        edit(KeyCode.DOWN, KeyCode.ALT);
        assertEquals("50 Later:70 24 Now:48", track(1));
        edit(KeyCode.DELETE);
        assertEquals("144 Now:48", track(1));
        assertEquals("Undo lift", studio.words("edit.undo"));
        for (int step = 0; step < 8; step++) {
            edit(KeyCode.Z, KeyCode.CONTROL);
        }
        assertEquals(FIRST, track(1));
    }

    @Test
    void whatLiesUnderThePlayheadIsChosenByKeyOneTrackAfterTheOtherAndTrimmedToIt() {
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        studio.press(KeyCode.D);
        studio.press(KeyCode.D);
        edit(KeyCode.Q);
        assertEquals("72 Later:48 24 Now:48", track(1));
        refused("begins at the playhead already", () -> studio.press(KeyCode.Q));
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        edit(KeyCode.W);
        assertEquals("72 Later:25 47 Now:48", track(1));
        studio.press(KeyCode.D);
        edit(KeyCode.RIGHT, KeyCode.CONTROL, KeyCode.SHIFT);
        assertEquals("60 Sea@99:240", track(3), "slipped");
        edit(KeyCode.B, KeyCode.CONTROL);
        assertEquals("60 Sea@99:36 Sea@135:204", track(3), "split at the playhead");
        edit(KeyCode.B, KeyCode.CONTROL, KeyCode.SHIFT);
        assertEquals("60 Sea@99:240", track(3), "joined");
        assertEquals("Undo join", studio.words("edit.undo"));
        edit(KeyCode.MINUS, KeyCode.ALT);
        assertEquals("Undo loudness", studio.words("edit.undo"));
        Fx.until("how loud it is", () -> ((Label) studio.window().scene().lookup("#aside")).getText()
                .startsWith("Sea: -1"));
    }

    @Test
    void tracksAreAddedNamedTurnedOffLockedAndRemovedByTheirCommands() {
        Fx.run(() -> Looks.run(studio.window(), "timeline.track-add-sound"));
        Fx.until("it is there", () -> cut().tracks().size() == 4);
        studio.settle();
        assertEquals("A2", cut().track(4).name());
        select(84, V2);
        Fx.run(() -> Looks.run(studio.window(), "timeline.track-name"));
        Fx.run(() -> ((TextField) studio.node("track-name")).setText("Titles"));
        studio.fire("track-yes");
        Fx.until("it is named", () -> cut().track(1).name().equals("Titles"));
        studio.settle();
        Fx.run(() -> Looks.run(studio.window(), "timeline.track-remove"));
        Fx.until("it is gone", () -> cut().tracks().size() == 3);
        studio.settle();
        assertEquals("Undo change of track", studio.words("edit.undo"));
    }

    @Test
    void anEndIsPulledToAnotherSpeedAndOneThatCannotGoFurtherSaysWhy() {
        select(100, A1);
        LaneMouse mouse = new LaneMouse(studio);
        Cut cut = cut();
        mouse.mouse(MouseEvent.MOUSE_PRESSED, mouse.x(299.5, cut), A1, MouseButton.PRIMARY, KeyCode.ALT);
        mouse.mouse(MouseEvent.MOUSE_DRAGGED, mouse.x(239.5, cut), A1, MouseButton.PRIMARY, KeyCode.CONTROL);
        assertTrue(studio.said(".fw-lane-tools .fw-muted").startsWith("Speed -60 f"));
        let();
        assertEquals("60 Sea@100:180", track(3));
        edit(KeyCode.Z, KeyCode.CONTROL);
        pull(119.5, V2, 300, V2);
        let();
        assertEquals("48 Later:96 Now:48", track(1), "as far as there is room");
        refused("no gap of that length", () -> {
            pull(143.5, V2, 170, V2);
            release();
        });
    }

    @Test
    void aTrimMeansTheClipUnderThePlayheadWhereAnotherIsSelected() {
        select(84, V2);
        studio.press(KeyCode.HOME);
        refused("Nothing lies under the playhead", () -> studio.press(KeyCode.W));
        for (int second = 0; second < 7; second++) {
            studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        }
        edit(KeyCode.W);
        assertEquals("48 Later:72 24 Now:25", track(1));
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.HOME);
        studio.press(KeyCode.DOWN);
        studio.press(KeyCode.D);
        studio.press(KeyCode.DOWN);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        Cut before = cut();
        edit(KeyCode.Q);
        assertEquals(before.items().get(2).frames() - 24, cut().items().get(2).frames(), "not the one before it");
        assertEquals("Undo ripple trim", studio.words("edit.undo"));
    }

    @Test
    void aLockedTrackIsLeftAloneAndSaysSo() {
        studio.fire("track-lock-1");
        Fx.until("it is locked", () -> cut().track(1).locked());
        studio.settle();
        studio.layOut();
        refused("V2 is locked", () -> {
            pull(84, V2, 134, V2);
            release();
        });
        refused("V2 is locked", () -> studio.press(KeyCode.DELETE));
        refused("V2 is locked", () -> studio.press(KeyCode.RIGHT, KeyCode.ALT));
        pull(100, A1, 100, V2);
        release();
        studio.settle();
        assertEquals(FIRST, track(1));
    }

    @Test
    void shotsComeInByKeyBetweenInAndOutAtTheEndOverThePictureAndInAPlace() {
        Cut first = cut();
        studio.press(KeyCode.DOWN);
        edit(KeyCode.I);
        studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        edit(KeyCode.O);
        edit(KeyCode.PERIOD);
        assertEquals(25, cut().items().get(1).frames(), "as long as in and out are apart");
        edit(KeyCode.COMMA, KeyCode.ALT);
        assertEquals(25, cut().items().get(1).frames(), "all of it, faster");
        edit(KeyCode.SEMICOLON);
        assertTrue(cut().items().get(1) instanceof Item.Gap);
        edit(KeyCode.QUOTE);
        assertEquals(first.frames() - 25, cut().frames());
        edit(KeyCode.COMMA, KeyCode.SHIFT);
        assertTrue(cut().items().getLast() instanceof Item.Clip);
        edit(KeyCode.PERIOD, KeyCode.ALT);
        assertTrue(cut().track(1).items().stream().anyMatch(Item.Clip.class::isInstance)
                || cut().track(2).items().stream().anyMatch(Item.Clip.class::isInstance));
        studio.press(KeyCode.D);
        edit(KeyCode.PERIOD, KeyCode.SHIFT);
        assertEquals("Undo replace", studio.words("edit.undo"));
    }

    @Test
    void theCutIsLaidAnewByKeyAndWhatCouldNotBeKeptIsReadToTheEnd() {
        studio.press(KeyCode.DOWN);
        Cut first = cut();
        edit(KeyCode.DELETE, KeyCode.SHIFT);
        ((SampleEditor) project.editor()).unkept(List.of("Clip 1-A is shorter now."));
        edit(KeyCode.A, KeyCode.SHIFT);
        assertEquals(first.items(), cut().items());
        assertTrue(studio.said("#lay-notes .label").contains("Clip 1-A is shorter now."));
        studio.fire("sheet-close");
        assertEquals("Undo laying the cut", studio.words("edit.undo"));
        Fx.run(() -> studio.node("lanes").requestFocus());
        edit(KeyCode.Z, KeyCode.CONTROL);
        assertEquals(first.items().size() - 1, cut().items().size());
        assertTrue(studio.text("aside").contains("laying the cut"));
    }

    private void at(int second) {
        studio.press(KeyCode.HOME);
        for (int i = 0; i < second; i++) {
            studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
        }
    }

    @Test
    void whatIsLinkedWithThePictureMovesWithItAndSaysSo() {
        select(84, V2);
        edit(KeyCode.I, KeyCode.ALT);
        edit(KeyCode.O, KeyCode.ALT);
        assertEquals(2, cut().track(1).transitions().size(), "it fades in and out");
        assertEquals("Undo fade", studio.words("edit.undo"));
        edit(KeyCode.G, KeyCode.CONTROL);
        refused("linked to a clip of the storyline", () -> studio.press(KeyCode.RIGHT, KeyCode.ALT));
        refused("linked to a clip of the storyline", () -> {
            pull(84, V2, 134, V2);
            release();
        });
        edit(KeyCode.G, KeyCode.CONTROL, KeyCode.SHIFT);
        assertEquals("Undo unlink", studio.words("edit.undo"));
        edit(KeyCode.RIGHT, KeyCode.ALT);
        assertEquals("49 Later:72 23 Now:48", track(1));
        assertEquals(2, cut().track(1).transitions().size(), "the fades went along");
    }

    @Test
    void twoThatLieAgainstEachOtherOnATrackRollAndDissolve() {
        pull(119.5, V2, 300, V2);
        let();
        at(6);
        edit(KeyCode.RIGHT, KeyCode.ALT, KeyCode.SHIFT);
        assertEquals("48 Later:97 Now:47", track(1));
        edit(KeyCode.D, KeyCode.CONTROL);
        assertEquals(24, cut().track(1).transitions().getFirst().frames());
        edit(KeyCode.D, KeyCode.CONTROL);
        assertEquals(List.of(), cut().track(1).transitions());
    }

    @Test
    void aSoundEndsAtThePlayheadByItsSpeedAndAPictureIsHeldThere() {
        select(100, A1);
        at(6);
        edit(KeyCode.W, KeyCode.SHIFT);
        assertEquals("60 Sea@100:85", track(3));
        edit(KeyCode.OPEN_BRACKET, KeyCode.CONTROL);
        assertEquals("60 Sea@100:120", track(3), "the next usual speed");
        studio.press(KeyCode.ESCAPE);
        int frames = cut().frames();
        edit(KeyCode.H);
        assertEquals(frames + 24, cut().frames());
        assertEquals("Undo freeze frame", studio.words("edit.undo"));
        edit(KeyCode.M);
        at(2);
        edit(KeyCode.M, KeyCode.ALT, KeyCode.SHIFT);
        assertEquals(48, cut().markers().getFirst().at());
        assertEquals("Undo marker", studio.words("edit.undo"));
    }
}
