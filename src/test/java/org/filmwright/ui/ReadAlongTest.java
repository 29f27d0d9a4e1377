package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import org.filmwright.production.Crew.State;
import org.filmwright.production.Manuscript;
import org.filmwright.ui.kit.Scope;
import org.junit.jupiter.api.Test;

/** What somebody writes is read while it grows: on the card of a talk, and where the screenplay will be. */
class ReadAlongTest {
    private static final String FIRST = "INT. ATTIC - NIGHT\n\nMara";

    private static TextArea area(TestStudio studio, String id) {
        return (TextArea) studio.window().scene().lookup("#" + id);
    }

    private static String text(TestStudio studio, String id) {
        return Fx.get(() -> Optional.ofNullable(area(studio, id)).map(TextArea::getText).orElse(""));
    }

    @Test
    void theCardOfATalkGrowsAndStaysTheSameCardSoThatStopKeepsTheFocus() {
        SampleProject project = SampleProject.planned();
        project.sampleCrew().says(SampleCrew.talk("Writer", State.WRITING, "is writing", List.of(), List.of()));
        project.begun().writes(new Manuscript("logline: A lamp", false));
        try (TestStudio studio = TestStudio.with(project)) {
            studio.show(Scope.STORY);
            studio.fire("beside-crew");
            Fx.until("its words are there", () -> text(studio, "talk-writing").equals("logline: A lamp"));
            Node stop = studio.node("talk-stop");
            Fx.run(stop::requestFocus);
            project.sampleCrew().says(SampleCrew.talk("Writer", State.WRITING, "A lamp goes", List.of(), List.of()));
            project.begun().writes(new Manuscript(FIRST, true));
            Fx.until("it grew", () -> text(studio, "talk-writing").equals(FIRST));
            assertSame(stop, studio.node("talk-stop"));
            assertSame(stop, Fx.get(() -> studio.window().scene().getFocusOwner()));
            assertTrue(Fx.get(() -> area(studio, "talk-writing").getPseudoClassStates()
                    .contains(PseudoClass.getPseudoClass("screenplay"))));
            assertEquals(FIRST.length(), Fx.get(() -> area(studio, "talk-writing").getCaretPosition()),
                    "its end shows");
            project.sampleCrew().says(SampleCrew.talk("Writer", State.DONE, "llama, 90 % sure", List.of(), List.of()));
            Fx.until("it is done", () -> !studio.seen("talk-writing"));
        }
    }

    @Test
    void aScreenplayThatIsBeingWrittenStandsWhereItWillBeAndCanBeStopped() {
        SampleProject project = SampleProject.unwritten();
        try (TestStudio studio = TestStudio.with(project)) {
            studio.show(Scope.STORY);
            assertTrue(studio.seen("story-write"), "nothing is written yet");
            project.begun().writes(new Manuscript(FIRST, true));
            project.works(1);
            Fx.until("its words are there", () -> text(studio, "manuscript").equals(FIRST));
            assertEquals("Scene 2 is being written", studio.text("manuscript-title"));
            assertFalse(studio.seen("story-write"));
            project.begun().writes(new Manuscript(FIRST + " lights it.", true));
            Fx.until("it grows", () -> text(studio, "manuscript").endsWith("Mara lights it."));
            project.begun().falls();
            studio.fire("manuscript-stop");
            Fx.until("it was stopped", () -> project.begun().asked().equals(List.of("CANCEL")));
            Fx.until("one can write oneself", () -> studio.seen("story-write"));
        }
    }
}
