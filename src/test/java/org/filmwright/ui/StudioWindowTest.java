package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Outcome;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.junit.jupiter.api.Test;

/** The frame around the workspaces: opening, switching, running, speaking. */
class StudioWindowTest {
    @Test
    void ctrlAndADigitBringAWorkspaceToTheFront() {
        try (TestStudio studio = TestStudio.with(whole())) {
            studio.press(KeyCode.DIGIT2, KeyCode.CONTROL);
            assertTrue(isChosen(studio, "workspace-images"));
            studio.press(KeyCode.DIGIT3, KeyCode.CONTROL);
            assertTrue(isChosen(studio, "workspace-timeline"));
            studio.press(KeyCode.DIGIT1, KeyCode.CONTROL);
            assertTrue(isChosen(studio, "workspace-story"));
        }
    }

    @Test
    void theSwitchSwitches() {
        try (TestStudio studio = TestStudio.with(whole())) {
            ToggleButton images = (ToggleButton) studio.node("workspace-images");
            Fx.run(images::fire);
            assertEquals("loupe", Fx.get(() -> studio.window().scene().getFocusOwner().getId()));
            Fx.run(images::fire);
            assertTrue(isChosen(studio, "workspace-images"), "pressing the chosen one leaves it chosen");
        }
    }

    @Test
    void aKeyOfAnotherWorkspaceMeansNothing() {
        SampleProject project = whole();
        try (TestStudio studio = TestStudio.with(project)) {
            var before = project.snapshot();
            studio.show(Scope.STORY);
            studio.press(KeyCode.X);
            studio.press(KeyCode.U);
            Fx.run(() -> {});
            assertEquals(before, project.snapshot());
        }
    }

    @Test
    void withoutAProjectTheFirstButtonMakesOne() {
        try (TestStudio studio = new TestStudio()) {
            assertEquals("file-new", Fx.get(() -> studio.window().scene().getFocusOwner().getId()));
            studio.script().chosen = Optional.of(Path.of("Night Ferry"));
            studio.script().opens = Outcome.ok(SampleProject.planned());
            studio.press(KeyCode.N, KeyCode.CONTROL);
            Fx.until("Story shows", () -> ((ToggleButton) studio.window()
                    .scene()
                    .lookup("#workspace-story")).isVisible() && studio.window().scene().lookup("#script") != null);
            assertEquals("Saved", Fx.get(() -> ((Labeled) studio.window()
                    .scene()
                    .lookup("#status .fw-status-text")).getText()));
        }
    }

    @Test
    void whatCannotBeOpenedIsSaidWithItsRemedy() {
        try (TestStudio studio = new TestStudio()) {
            studio.script().chosen = Optional.of(Path.of("nowhere"));
            studio.press(KeyCode.O, KeyCode.CONTROL);
            Fx.until("the trouble is told", () -> toast(studio).equals(
                    "No project lies there. Choose a folder that ends in .filmwright."));
        }
    }

    @Test
    void aRunShowsHowFarItIsAndStopsWhenAsked() {
        try (TestStudio studio = TestStudio.with(whole())) {
            studio.script().waits = true;
            studio.press(KeyCode.M, KeyCode.CONTROL, KeyCode.SHIFT);
            Fx.until("the note is shown", () -> ((Labeled) studio.window().scene().lookup("#run-note")).getText()
                    .equals("Drawing 2-B take 3"));
            studio.press(KeyCode.ENTER, KeyCode.CONTROL, KeyCode.ALT);
            Fx.until("the run is over", () -> ((Labeled) studio.window().scene().lookup("#run-note")).getText()
                    .isEmpty());
            assertEquals("", toastNow(studio));
        }
    }

    @Test
    void closingTheProjectAndTheWindowClosesWhatWasOpened() {
        SampleProject first = whole();
        try (TestStudio studio = TestStudio.with(first)) {
            studio.press(KeyCode.W, KeyCode.CONTROL);
            Fx.until("the project is closed", first::isClosed);
            studio.press(KeyCode.Q, KeyCode.CONTROL);
            assertTrue(studio.hasQuit());
        }
    }

