package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import org.filmwright.production.Job;
import org.filmwright.production.RunPicture;
import org.filmwright.production.RunPicture.Kind;
import org.filmwright.production.RunPicture.Span;
import org.filmwright.production.RunPicture.State;
import org.filmwright.production.RunPicture.Reach;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A workflow as a picture: how far each of its steps is, what can be done about it, live, by keys, and as it went. */
class RunSheetTest extends OnTheSample {
    private static final Span SPAN = new Span(Optional.of(SampleProject.NOON),
            Optional.of(SampleProject.NOON.plusSeconds(75)));

    @Override
    protected SampleProject sample() {
        return SampleProject.whole();
    }

    @Override
    protected Scope room() {
        return Scope.STORY;
    }

    @BeforeEach
    void drawOne() {
        project.begun().picture(picture(State.RUNNING, Job.State.RUNNING, 4));
    }

    private static RunPicture picture(State state, Job.State drawing, int done) {
        RunPicture people = new RunPicture("people", "character_development", "Who is in the film", State.DONE,
                Optional.empty(), SPAN, List.of(new RunPicture.Stage("character_creation", List.of(node("cast",
                        Kind.AGENT, 0, Job.State.DONE, 1, 1)))));
        return new RunPicture("run", "movie_creation", "A film of prose", state, Optional.empty(), SPAN, List.of(
                new RunPicture.Stage("concept_development", List.of(node("read", Kind.TASK, 0, Job.State.DONE, 1, 1),
                        node("concept_gate", Kind.GATE, 1, Job.State.DONE, 1, 1))),
                new RunPicture.Stage("character_creation", List.of(new RunPicture.Node("people", Kind.WORKFLOW, 0,
                        new Reach(Job.State.DONE, 1, 1), SPAN, Optional.empty(), Optional.empty(), List.of(people)))),
                new RunPicture.Stage("media_generation", List.of(node("shot.draw", Kind.TASK, 0, drawing, done, 93),
                        node("shot.clip", Kind.TASK, 1, Job.State.BLOCKED, 0, 31)))));
    }

    private static RunPicture.Node node(String name, Kind kind, int rank, Job.State state, int done, int of) {
        return new RunPicture.Node(name, kind, rank, new Reach(state, done, of), SPAN, Optional.empty(),
                Optional.of("Out of disk.").filter(_ -> state == Job.State.FAILED), List.of());
    }

    private void open() {
        Fx.run(() -> Looks.run(studio.window(), "view.jobs"));
        Fx.run(() -> Looks.run(studio.window(), "jobs.picture"));
        Fx.until("its picture is there", () -> studio.seen("run-sheet"));
    }

    private String focus() {
        return Fx.get(() -> studio.window().scene().getFocusOwner().getId());
    }

    private String spoken(String id) {
        Node node = studio.node(id);
        return Fx.get(node::getAccessibleText);
    }

    @Test
    void itsStagesStandInOrderAndAHundredStepsAreOneNodeWithACount() {
        open();
        String said = studio.said(".label");
        assertTrue(said.contains("A film of prose") && said.contains("running \u00b7 1:15"), said);
        assertTrue(said.contains("4/93 \u00b7 working \u00b7 1:15"), said);
        assertEquals("Shot \u00b7 draw, step, 4/93 \u00b7 working \u00b7 1:15", spoken("run-node-shot-draw"));
        assertEquals("Cast, agent, done \u00b7 1:15", spoken("run-node-cast"), "of the nested one");
        assertEquals("run-node-shot-draw", focus(), "what is worked on is looked at first");
        assertFalse(studio.seen("run-answer"));
    }

    @Test
    void itFollowsWhatHappensAndTheFocusStays() {
        open();
        project.begun().picture(picture(State.FAILED, Job.State.FAILED, 5));
        Fx.until("it has failed", () -> spoken("run-node-shot-draw").contains("5/93 \u00b7 failed"));
        assertEquals("run-node-shot-draw", focus());
        assertEquals("Out of disk.", studio.text("run-about"));
        assertTrue(studio.seen("run-retry") && !studio.seen("run-repair") && !studio.seen("run-cancel"));
        studio.press(KeyCode.ENTER);
        studio.fire("run-pause");
        Fx.until("both were asked", () -> project.begun()
                .asked()
                .equals(List.of("repair shot.draw of run",
                        "RESUME")));
    }

    @Test
    void whatIsDoneCanBeRepairedFromThereAndTheRunPausedAndCancelled() {
        open();
        studio.fire("run-node-cast");
        studio.fire("run-repair");
        studio.fire("repair-back");
        Fx.until("the run again", () -> studio.seen("run-node-cast"));
        studio.fire("run-node-cast");
        studio.fire("run-repair");
        studio.fire("repair-go");
        Fx.until("and again", () -> studio.seen("run-pause"));
        studio.fire("run-pause");
        studio.fire("run-cancel");
        Fx.until("all was asked", () -> project.begun()
                .asked()
                .equals(List.of("repair cast of people", "PAUSE",
                        "CANCEL")));
        studio.press(KeyCode.ESCAPE);
        assertFalse(studio.seen("run-sheet"));
    }

    @Test
    void itIsToldOnceMoreEventByEvent() {
        open();
        studio.fire("run-replay");
        Fx.until("the last event shows", () -> studio.said(".label").contains("Event 40 of 40"));
        Fx.run(() -> ((Slider) studio.window().scene().lookup("#run-when")).setValue(7));
        Fx.until("the seventh shows", () -> studio.said(".label").contains("Event 7 of 40"));
        assertFalse(studio.seen("run-cancel") || studio.seen("run-pause"), "what is over cannot be steered");
        studio.fire("run-replay");
        Fx.until("it is now again", () -> studio.seen("run-cancel"));
    }
}
