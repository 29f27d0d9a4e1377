package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.production.Crew;
import org.filmwright.production.Crew.Remark;
import org.filmwright.production.Crew.State;
import org.filmwright.production.Crew.Suggestion;
import org.filmwright.production.Remembered;
import org.filmwright.production.Standing;
import org.filmwright.production.Tally;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Portrait;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asking the crew beside the script, and taking or leaving what they suggest. */
class CrewPanelTest extends BesideTheScript {
    private static final List<Suggestion> TWO = List.of(
            new Suggestion("Fog over black water.", "Fog lies on black water.", "It does nothing yet."),
            new Suggestion("every window lit", "all windows lit", ""));

    private void openCrew() {
        studio.fire("beside-crew");
        Fx.until("the crew is there", () -> !members().getItems().isEmpty());
    }

    private ComboBox<?> members() {
        return (ComboBox<?>) studio.window().scene().lookup("#crew-members");
    }

    private int cards() {
        return studio.all(".fw-talk").size();
    }

    private int suggestions() {
        return Fx.get(() -> studio.all(".fw-suggestion").size());
    }

    @Test
    void besideAskStandsWhatItWouldCostAtMost() {
        openCrew();
        Fx.until("it is free", () -> studio.text("crew-price").equals("Asking costs nothing."));
        project.sampleCrew().costs(new Crew.Price.AtMost(Money.of("0.0312", "USD")));
        studio.fire("about-script");
        Fx.until("it costs", () -> studio.text("crew-price").equals("Asking costs at most $0.04."));
        project.sampleCrew().costs(new Crew.Price.Unknown());
        studio.fire("about-scene");
        Fx.until("nobody knows", () -> studio.text("crew-price").contains("not known"));
        project.sampleCrew()
                .costs(new Crew.Price.Unable(new Failure.Misconfigured("No key is set for anthropic. Nothing was sent.",
                        "Set it in the settings.")));
        studio.fire("about-script");
        Fx.until("nobody can be asked", () -> studio.text("crew-price")
                .equals("No key is set for anthropic. Nothing was sent. Set it in the settings."));
    }

    private void suggested() {
        project.sampleCrew()
                .says(SampleCrew.talk("Continuity", State.DONE, "rule:continuity, 70 %",
                        List.of(new Remark("scene 1", "The fog does nothing.")), TWO));
        openCrew();
        Fx.until("two suggestions", () -> studio.all(".fw-suggestion").size() == 2);
    }

    @Test
    void withoutAWriterOnlyThoseWhoHaveARuleAreOfferedAndWhoIsAskedIsAtWork() {
        openCrew();
        assertEquals(1, Fx.get(() -> members().getItems().size()));
        assertEquals("By rule; 1 more needs a writer", studio.said(".fw-crew-about .label"));
        studio.fire("crew-ask");
        Fx.until("at work", () -> cards() == 1);
        assertEquals(List.of("consistency-supervisor about scene 1"), project.sampleCrew().asked());
        studio.fire("talk-stop");
        Fx.until("stopped", () -> cards() == 0);
    }

    @Test
    void aLookThatIsUsedStandsInTheBibleAndUndoTakesItBack() {
        Portrait look = new Portrait(Kind.CHARACTER, "MARA", "ochre scarf, coat to the ankles");
        project.sampleCrew()
                .says(SampleCrew.talk("Bible keeper", State.DONE, "writer, 90 %",
                        List.of(new Remark("MARA", look.words(), Optional.of(look))), List.of()));
        openCrew();
        Fx.until("a look", () -> cards() == 1);
        studio.fire("look-use");
        Fx.until("in the bible", () -> looks().equals(Optional.of(look)));
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("out again", () -> looks().isEmpty());
    }

    private Optional<Portrait> looks() {
        return project.snapshot().script().orElseThrow().portrait(Kind.CHARACTER, "MARA");
    }

    @Test
    void aSuggestionThatIsAcceptedIsOneStepAndUndoTakesItBack() {
        suggested();
        String before = recorded();
        studio.press(KeyCode.F7);
        assertEquals(TWO.getFirst().before(), Fx.get(() -> page().getSelectedText()));
        studio.press(KeyCode.ENTER, KeyCode.ALT);
        Fx.until("written", () -> recorded().contains("Fog lies on black water."));
        Fx.until("one is left", () -> suggestions() == 1);
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("taken back", () -> recorded().equals(before));
        Fx.until("offered again", () -> suggestions() == 2);
    }

