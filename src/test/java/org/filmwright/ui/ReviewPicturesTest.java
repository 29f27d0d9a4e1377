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
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.images.recipe.PngBytes;
import org.filmwright.production.Job;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioSnapshots;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Draws every view of the light table into {@code target/screenshots}, to be looked at; no rule of a style sheet may fail. */
class ReviewPicturesTest {
    private static final String RECIPE = "Ein Schiff im Nebel, 霧の船, lanterns along the quay, low key\n"
            + "Negative prompt: people, text\n"
            + "Steps: 28, Sampler: DPM++ 2M, CFG scale: 6.5, Seed: 184220911, Size: 1024x576, Model: sdxl-base";
    private static final TakeId FIRST = new TakeId("1-A-take-1");
    private static final TakeId SECOND = new TakeId("1-A-take-2");
    private static final Path FOLDER = Path.of("target", "screenshots");

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1", "DARK, 2", "LIGHT, 2"})
    void everyViewIsDrawn(Theme theme, double scale) throws IOException {
        FrameSize size = scale > 1 ? new FrameSize(1920, 1080) : StudioWindow.DESIGN;
        String look = theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(scale * 100);
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio studio = new TestStudio(size, theme, scale)) {
            Fx.run(() -> studio.window()
                    .open(SampleProject.whole(coming()).drawnBy("draft", "local:sdxl-base-1.0-onnx-half-precision")));
            studio.show(Scope.IMAGES);
            studio.settle();
            studio.press(KeyCode.DIGIT4);
            studio.press(KeyCode.G);
            studio.layOut();
            studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
            studio.press(KeyCode.RIGHT, KeyCode.SHIFT);
            draw(studio, "review-grid-" + look);
            studio.press(KeyCode.X, KeyCode.ALT);
            draw(studio, "review-why-" + look);
            Region why = (Region) studio.node("flaws");
            assertTrue(Fx.get(() -> why.prefWidth(-1) <= why.getParent().getLayoutBounds().getWidth() + 1));
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.E);
            draw(studio, "review-loupe-" + look);
            studio.press(KeyCode.R, KeyCode.ALT);
            draw(studio, "review-count-" + look);
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.R, KeyCode.SHIFT);
            draw(studio, "review-prompt-" + look);
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.C);
            draw(studio, "review-compare-" + look);
            studio.press(KeyCode.C, KeyCode.ALT);
            draw(studio, "review-wipe-" + look);
            studio.press(KeyCode.C, KeyCode.ALT);
            draw(studio, "review-difference-" + look);
            studio.press(KeyCode.C, KeyCode.SHIFT);
            draw(studio, "review-survey-" + look);
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.BACK_QUOTE);
            draw(studio, "review-full-" + look);
            studio.press(KeyCode.ESCAPE);
            Fx.run(() -> Looks.run(studio.window(), "images.auto-advance"));
            studio.press(KeyCode.X, KeyCode.ALT);
            studio.press(KeyCode.DIGIT1);
            draw(studio, "review-revision-" + look);
            Path picture = new PngBytes().international("parameters", RECIPE).pixel().into(FOLDER.resolve("ship.png"));
            Node prompt = studio.node("prompt");
            Fx.run(() -> Looks.hold(studio.window(), List.of(picture.toFile()), prompt));
            Node said = studio.node("drop-words");
            assertTrue(Fx.get(
                    () -> said.localToScene(said.getLayoutBounds()).getMaxY() <= studio.window().scene().getHeight()),
                    "what a drop would do is said where one sees it, " + look);
            draw(studio, "review-drop-" + look);
            Fx.run(() -> Looks.drop(studio.window(), List.of(picture.toFile()), prompt));
            Fx.until("a summary", () -> studio.window().scene().lookup("#recipe-summary") != null);
            draw(studio, "review-recipe-" + look);
            studio.press(KeyCode.ESCAPE);
            Fx.run(() -> studio.window().open(SampleProject.planned()));
            studio.show(Scope.IMAGES);
            draw(studio, "review-empty-" + look);
            assertEquals(List.of(), warnings.heard());
        }
    }

    /** One of each kind on the first two shots. */
    private static SampleQueue coming() {
        SampleQueue queue = SampleQueue.of(0);
        queue.change(place("a", "1-A", 4, Job.State.RUNNING, Optional.empty()),
                place("b", "1-A", 5, Job.State.WAITING, Optional.empty()),
                place("c", "1-B", 4, Job.State.FAILED,
                        Optional.of(new Failure.Exhausted("memory", "Needs 22 GB, 18 GB are free."))));
        return queue;
    }

    private static Job place(String id, String shot, int take, Job.State state, Optional<Failure> failure) {
        return new Job(id, "run", new Job.Place(0, 0), SampleQueue.draw(shot, take), state,
                SampleQueue.started(Instant.now()), failure);
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1", "DARK, 2", "LIGHT, 2"})
    void notesAreDrawn(Theme theme, double scale) throws IOException {
        FrameSize size = scale > 1 ? new FrameSize(1920, 1080) : StudioWindow.DESIGN;
        String look = theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(scale * 100);
        SampleProject film = SampleProject.whole();
        try (StyleWarnings warnings = new StyleWarnings(); TestStudio studio = new TestStudio(size, theme, scale)) {
            Fx.run(() -> studio.window().open(film));
            film.lightTable().pin(FIRST, Drawing.at(0.8, 0.3), "Less moon. It pulls the eye away from her.");
            NoteId coat = ((Outcome.Ok<Note>) film.lightTable()
                    .pin(SECOND, new Drawing(Optional.of(new Drawing.Point(0.42, 0.55)), List.of(
                            new Drawing.Stroke(List.of(new Drawing.Point(0.4, 0.5), new Drawing.Point(0.47, 0.45),
                                    new Drawing.Point(0.53, 0.52), new Drawing.Point(0.47, 0.62), new Drawing.Point(
                                            0.4, 0.5)),
                                    0.004, 1))),
                            "The coat should be grey, not brown."))
                    .value()
                    .id();
            film.lightTable().answer(coat, "It was brown in scene 1.");
            film.lightTable()
                    .resolve(((Outcome.Ok<Note>) film.lightTable()
                            .pin(SECOND, Drawing.at(0.7, 0.8), "Horizon is not level.")).value().id(), true);
            studio.show(Scope.IMAGES);
            studio.settle();
            studio.press(KeyCode.F7);
            studio.press(KeyCode.F7);
            draw(studio, "review-notes-" + look);
            studio.press(KeyCode.D);
            studio.press(KeyCode.RIGHT);
            studio.press(KeyCode.SPACE);
            for (int i = 0; i < 4; i++) {
                studio.press(KeyCode.RIGHT);
                studio.press(KeyCode.UP);
            }
            studio.press(KeyCode.SPACE);
            draw(studio, "review-drawing-" + look);
            studio.press(KeyCode.ESCAPE);
            studio.press(KeyCode.BACK_QUOTE);
            studio.press(KeyCode.D);
            draw(studio, "review-full-drawing-" + look);
            assertEquals(List.of(), warnings.heard());
        }
    }

    private static void draw(TestStudio studio, String name) throws IOException {
        studio.settle();
        studio.layOut();
        Path file = FOLDER.resolve(name + ".png");
        StudioSnapshots.write(studio.window(), file);
        assertTrue(Files.size(file) > 20_000, "A picture of something: " + file);
    }
}
