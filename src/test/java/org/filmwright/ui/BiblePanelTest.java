package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Portrait;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The bible beside the script: how somebody looks is written once, and the script's own lines are one press away. */
class BiblePanelTest extends BesideTheScript {
    private void openBible() {
        studio.fire("beside-bible");
        Fx.until("the bible is there", () -> !studio.all(".fw-bible").isEmpty());
    }

    private TextArea looks(String id) {
        return (TextArea) studio.node("looks-" + id);
    }

    private Optional<String> recorded(Kind kind, String name) {
        return project.snapshot().script().flatMap(script -> script.portrait(kind, name)).map(Portrait::words);
    }

    private void write(String id, String words) {
        TextArea field = looks(id);
        Fx.run(() -> {
            field.requestFocus();
            field.selectAll();
        });
        new Hands(studio.window().scene()).type(words);
    }

    @Test
    void howSomebodyLooksIsWrittenOnceStandsInThePlanAndIsOneStepOfUndo() {
        openBible();
        String before = Fx.get(looks("character-mara")::getText);
        assertFalse(before.isBlank(), "the script's own words");
        write("character-mara", "34, short grey hair");
        studio.press(KeyCode.ENTER);
        Fx.until("recorded", () -> recorded(Kind.CHARACTER, "MARA").equals(Optional.of("34, short grey hair")));
        assertTrue(project.snapshot().script().orElseThrow().plan().cast().toString().contains("34, short grey hair"));
        Fx.until("it can be left to the script", () -> studio.seen("looks-script-character-mara"));
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("taken back", () -> recorded(Kind.CHARACTER, "MARA").isEmpty());
        Fx.until("shown", () -> Fx.get(looks("character-mara")::getText).equals(before));
    }

    @Test
    void whatIsTypedIsRecordedWhenTheFieldIsLeftAndEscTakesItBack() {
        studio.close();
        studio = TestStudio.standing(project, StudioWindow.DESIGN);
        studio.show(Scope.STORY);
        openBible();
        write("character-mara", "thrown away");
        studio.press(KeyCode.ESCAPE);
        studio.press(KeyCode.ENTER);
        assertEquals(Optional.empty(), recorded(Kind.CHARACTER, "MARA"));
        write("character-mara", "34, short grey hair");
        Fx.run(() -> studio.node("beside-shots").requestFocus());
        Fx.until("recorded", () -> recorded(Kind.CHARACTER, "MARA").isPresent());
        studio.fire("looks-script-character-mara");
        Fx.until("left to the script", () -> recorded(Kind.CHARACTER, "MARA").isEmpty());
    }

    @Test
    void whatIsBeingTypedIsRecordedBeforeAnythingIsTakenBack() {
        openBible();
        write("character-mara", "34");
        Fx.run(() -> Looks.desk(studio.window()).undo());
        studio.settle();
        assertEquals(Optional.empty(), recorded(Kind.CHARACTER, "MARA"));
        Fx.run(() -> Looks.desk(studio.window()).redo());
        Fx.until("it was recorded", () -> recorded(Kind.CHARACTER, "MARA").equals(Optional.of("34")));
    }

    @Test
    void theScriptsLineIsShownWhenItsFactIsPressed() {
        openBible();
        Fx.run(() -> studio.all("#fact")
                .stream()
                .map(javafx.scene.control.Button.class::cast)
                .findFirst()
                .orElseThrow()
                .fire());
        assertFalse(Fx.get(() -> page().getSelectedText()).isBlank());
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 2"})
    void itIsDrawn(Theme theme, double scale) throws IOException {
        drawn("story-bible", theme, scale, drawn -> {
            SampleProject open = SampleProject.planned();
            open.editor()
                    .portray(new Portrait(Kind.CHARACTER, "MARA", "34, short grey hair, ochre scarf, a burn on her"
                            + " left wrist"));
            Fx.run(() -> drawn.window().open(open));
            drawn.show(Scope.STORY);
            Fx.run(() -> Looks.run(drawn.window(), "story.bible"));
            Fx.until("drawn", () -> !drawn.all(".fw-bible").isEmpty());
            drawn.settle();
        });
    }
}