    @Test
    void aSuggestionThatIsIgnoredChangesNothing() {
        suggested();
        String before = recorded();
        studio.press(KeyCode.F7, KeyCode.SHIFT);
        studio.press(KeyCode.BACK_SPACE, KeyCode.ALT);
        Fx.until("one is left", () -> suggestions() == 1);
        studio.settle();
        assertEquals(before, recorded());
    }

    @Test
    void whatIsTakenAndWhatIsIgnoredIsRememberedAndWhatWasIgnoredBeforeIsSaid() {
        suggested();
        studio.fire("suggestion-accept");
        Fx.until("taken", () -> project.sampleCrew().asked().contains("took Fog lies on black water."));
        Fx.until("one is left", () -> suggestions() == 1);
        studio.fire("suggestion-ignore");
        Fx.until("said", () -> studio.all(".fw-talk .label").toString().contains("1 suggestion is left out"));
        assertEquals("refused all windows lit", project.sampleCrew().asked().getLast());
        assertEquals(0, suggestions());
    }

    @Test
    void wordsThatHoldTheOldOnesAreDoneWhenTheyStandThereAndOfferedAgainWhenTakenBack() {
        project.sampleCrew()
                .says(SampleCrew.talk("Continuity", State.DONE, "", List.of(), List.of(new Suggestion(
                        "Fog over black water.", "Fog over black water. Rain.", ""))));
        openCrew();
        Fx.until("offered", () -> suggestions() == 1);
        studio.fire("suggestion-accept");
        Fx.until("done", () -> recorded().contains("black water. Rain.") && suggestions() == 0);
        studio.press(KeyCode.Z, KeyCode.CONTROL);
        Fx.until("offered again", () -> suggestions() == 1);
    }

    @Test
    void ofOneWhoWasIgnoredAgainAndAgainWhatIsSuggestedStartsFolded() {
        Crew.Talk talk = SampleCrew.talk("Continuity", State.DONE, "", List.of(), TWO);
        project.sampleCrew()
                .says(new Crew.Talk(talk.id(), talk.title(), talk.scene(), talk.at(), talk.state(), talk.words(),
                        talk.remarks(), talk.suggestions(), talk.answers(), new Crew.Recalled(0, true)));
        openCrew();
        Fx.until("folded", () -> studio.all(".fw-talk .label").toString().contains("2 suggestions, folded because"));
        assertEquals(0, suggestions());
        studio.fire("suggestions-show");
        Fx.until("shown", () -> suggestions() == 2);
    }

    @Test
    void whoWasAskedLastIsChosenAndWhyOneStandsWhereItStandsIsSaid() {
        Crew.Member trusted = new Crew.Member("trusted", "Trusted", true, false, false, new Standing(4, 5));
        Crew.Member last = new Crew.Member("last", "Last", true, false, false, new Standing(0, 3), new Tally("last",
                12, 12, 0, 0, 0, Map.of("rule:x", 12L), Optional.of(0.2), Optional.of(0.84), Map.of(),
                Optional.empty()));
        project.sampleCrew()
                .roster(new Crew.Roster(List.of(trusted, last), List.of(), Optional.empty(), Optional.of(
                        new Remembered.Asked("last", "Last", true))));
        openCrew();
        assertEquals(last, Fx.get(() -> members().getValue()));
        assertEquals(
                "Idle \u00b7 asked 12 times \u00b7 84 % sure on average \u00b7 further down, because you took 0 of the last 3",
                studio.said("#crew-record"));
        studio.fire("crew-ask");
        Fx.until("asked", () -> project.sampleCrew().asked().contains("last"));
        Fx.run(() -> members().getSelectionModel().selectFirst());
        assertEquals("Idle \u00b7 not asked in this project yet \u00b7 further up, because you took 4 of the last 5",
                studio.said("#crew-record"));
    }

