package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Failure;
import org.filmwright.production.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a gate asks, answered in the drawer: by a press, with words, or with what one writes instead. */
class GateSheetTest extends OnTheSample {
    private static final String TORN = "{\"logline\": \"A lamp";

    private final SampleQueue queue = new SampleQueue();

    @Override
    protected SampleProject sample() {
        return SampleProject.whole(queue);
    }

    @BeforeEach
    void openTheDrawer() {
        queue.change(new Job("g", "run", new Job.Place(0, 0), new Job.Work(Job.Task.OTHER, "concept_gate", 0, "", "cpu",
                Optional.empty()), Job.State.ASKING, Job.Times.NONE, Optional.empty()));
        studio.press(KeyCode.J, KeyCode.CONTROL);
        Fx.until("the gate is there", () -> studio.said(".fw-job-cell .label").contains("Concept gate"));
    }

    private void answer() {
        Button answer = (Button) studio.all(".fw-job-cell .button").iterator().next();
        Fx.run(answer::fire);
        Fx.until("it is asked", () -> studio.window().scene().lookup("#gate-text") != null);
    }

    private TextArea field(String id) {
        return (TextArea) studio.node(id);
    }

    private void write(String id, String words) {
        TextArea field = field(id);
        Fx.run(() -> field.setText(words));
    }

    @Test
    void itIsAnsweredWithWordsOrWithWhatOneWritesInstead() {
        answer();
        assertEquals("gate-words", Fx.get(() -> studio.window().scene().getFocusOwner().getId()),
                "who types does not press a button");
        write("gate-words", "Make her older.");
        studio.fire("gate-redo");
        Fx.until("it is sent back", () -> queue.asked().contains("redo g Make her older."));

        answer();
        studio.fire("gate-edit");
        assertEquals("INT. LAMP ROOM - NIGHT", Fx.get(field("gate-own")::getText));
        write("gate-own", "EXT. PIER - DAY");
        studio.fire("gate-use");
        Fx.until("that counts", () -> queue.asked().contains("edit g =EXT. PIER - DAY"));
        assertFalse(studio.seen("sheet"));
    }

    @Test
    void whatOneWroteStaysInItsFieldWhereItIsRefusedAndWhatIsWrongStandsAboveIt() {
        answer();
        studio.fire("gate-edit");
        assertFalse(studio.seen("gate-trouble"));
        write("gate-own", TORN);
        queue.refuses(new Failure.Refused("It takes a JSON object, and this is none. Nothing was decided.",
                "Hand over one JSON object."));
        studio.fire("gate-use");
        Fx.until("it says what is wrong", () -> studio.seen("gate-trouble"));
        assertTrue(studio.text("gate-trouble").contains("this is none"), studio.text("gate-trouble"));
        assertEquals(TORN, Fx.get(field("gate-own")::getText));
        write("gate-own", TORN + "\"}");
        studio.fire("gate-use");
        Fx.until("that counts", () -> queue.asked().contains("edit g =" + TORN + "\"}"));
        assertFalse(studio.seen("sheet"));
    }

    @Test
    void whoLooksBackAtTheQuestionFindsWhatWasWrittenAgain() {
        answer();
        studio.fire("gate-edit");
        write("gate-own", "EXT. PIER - DAY");
        studio.fire("gate-back");
        assertTrue(studio.seen("gate-text"));
        studio.fire("gate-edit");
        assertEquals("EXT. PIER - DAY", Fx.get(field("gate-own")::getText));
    }
}
