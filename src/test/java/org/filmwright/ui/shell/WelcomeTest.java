package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.event.ActionEvent;
import javafx.scene.Node;
import javafx.scene.TraversalDirection;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.ui.Fx;
import org.filmwright.ui.SampleProject;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WelcomeTest {
    @TempDir
    Path folder;

    @Test
    void whatWasOpenedIsListedFirstAndOpensWithOnePress() throws IOException {
        Path film = Files.createDirectory(folder.resolve("Rooftop.filmwright"));
        try (TestStudio studio = new TestStudio()) {
            Fx.run(() -> studio.window().model().recents().opened(folder.resolve("Older.filmwright")));
            Fx.run(() -> studio.window().model().recents().opened(film));
            Fx.until("the card is there", () -> studio.window().scene().lookup("#project-Rooftop") != null);
            studio.script().opens = Outcome.ok(SampleProject.whole());
            Button card = (Button) studio.node("project-Rooftop");
            assertTrue(card.getAccessibleText().startsWith("Open Rooftop, last opened Today"), card
                    .getAccessibleText());
            Fx.run(card::fire);
            Fx.until("Story shows", () -> studio.window().model().workspace().get() == Scope.STORY);
            assertEquals("Night Ferry", Fx.get(() -> studio.window().model().recents().list().getFirst().name()));
        }
    }

    @Test
    void aProjectThatIsNotWhereItWasCanBeLocatedOrForgotten() throws IOException {
        Path gone = folder.resolve("Gone.filmwright");
        Path there = Files.createDirectory(folder.resolve("There.filmwright"));
        try (TestStudio studio = new TestStudio()) {
            Fx.run(() -> studio.window().model().recents().opened(gone));
            Fx.until("it is missed", () -> studio.window().scene().lookup("#welcome-locate") != null);
            studio.script().chosen = Optional.of(there);
            Fx.run(((Button) studio.node("welcome-locate"))::fire);
            assertEquals(List.of(there), Fx.get(() -> studio.window()
                    .model()
                    .recents()
                    .list()
                    .stream()
                    .map(RecentProjects.Recent::folder)
                    .toList()));
        }
    }

    @Test
    void atTwiceTheSizeItNarrowsWithItsWindowAndItsTitlesAreWhole() {
        try (TestStudio studio = new TestStudio(StudioWindow.DESIGN, Theme.DARK, 2)) {
            studio.layOut();
            Node find = studio.node("find-project");
            double right = Fx.get(() -> find.localToScene(find.getLayoutBounds()).getMaxX());
            assertTrue(right <= StudioWindow.DESIGN.width() - 2 * 48, "find ends at " + right);
            for (Node title : studio.all(".fw-welcome-head > .fw-title")) {
                Label words = (Label) title;
                assertTrue(Fx.get(() -> words.getWidth() >= Math.floor(words.prefWidth(-1))), words.getText());
            }
        }
    }

    @Test
    void theKeyboardKeepsItsPlaceWhileTheDiskIsAskedAndWhileCardsChange() throws IOException {
        Path gone = folder.resolve("Gone.filmwright");
        Path other = Files.createDirectory(folder.resolve("Other.filmwright"));
        try (TestStudio studio = TestStudio.standing(SampleProject.whole(), new FrameSize(1280, 720))) {
            studio.show(Scope.WELCOME);
            Fx.run(() -> studio.window().model().recents().opened(gone));
            Fx.until("it is missed", () -> studio.window().scene().lookup("#welcome-forget") != null);
            studio.settle();
            Node forget = studio.node("welcome-forget");
            Fx.run(studio.node("project-Gone")::requestFocus);
            Fx.run(() -> studio.window().scene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT));
            assertEquals(forget, Fx.get(() -> studio.window().scene().getFocusOwner()));
            assertTrue(Fx.get(forget::isFocusVisible), "a ring to begin with");
            Fx.run(() -> studio.window().page(Scope.WELCOME).shown(true));
            studio.settle();
            assertEquals(forget, Fx.get(() -> studio.window().scene().getFocusOwner()), "nothing changed");
            Fx.run(() -> studio.window().model().recents().opened(other));
            studio.settle();
            Node now = Fx.get(() -> studio.window().scene().getFocusOwner());
            assertEquals(studio.node("welcome-forget"), now);
            assertTrue(Fx.get(now::isFocusVisible), "with its ring");
        }
    }

    @Test
    void whatHasTheFocusStaysInViewWhenProjectsArriveAboveIt() throws IOException {
        try (TestStudio studio = TestStudio.standing(SampleProject.whole(), new FrameSize(1280, 720))) {
            studio.show(Scope.WELCOME);
            studio.settle();
            studio.layOut();
            Node models = studio.node("setup-folder");
            Fx.run(studio.node("setup-skip")::requestFocus);
            for (int tab = 0; tab < 6 && Fx.get(() -> studio.window().scene().getFocusOwner()) != models; tab++) {
                Fx.run(() -> studio.window().scene().getFocusOwner().requestFocusTraversal(TraversalDirection.NEXT));
            }
            assertEquals(models, Fx.get(() -> studio.window().scene().getFocusOwner()));
            for (int number = 0; number < 9; number++) {
                Path film = Files.createDirectory(folder.resolve("Film " + number + ".filmwright"));
                Fx.run(() -> studio.window().model().recents().opened(film));
            }
            studio.settle();
            Fx.until("it is in view", () -> {
                studio.layOut();
                return inView(models);
            });
        }
    }

    @Test
    void whatScrollsIsDrawnAnewAndNoPictureOfBeforeIsShown() {
        try (TestStudio studio = new TestStudio()) {
            studio.layOut();
            assertEquals(2, studio.all(".fw-scroll .viewport").size());
            assertTrue(studio.all(".fw-scroll .viewport").stream().noneMatch(Node::isCache));
        }
    }

    private static boolean inView(Node node) {
        Node scroll = node;
        while (!(scroll instanceof ScrollPane)) {
            scroll = scroll.getParent();
        }
        return scroll.localToScene(scroll.getLayoutBounds()).contains(node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void findLeavesWhatMatches() {
        try (TestStudio studio = new TestStudio()) {
            Fx.run(() -> List.of("One", "Two")
                    .forEach(name -> studio.window()
                            .model()
                            .recents()
                            .opened(folder.resolve(name))));
            Fx.run(() -> ((TextField) studio.window().scene().lookup("#find-project")).setText("tw"));
            assertEquals(1, studio.all(".fw-project").size());
            Fx.run(() -> ((TextField) studio.window().scene().lookup("#find-project")).setText("x-y"));
            assertEquals(0, studio.all(".fw-project").size());
        }
    }

    @Test
    void enterOpensTheFirstThatWasFound() throws IOException {
        try (TestStudio studio = new TestStudio()) {
            for (String name : List.of("Two", "One")) {
                Path film = Files.createDirectory(folder.resolve(name));
                Fx.run(() -> studio.window().model().recents().opened(film));
            }
            studio.settle();
            studio.script().opens = Outcome.ok(SampleProject.whole());
            TextField find = (TextField) studio.node("find-project");
            Fx.run(() -> find.fireEvent(new ActionEvent()));
            studio.settle();
            assertEquals(Scope.WELCOME, Fx.get(() -> studio.window().model().workspace().get()), "nothing was typed");
            Fx.run(() -> {
                find.setText("tw");
                find.fireEvent(new ActionEvent());
            });
            Fx.until("Story shows", () -> studio.window().model().workspace().get() == Scope.STORY);
        }
    }

    @Test
    void theThreeStepsCanBeSkipped() {
        try (TestStudio studio = new TestStudio()) {
            assertTrue(studio.node("setup").isVisible());
            Fx.run(((Button) studio.node("setup-skip"))::fire);
            assertFalse(studio.node("setup").isVisible());
        }
    }

    @Test
    void workspacesWaitForAProject() {
        try (TestStudio studio = new TestStudio()) {
            assertFalse(studio.node("workspace-story").getParent().isVisible());
            assertFalse(Fx.get(() -> studio.window().commands().of("view.images").run()));
        }
    }

    @Test
    void theSampleIsTheOneInTheCheckout() throws IOException {
        Path script = SampleScript.putInto(folder.resolve("sample")).orElse(failure -> {
            throw new AssertionError(failure);
        });
        assertEquals(Files.readString(Path.of("assets/samples/night-ferry.fountain")), Files.readString(script));
    }

    @Test
    void foldersWithAnyNameAreRemembered() {
        Settings settings = Settings.forgetful();
        RecentProjects recents = new RecentProjects(settings, InstantSource.fixed(Instant.EPOCH));
        Path odd = folder.resolve("a|b = c.filmwright");
        recents.opened(odd);
        recents.poster(odd, odd.resolve("media").resolve("x.png"));
        RecentProjects again = new RecentProjects(settings, InstantSource.system());
        assertEquals(List.of(new RecentProjects.Recent(odd, Instant.EPOCH, Optional.of(Path.of("media", "x.png")))),
                List.copyOf(again.list()));
    }
}