    @Test
    void whatDoesNotStandInTheSceneAnyMoreIsNotOffered() {
        project.sampleCrew()
                .says(SampleCrew.talk("Continuity", State.DONE, "", List.of(new Remark("", "Well.")),
                        List.of(new Suggestion("A single lamp", "One lamp", ""))));
        openCrew();
        Fx.until("the talk is there", () -> cards() == 1);
        assertEquals(0, suggestions(), "it stands in scene 2, and scene 1 was asked about");
    }

    @Test
    void aFileThatCannotBeUsedIsNamed() {
        project.sampleCrew()
                .roster(new Crew.Roster(List.of(new Crew.Member("mine", "Mine", true, true, false)),
                        List.of("agents/broken.md, line 4: no such category."),
                        Optional.of(new Crew.Pen("Ollama", false))));
        openCrew();
        assertTrue(Fx.get(() -> studio.all("#talks .label").toString()).contains("broken.md, line 4"));
        assertEquals("Ollama writes", studio.said(".fw-crew-about .label"));
    }

    @Test
    void whoAnswersQuestionsIsAskedOneInOnesOwnWords() {
        project.sampleCrew()
                .roster(new Crew.Roster(List.of(new Crew.Member("reader", "Script reader", false, false, true)), List
                        .of(), Optional.of(new Crew.Pen("Ollama", false))));
        openCrew();
        assertTrue(Fx.get(studio.node("crew-ask")::isDisabled), "there is no question yet");
        Fx.run(() -> studio.node("crew-question").requestFocus());
        new Hands(studio.window().scene()).type("why is she late");
        studio.press(KeyCode.ENTER);
        Fx.until("at work", () -> cards() == 1);
        assertEquals(List.of("reader about scene 1: why is she late"), project.sampleCrew().asked());
    }

    @Test
    void theShotsComeBack() {
        openCrew();
        studio.fire("beside-shots");
        assertFalse(studio.seen("talks"));
        assertTrue(studio.seen("shots"));
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 2"})
    void everyStateOfATalkIsDrawn(Theme theme, double scale) throws IOException {
        drawn("story-crew", theme, scale, drawn -> {
            Fx.run(() -> drawn.window().open(inEveryState()));
            drawn.show(Scope.STORY);
            Fx.run(() -> Looks.run(drawn.window(), "story.crew"));
            Fx.until("drawn", () -> drawn.all(".fw-talk").size() == 5);
            drawn.settle();
        });
    }

    private static SampleProject inEveryState() {
        SampleProject open = SampleProject.planned();
        Crew.Talk asking = SampleCrew.talk("Script doctor", State.ASKING,
                "Script doctor is 62 % sure (it said so). Is its answer taken?",
                List.of(new Remark("must · scene 1", "She looks back at nothing that we know yet."),
                        new Remark("first", "Show the window before she looks.")),
                List.of());
        open.sampleCrew()
                .says(SampleCrew.talk("Scene analyst", State.WRITING, "…the ferry waits, every window lit, and",
                        List.of(), List.of()),
                        SampleCrew.talk("Consistency supervisor", State.DONE, "rule:continuity, 70 %",
                                List.of(new Remark("scene 1 · line 6 · light",
                                        "Fog over black water, but the stars are out.")),
                                TWO),
                        new Crew.Talk("folded", "Dialogue writer", Optional.of(2), asking.at(), State.DONE,
                                "By rule, 70 % sure", List.of(), List.of(new Suggestion("A single lamp",
                                        "One lamp", "")),
                                List.of(), new Crew.Recalled(2, true)),
                        new Crew.Talk(asking.id(), asking.title(), Optional.empty(), asking.at(), asking.state(),
                                asking.words(), asking.remarks(), List.of(),
                                List.of(new Crew.Answer("accept", "Accept", ""),
                                        new Crew.Answer("redo", "Do it again", ""),
                                        new Crew.Answer("reject", "Reject", ""))),
                        SampleCrew.talk("Theme finder", State.FAILED,
                                "Theme finder needs a generator of text, none is set up. Nothing was written.",
                                List.of(), List.of()));
        open.sampleCrew()
                .roster(new Crew.Roster(List.of(new Crew.Member("mine", "Harbour pilot", true, true, true,
                        new Standing(4, 5))),
                        List.of("agents/broken.md, line 4: there is no category sailor."),
                        Optional.of(new Crew.Pen("Claude Haiku", true))));
        return open;
    }
}
