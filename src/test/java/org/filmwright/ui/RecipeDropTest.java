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
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.filmwright.base.FrameSize;
import org.filmwright.images.recipe.PngBytes;
import org.filmwright.production.Regeneration;
import org.filmwright.story.Wording;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The recipe of another picture is shown, then filled in, and only drawn when that is asked for. */
class RecipeDropTest extends OnTheSample {
    private static final String PARAMETERS = "Ein Schiff im Nebel, 霧の船\nNegative prompt: people, text\n"
            + "Steps: 28, Sampler: DPM++ 2M, CFG scale: 6.5, Seed: 18446744073709551615, Size: 1024x576, Model: sdxl";
    @TempDir
    private Path folder;

    @Test
    void aPictureDroppedOnThePromptIsSummedUpThenFilledInThenDrawn() {
        Path picture = new PngBytes().international("parameters", PARAMETERS).pixel().into(folder.resolve("ship.png"));
        assertTrue(holds(picture), "the prompt takes it");
        assertEquals("Use the prompt and settings of ship.png", studio.text("drop-words"));
        assertTrue(drop(picture));
        Fx.until("a summary", () -> studio.window().scene().lookup("#recipe-summary") != null);
        String summary = studio.said("#recipe-summary .label");
        assertTrue(summary.contains("A1111 or Forge") && summary.contains("霧の船") && summary.contains("DPM++ 2M"),
                summary);
        assertFalse(studio.seen("prompt-words"));
        studio.fire("recipe-use");
        assertEquals("Ein Schiff im Nebel, 霧の船", typed("prompt-words"));
        assertEquals("18446744073709551615", typed("prompt-seed"));
        studio.settle();
        assertTrue(project.lightTable().asked().isEmpty(), "nothing is drawn yet");
        studio.press(KeyCode.ENTER, KeyCode.CONTROL);
        Fx.until("asked for", () -> !project.lightTable().asked().isEmpty());
        Regeneration order = project.lightTable().asked().getFirst();
        assertEquals(Optional.of(-1L), order.seed());
        assertEquals(Optional.of(new FrameSize(1024, 576)), order.size());
        assertEquals(Optional.of(new Wording(order.shots().getFirst(), "Ein Schiff im Nebel, 霧の船", "people, text")),
                order.wording());
    }

    @Test
    void theSameIsACommand() {
        Path picture = new PngBytes().international("parameters", PARAMETERS).pixel().into(folder.resolve("ship.png"));
        studio.script().chosen = Optional.of(picture);
        Fx.run(() -> Looks.run(studio.window(), "images.recipe"));
        Fx.until("a summary", () -> studio.window().scene().lookup("#recipe-summary") != null);
    }

    @Test
    void aFileThatTellsNothingOrIsDamagedGetsASentence() throws IOException {
        drop(new PngBytes().pixel().into(folder.resolve("plain.png")));
        Fx.until("told", () -> studio.said(".fw-toast .label").contains("plain.png has no recipe."));
        drop(Files.writeString(folder.resolve("fake.png"), "no picture at all"));
        Fx.until("told", () -> studio.said(".fw-toast .label").contains("is not a PNG"));
        assertFalse(studio.seen("recipe-summary"));
    }

    @Test
    void whereThereIsNoPromptNoRecipeIsTaken() {
        Path picture = new PngBytes().international("parameters", PARAMETERS).pixel().into(folder.resolve("ship.png"));
        studio.press(KeyCode.Z);
        Node well = studio.node("loupe");
        Fx.run(() -> Looks.hold(studio.window(), List.of(picture.toFile()), well));
        assertFalse(studio.text("drop-words").startsWith("Use the prompt"), studio.text("drop-words"));
    }

    private boolean holds(Path picture) {
        Node prompt = studio.node("prompt");
        return Fx.get(() -> Looks.hold(studio.window(), List.of(picture.toFile()), prompt));
    }

    private boolean drop(Path picture) {
        Node prompt = studio.node("prompt");
        return Fx.get(() -> Looks.drop(studio.window(), List.of(picture.toFile()), prompt));
    }

    private String typed(String id) {
        return Fx.get(((TextInputControl) studio.node(id))::getText);
    }
}
