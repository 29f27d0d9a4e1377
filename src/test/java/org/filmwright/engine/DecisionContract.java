package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.Test;

/** What a person is asked and answers, and what a person stops and starts, whatever keeps the rows: one subclass per ledger. */
public abstract class DecisionContract extends EngineFloor {
    @Test
    void aQuestionWaitsForAPersonAcrossRestarts() {
        Run run = desk.finish(film(by("ask", "a"), work("b", "a")));
        assertTrue(run.waitsForPerson() && run.rests());
        desk.restart();
        OpenQuestion open = desk.engine().questions().getFirst();
        assertEquals("a", open.path());
        ManualEngine.value(desk.engine().decide(open.step(), choice(desk, "first")));
        desk.crew().runAll();
        assertEquals(Optional.of("{\"take\":1}"), desk.step(run.id(), "a").ending().output());
        assertEquals(List.of("b"), done);
    }

    @Test
    void anAnswerForTheHandlerIsHandedToIt() {
        Run run = desk.finish(film(by("ask", "a")));
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "a"), choice(desk, "redo")));
        desk.crew().runAll();
        assertEquals(Optional.of("\"redo\""), desk.step(run.id(), "a").ending().output());
    }

    @Test
    void anAnswerCanEndTheRun() {
        Run run = desk.finish(film(by("ask", "a")));
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "a"), choice(desk, "none")));
        assertEquals(RunState.FAILED, desk.engine().run(run.id()).orElseThrow().state());
    }

    @Test
    void aDecisionIsAppliedOnceAndOnlyWithAnAnswerThatWasOffered() {
        Run run = desk.finish(film(by("ask", "a")));
        StepId gate = StepId.of(run.id(), "a");
        assertInstanceOf(Failure.Refused.class,
                ManualEngine.failure(desk.engine().decide(gate, choice(desk, "maybe"))));
        ManualEngine.value(desk.engine().decide(gate, choice(desk, "first")));
        assertInstanceOf(Failure.Refused.class,
                ManualEngine.failure(desk.engine().decide(gate, choice(desk, "none"))));
        assertEquals(StepState.SUCCEEDED, state(run, "a"));
    }

    @Test
    void aGateAsksAsSoonAsEverythingBeforeItIsDone() {
        Run run = desk.finish(film(work("a"), StepSpec.gate("gate", WHETHER, List.of("a")), work("b", "gate")));
        assertEquals(StepState.WAITING_DECISION, state(run, "gate"));
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "gate"), choice(desk, "first")));
        desk.crew().runAll();
        assertEquals(StepState.SUCCEEDED, state(run, "b"));
    }

    @Test
    void aGateCannotOfferToRunAHandlerAgain() {
        assertThrows(IllegalArgumentException.class, () -> StepSpec.gate("gate", WHICH, List.of()));
    }

    @Test
    void aDecisionWhoseQuestionWasLostInACrashIsThereWhenItIsAskedAgain() {
        Run run = desk.start(film(by("ask", "a")));
        EngineFact answered = new EngineFact.Decided(StepId.of(run.id(), "a"), 1, choice(desk, "first"));
        sameLedger().write(tx -> {
            EngineFact.replay(answered, tx);
            return tx;
        });
        desk.crew().runAll();
        assertEquals(StepState.SUCCEEDED, state(run, "a"));
        assertEquals(List.of(), desk.engine().questions());
    }

    @Test
    void whatMayHaveHappenedIsParkedForAPersonAndNeverRepeatedByItself() {
        handlers.put("pay", context -> context.answer().isPresent()
                ? StepResult.done("{}")
                : new StepResult.Failed(new Failure.Ambiguous("The call broke off.", Optional.of("job-7"))));
        desk.restart();
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        Run run = desk.finish(film(by("pay", "a")));
        assertTrue(run.waitsForPerson());
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "a"), choice(desk, "retry")));
        desk.crew().runAll();
        assertEquals(StepState.SUCCEEDED, state(run, "a"));
    }

    @Test
    void aPausedRunLetsRunningStepsEndAndStartsNoOther() {
        Run run = desk.start(film(work("a"), work("b")));
        assertEquals(RunState.PAUSING, ManualEngine.value(desk.engine().pause(run.id())).state());
        desk.crew().runAll();
        assertEquals(List.of("a"), done);
        assertEquals(RunState.PAUSED, desk.engine().run(run.id()).orElseThrow().state());
        ManualEngine.value(desk.engine().resume(run.id()));
        desk.crew().runAll();
        assertEquals(List.of("a", "b"), done);
    }

    @Test
    void anAnswerThatEndsAPausedRunDoesNotLeaveItWaitingForEver() {
        Run run = desk.finish(film(by("ask", "a")));
        ManualEngine.value(desk.engine().pause(run.id()));
        ManualEngine.value(desk.engine().decide(StepId.of(run.id(), "a"), choice(desk, "none")));
        assertEquals(RunState.FAILED, desk.engine().run(run.id()).orElseThrow().state());
    }

    @Test
    void cancellingStopsWhatRunsAndWithdrawsWhatWaits() {
        List<String> told = new ArrayList<>();
        handlers.put("long", context -> {
            context.progress().onCancel(() -> told.add("killed"));
            ManualEngine.value(desk.engine().cancel(context.step().run()));
            context.progress().checkCancelled();
            throw new AssertionError("went on after it was cancelled");
        });
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        Run run = desk.finish(film(by("ask", "q"), by("long", "a"), work("b", "a")));
        assertEquals(RunState.CANCELLED, run.state());
        assertEquals(3, run.count(StepState.CANCELLED));
        assertEquals(List.of("killed"), told);
        assertEquals(List.of(), desk.engine().questions());
    }

    @Test
    void aCancelledRunCanBeStartedAgain() {
        Run run = desk.start(film(work("a"), work("b", "a")));
        desk.crew().runOne();
        ManualEngine.value(desk.engine().cancel(run.id()));
        desk.crew().runAll();
        assertEquals(RunState.CANCELLED, desk.engine().run(run.id()).orElseThrow().state());
        assertEquals(RunState.SUCCEEDED, desk.finish(film(work("a"), work("b", "a"))).state());
    }

    @Test
    void retryingADoneStepDoesEverythingAfterItAgainAndNothingElse() {
        Run run = desk.finish(film(work("a"), work("b"), work("c", "a", "b"), work("d", "c")));
        ManualEngine.value(desk.engine().retry(StepId.of(run.id(), "b")));
        assertEquals(RunState.RUNNING, desk.engine().run(run.id()).orElseThrow().state());
        desk.crew().runAll();
        assertEquals(List.of("a", "b", "c", "d", "b", "c", "d"), done);
        assertEquals(RunState.SUCCEEDED, desk.engine().run(run.id()).orElseThrow().state());
    }

    @Test
    void aPlanThatIsMadeAgainDropsTheStepsItNoLongerNames() {
        Run run = desk.finish(film(by("plan", "plan")));
        handlers.put("plan", context -> new StepResult.Succeeded("{}", List.of(),
                List.of(work("shot/1", "plan"), work("cut", "shot/1"))));
        desk = new ManualEngine(sameLedger(), handlers, folder.resolve("staging"));
        ManualEngine.value(desk.engine().retry(StepId.of(run.id(), "plan")));
        desk.crew().runAll();
        assertEquals(StepState.SKIPPED, state(run, "shot/2"));
        assertEquals(StepState.SUCCEEDED, state(run, "cut"));
        assertEquals(RunState.SUCCEEDED, desk.engine().run(run.id()).orElseThrow().state());
    }
}