    @Test
    void f6GoesThroughThePanesInReadingOrder() {
        try (TestStudio studio = TestStudio.with(whole())) {
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.F6);
            assertEquals("filmstrip", focus(studio));
            studio.press(KeyCode.F6, KeyCode.SHIFT);
            studio.press(KeyCode.F6, KeyCode.SHIFT);
            assertEquals("scenes", focus(studio));
        }
    }

    @Test
    void panelsHideAndComeBackWithTheirWidth() {
        try (TestStudio studio = TestStudio.with(whole())) {
            Node scenes = studio.node("scenes");
            double width = Fx.get(() -> scenes.getLayoutBounds().getWidth());
            studio.press(KeyCode.DIGIT1, KeyCode.ALT);
            assertTrue(Fx.get(() -> scenes.getScene() == null));
            studio.press(KeyCode.DIGIT1, KeyCode.ALT);
            studio.layOut();
            assertEquals(width, Fx.get(() -> scenes.getLayoutBounds().getWidth()), 1.5);
        }
    }

    @Test
    void thePanelsKeepTheirDesignWidth() {
        try (TestStudio studio = TestStudio.with(whole())) {
            Node scenes = studio.node("scenes");
            assertEquals(280, Fx.get(() -> scenes.getLayoutBounds().getWidth()), 1.5);
        }
    }

    @Test
    void everythingThatTakesTheFocusSaysItsName() {
        try (TestStudio studio = TestStudio.with(whole())) {
            for (Scope workspace : List.of(Scope.STORY, Scope.IMAGES, Scope.TIMELINE)) {
                studio.show(workspace);
                assertEquals(Set.of(), nameless(studio), workspace.name());
            }
        }
    }

    @Test
    void nothingThatCanBePressedIsSmallerThanTwentyFourPixels() {
        try (TestStudio studio = TestStudio.with(whole())) {
            for (Scope workspace : List.of(Scope.STORY, Scope.IMAGES, Scope.TIMELINE)) {
                studio.show(workspace);
                Set<String> small = studio.all(".button")
                        .stream()
                        .filter(node -> node.isVisible() && node
                                .getLayoutBounds()
                                .getWidth() > 0 && (node.getLayoutBounds().getWidth() < 24
                                        || node.getLayoutBounds()
                                                .getHeight() < 24))
                        .map(Node::toString)
                        .collect(Collectors.toSet());
                assertEquals(Set.of(), small, workspace.name());
            }
        }
    }

    @Test
    void theThemeAndTheScaleChangeWhileTheWindowIsOpen() {
        try (TestStudio studio = TestStudio.with(whole())) {
            studio.press(KeyCode.L, KeyCode.CONTROL, KeyCode.SHIFT);
            assertEquals(Theme.LIGHT, Fx.get(() -> studio.window().look().theme().get()));
            studio.press(KeyCode.EQUALS, KeyCode.CONTROL);
            studio.layOut();
            assertEquals(48, Fx.get(() -> studio.window().scene().lookup(".fw-top").getLayoutBounds().getHeight()), 1);
            studio.press(KeyCode.DIGIT0, KeyCode.CONTROL);
            studio.layOut();
            assertEquals(44, Fx.get(() -> studio.window().scene().lookup(".fw-top").getLayoutBounds().getHeight()), 1);
        }
    }

    private SampleProject whole() {
        return SampleProject.whole();
    }

    private static boolean isChosen(TestStudio studio, String id) {
        ToggleButton segment = (ToggleButton) studio.node(id);
        return Fx.get(segment::isSelected);
    }

    private static String focus(TestStudio studio) {
        return Fx.get(() -> studio.window().scene().getFocusOwner().getId());
    }

    private static String toastNow(TestStudio studio) {
        return Fx.get(() -> toast(studio));
    }

    private static String toast(TestStudio studio) {
        Node words = studio.window().scene().lookup(".fw-toast .label");
        return words instanceof Labeled label ? label.getText() : "";
    }

    private static Set<String> nameless(TestStudio studio) {
        return studio.all("*")
                .stream()
                .filter(node -> node.isFocusTraversable() && node.isVisible())
                .filter(node -> node.getAccessibleText() == null || node.getAccessibleText().isBlank())
                .filter(node -> !(node instanceof ButtonBase button && button.getText() != null && !button.getText()
                        .isBlank()))
                .map(node -> node.getClass().getSimpleName() + " " + node.getStyleClass())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
