package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.production.Job;
import org.filmwright.review.Ruling;
import org.filmwright.story.ShotOverride;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws every state of the light table in a small window into {@code target/screenshots}; nothing may stick out of its row. */
class ReviewStatePicturesTest {
    private static final FrameSize SMALL = new FrameSize(1280, 800);
    private static final TakeId CURRENT = new TakeId("1-A-take-2");

    private String look;
    private TestStudio studio;

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1", "DARK, 2", "LIGHT, 2"})
    void everyStateIsDrawnAndNothingSticksOut(Theme theme, double scale) throws IOException {
        look = theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(scale * 100);
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio drawn = new TestStudio(SMALL, theme, scale)) {
            studio = drawn;
            studio.show(Scope.IMAGES);
            draw("closed");
            missing();
            Fx.run(() -> studio.window().open(SampleProject.planned()));
            draw("empty");
            hidden();
            coming();
            stale();
            done();
            trash();
            assertEquals(List.of(), warnings.heard());
        }
    }

    private SampleProject open(SampleQueue queue) {
        SampleProject film = SampleProject.whole(queue);
        Fx.run(() -> studio.window().open(film));
        studio.show(Scope.IMAGES);
        studio.settle();
        return film;
    }

    private void hidden() throws IOException {
        open(SampleQueue.of(0));
        TextField words = (TextField) studio.node("filter-words");
        Fx.run(() -> words.setText("submarine"));
        draw("hidden");
        studio.fire("images-show-all");
    }

    private void coming() throws IOException {
        SampleQueue queue = SampleQueue.of(0);
        open(queue);
        queue.change(job("a", 4, Job.State.RUNNING, Optional.empty()),
                job("b", 5, Job.State.WAITING, Optional.empty()),
                job("c", 6, Job.State.FAILED,
                        Optional.of(new Failure.Exhausted("memory", "Needs 22 GB, 18 GB are free."))));
        queue.progress("a", 0.62, "step 17 of 28");
        draw("coming");
        queue.glimpse("a", SampleQueue.halfWay());
        draw("coming-seen");
        studio.press(KeyCode.G);
        draw("coming-grid");
        studio.press(KeyCode.E);
        both(true);
        draw("panels");
        studio.press(KeyCode.G);
        draw("panels-grid");
        studio.press(KeyCode.E);
        both(false);
    }

    private void both(boolean shown) {
        Fx.run(() -> Looks.panes(studio.window()).leftShown().set(true));
        Fx.run(() -> Looks.panes(studio.window()).rightShown().set(shown));
        studio.layOut();
    }

    /** The take's file is away; and before that, the picture has not come yet. */
    private void missing() throws IOException {
        SampleProject film = SampleProject.whole(SampleQueue.of(0));
        film.lose(CURRENT, true);
        Runnable come = film.slow();
        try {
            Fx.run(() -> studio.window().open(film));
            studio.show(Scope.IMAGES);
            drawNow("loading");
            studio.press(KeyCode.G);
            studio.layOut();
            drawNow("loading-grid");
        } finally {
            come.run();
        }
        draw("missing-grid");
        assertEquals(List.of(),
                Fx.get(() -> unfilled(studio.window().scene().getRoot().lookupAll("#takes .fw-picture"))));
        assertEquals(List.of(), Fx.get(() -> studio.window()
                .scene()
                .getRoot()
                .lookupAll("#takes .fw-coming-whole")
                .stream()
                .filter(face -> face.isVisible() && face.getLayoutBounds().getWidth() < 1)
                .toList()), "why there is no picture stands in the place of the picture");
        studio.press(KeyCode.E);
        draw("missing");
    }

    private void stale() throws IOException {
        SampleProject film = open(SampleQueue.of(0));
        ShotId shot = film.snapshot().script().orElseThrow().plan().shots().getFirst().id();
        film.editor().direct(ShotOverride.none(shot).showing("A lantern on the quay."));
        Fx.run(() -> Looks.panes(studio.window()).leftShown().set(false));
        Fx.run(() -> Looks.panes(studio.window()).rightShown().set(true));
        Fx.until("stale", () -> studio.seen("stale"));
        draw("stale");
        both(false);
        studio.press(KeyCode.G);
        draw("stale-grid");
        studio.press(KeyCode.E);
    }

    private void done() throws IOException {
        SampleProject film = open(SampleQueue.of(0));
        film.snapshot()
                .script()
                .orElseThrow()
                .plan()
                .shots()
                .forEach(shot -> film.rule(new TakeId(shot.label() + "-take-2"), Ruling.APPROVED, ""));
        Fx.until("done", () -> studio.seen("all-approved"));
        draw("done");
    }

    private void trash() throws IOException {
        open(SampleQueue.of(0));
        studio.fire("images-trash");
        studio.settle();
        Fx.run(() -> Looks.run(studio.window(), "images.see-trash"));
        draw("trash");
    }

    private static Job job(String id, int take, Job.State state, Optional<Failure> failure) {
        return new Job(id, "run", new Job.Place(0, 0), SampleQueue.draw("1-A", take), state,
                SampleQueue.started(Instant.now()), failure);
    }

    private void draw(String state) throws IOException {
        studio.settle();
        Path file = file(state);
        StudioSnapshots.write(studio.window(), file);
        assertTrue(Files.size(file) > 10_000, "A picture of something: " + file);
        assertEquals(List.of(), Fx.get(() -> sticking(studio.window().scene().getRoot()).toList()), state + " " + look);
    }

    /** Without waiting for what is to come. */
    private void drawNow(String state) throws IOException {
        studio.layOut();
        WritableImage picture = Fx.get(() -> studio.window().scene().snapshot(null));
        ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file(state).toFile());
    }

    private Path file(String state) {
        return Path.of("target", "screenshots", "state-" + state + "-" + look + ".png");
    }

    /** Pictures that do not fill their cards, though they came late. */
    private static List<String> unfilled(Set<Node> pictures) {
        return pictures.stream()
                .flatMap(box -> ((Parent) box).getChildrenUnmodifiable().stream().filter(ImageView.class::isInstance))
                .map(ImageView.class::cast)
                .filter(view -> view.getImage() != null)
                .filter(view -> isOff(view.getLayoutBounds().getWidth(), view.getParent().getLayoutBounds().getWidth()))
                .map(view -> view.getLayoutBounds() + " in " + view.getParent().getLayoutBounds())
                .toList();
    }

    /** A tenth may be cut off where the shapes differ. */
    private static boolean isOff(double picture, double place) {
        return picture < place - 1 || picture > 1.1 * place;
    }

    /** What reaches over the right end of its header or its row of verbs. */
    private static Stream<String> sticking(Node node) {
        if (!node.isVisible() || !(node instanceof Parent parent)) {
            return Stream.empty();
        }
        boolean row = node.getStyleClass().contains("fw-header") || node.getStyleClass().contains("fw-actions");
        Stream<String> here = parent.getChildrenUnmodifiable()
                .stream()
                .filter(child -> row && child.isVisible() && child.isManaged())
                .filter(child -> child.getBoundsInParent().getMinX() < -1
                        || child.getBoundsInParent().getMaxX() > node.getLayoutBounds().getWidth() + 1)
                .map(child -> node.getStyleClass() + " " + child + " from " + child.getBoundsInParent().getMinX()
                        + " to " + child
                                .getBoundsInParent()
                                .getMaxX()
                        + " of " + node.getLayoutBounds().getWidth());
        return Stream.concat(here, parent.getChildrenUnmodifiable()
                .stream()
                .flatMap(
                        ReviewStatePicturesTest::sticking));
    }
}
