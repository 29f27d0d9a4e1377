package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.ScrollBar;
import javafx.scene.image.WritableImage;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.ScrollEvent;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.filmwright.base.ClipId;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.story.ShotOverride;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Track;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is told of clips where they lie on the lanes, and that every lane can be come by. */
class LaneMarksTest extends OnTheSample {
    private static final ShotId SHOT = new ShotId("shot-1-B");

    @Override
    protected Scope room() {
        return Scope.TIMELINE;
    }

    /** What a screen reader says of the clip of a shot. */
    private String spoken(String label) {
        return studio.all(".fw-lane-shot")
                .stream()
                .map(Node::getAccessibleText)
                .filter(words -> words.startsWith(label))
                .collect(Collectors.joining(" | "));
    }

    @Test
    void aClipWithAnAlarmShowsItOnItsLaneUntilItIsPassed() {
        assertEquals("1-B", spoken("1-B"));
        Fx.run(() -> project.measured(SHOT, SampleCamerawork.flickering()));
        studio.settle();
        String sentence = project.snapshot().alarmsOf(SHOT).getFirst().sentence();
        assertTrue(spoken("1-B").startsWith("1-B, clip to look at, "), spoken("1-B"));
        assertTrue(spoken("1-B").contains(sentence), spoken("1-B"));
        assertEquals(1, glyphs());
        Fx.run(() -> project.editor()
                .direct(ShotOverride.none(SHOT)
                        .passing(project.snapshot().clips().get(SHOT).id())));
        studio.settle();
        assertEquals("1-B", spoken("1-B"));
        assertEquals(0, glyphs());
    }

    private long glyphs() {
        return studio.all(".fw-lane-shot")
                .stream()
                .filter(clip -> clip.lookup(".fw-glyph-box") instanceof StatusGlyph)
                .count();
    }

    @Test
    void anAlarmOfANewerClipIsNotToldOfTheOneThatLiesHere() {
        replace("clip-older");
        Fx.run(() -> project.measured(SHOT, SampleCamerawork.flickering()));
        studio.settle();
        assertEquals(0, glyphs());
    }

    @Test
    void aClipThatCameIntoThePlaceOfAnotherIsMarkedUntilThePlayheadWasOnIt() {
        replace("clip-newer");
        assertEquals("1-B, updated", spoken("1-B"));
        assertEquals("updated", studio.said(".fw-lane-updated"));
        studio.press(KeyCode.DOWN);
        studio.settle();
        assertEquals("1-B, updated", spoken("1-B"), "another one is seen");
        studio.press(KeyCode.DOWN);
        studio.settle();
        assertEquals("1-B", spoken("1-B"));
        replace("clip-1-B");
        assertEquals("1-B", spoken("1-B"), "it was seen before");
    }

    @Test
    void aClipThatWasReplacedWhileSomethingElseWasInFrontIsMarkedAfterwards() {
        studio.show(Scope.IMAGES);
        replace("clip-newer");
        studio.show(Scope.TIMELINE);
        studio.settle();
        assertEquals("1-B, updated", spoken("1-B"));
    }

    private void replace(String clip) {
        Fx.run(() -> project.editor().recut(cut -> {
            List<Item> items = new ArrayList<>(cut.items());
            Item.Clip was = (Item.Clip) items.get(2);
            items.set(2, new Item.Clip(was.shot(), new ClipId(clip), was.media(), was.label(), was.frames()));
            return Outcome.ok(new Cut(cut.title(), cut.rate(), cut.size(), items, cut.transitions(), cut.subtitles()));
        }));
        studio.settle();
    }

    @Test
    void lanesThatDoNotFitAreScrolledByTheWheelOverTheirHeads() {
        Fx.run(() -> project.editor()
                .recut(cut -> Outcome.ok(cut.with(new Layers(Stream.of("A1", "A2", "A3", "A4", "A5", "A6")
                        .map(name -> new Track(Track.Kind.SOUND, name))
                        .toList(), List.of(), cut.marks())))));
        try (TestStudio low = new TestStudio(new FrameSize(1280, 720), Theme.DARK, 1)) {
            Fx.run(() -> low.window().open(project));
            low.show(Scope.TIMELINE);
            low.settle();
            ScrollBar bar = (ScrollBar) low.node("lanes-bar");
            assertTrue(bar.isVisible());
            Node last = low.node("track-on-6");
            assertFalse(isOnLanes(low, last));
            Fx.run(() -> low.node("lanes").fireEvent(wheel()));
            low.layOut();
            assertTrue(isOnLanes(low, last));
        }
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 2"})
    void theRightButtonOpensTheVerbsOfWhatLiesThere(Theme theme, double scale) throws IOException {
        try (StyleWarnings warnings = new StyleWarnings();
                TestStudio window = TestStudio.standing(project, new FrameSize(1280, 720))) {
            Fx.run(() -> {
                window.window().look().theme().set(theme);
                window.window().look().scale().set(scale);
            });
            window.show(Scope.TIMELINE);
            window.settle();
            Fx.run(() -> {
                Node clip = window.node("lanes").lookup(".fw-lane-shot");
                Point2D at = clip.localToScreen(clip.getLayoutBounds().getCenterX(), 10);
                clip.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, at.getX(), at.getY(), at
                        .getX(), at.getY(), false, null));
            });
            Fx.until("the menu is open", () -> menu().isPresent());
            WritableImage picture = Fx.get(() -> menu().orElseThrow().getScene().snapshot(null));
            Path file = Path.of("target", "screenshots", "lane-menu-" + theme + ".png");
            Files.createDirectories(file.getParent());
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
            assertEquals(List.of(), warnings.heard());
        }
    }

    private static Optional<ContextMenu> menu() {
        return Window.getWindows()
                .stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .findFirst();
    }

    private static boolean isOnLanes(TestStudio studio, Node node) {
        return Fx.get(() -> node.localToScene(node.getLayoutBounds()).getMaxY() < studio.node("minimap")
                .localToScene(0, 0)
                .getY());
    }

    private static ScrollEvent wheel() {
        return new ScrollEvent(ScrollEvent.SCROLL, 20, 60, 20, 60, false, false, false, false, true, false, 0, -9000, 0,
                -9000, ScrollEvent.HorizontalTextScrollUnits.NONE, 0, ScrollEvent.VerticalTextScrollUnits.NONE, 0, 0,
                null);
    }
}
