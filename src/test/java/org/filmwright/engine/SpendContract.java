package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.junit.jupiter.api.Test;

/** What the spend ledger promises of single purchases, whatever keeps its rows: one subclass per ledger. */
public abstract class SpendContract extends SpendFloor {
    @Test
    void anIntentIsWrittenDownAndReservedBeforeAnythingIsSent() {
        seller.whileSending(() -> {
            assertEquals(List.of(PaidCall.State.SENT), states());
            assertEquals(PRICE, calls().getFirst().counted().orElseThrow());
        });
        seller.starts(ScriptedSeller.delivered("{\"a\":1}", Money.of("0.03", "USD")));
        desk.finish(shots(1));
        assertEquals(StepState.SUCCEEDED, state(1));
        assertEquals(List.of(PaidCall.State.SUCCEEDED), states());
        assertEquals(Money.of("0.03", "USD"), project());
    }

    @Test
    void freeWorkLeavesNoTraceInTheLedgerAndNoCapStopsIt() {
        cap(Cap.Scope.PROJECT, "0");
        desk.finish(new RunSpec("make", "film", "{}", List.of(StepSpec.task("a", "draw", "cpu", "{}", List.of()))));
        assertEquals(RunState.SUCCEEDED, run().state());
        assertEquals(List.of(), calls());
        assertEquals(List.of(), desk.engine().spending().costs(Cost.By.PROVIDER));
    }

    @Test
    void aRemoteJobKeepsItsPlaceInTheLaneAndHoldsNoThread() {
        seller.starts(ScriptedSeller.pending("job-1")).polls(ScriptedSeller.pending("job-1"));
        desk.finish(shots(2));
        assertEquals(StepState.WAITING_EXTERNAL, state(1));
        assertEquals(StepState.READY, state(2));
        assertEquals(0, desk.crew().waiting());
        assertEquals(Optional.of("job-1"), calls().getFirst().remote().job());
        desk.pass(Duration.ofSeconds(6));
        assertEquals(List.of("start", "resume job-1"), seller.asked());
        assertEquals(StepState.WAITING_EXTERNAL, state(1));
    }

    @Test
    void aRemoteJobIsAskedForAgainAfterARestartAndNeverSentTwice() {
        seller.starts(ScriptedSeller.pending("job-1")).polls(ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(1));
        desk.restart();
        desk.pass(Duration.ofSeconds(6));
        assertEquals(StepState.SUCCEEDED, state(1));
        assertEquals(List.of("start", "resume job-1"), seller.asked());
        assertEquals(1, desk.step(RunId.ofKey("film"), "shot/1").tries().attempt());
    }

    @Test
    void whatWasOrderedIsCollectedAlsoWhereSomethingElseIsWantedByThenAndNothingIsBoughtBesideIt() {
        seller.starts(ScriptedSeller.pending("job-1")).polls(ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(1));
        wish = ", closer";
        desk.pass(Duration.ofSeconds(6));
        assertEquals(StepState.SUCCEEDED, state(1));
        assertEquals(List.of("start", "resume job-1"), seller.asked());
        assertEquals(List.of(PaidCall.State.SUCCEEDED), states());
    }

    @Test
    void whatNobodyKnowsOfIsAskedAboutBeforeSomethingElseIsBought() {
        crashWhileSending();
        wish = ", closer";
        seller.finds(new Seller.Trace.Unknown("Sent at noon."));
        desk.crew().runAll();
        assertEquals(List.of(PaidCall.State.UNKNOWN), states());
        seller.starts(ScriptedSeller.delivered("{}", PRICE));
        decide(Holds.RETRY, "");
        assertEquals(List.of(PaidCall.State.WRITTEN_OFF, PaidCall.State.SUCCEEDED), states());
    }

    @Test
    void anOrderThatIsNoLongerWantedIsNotSentAgainByItself() {
        crashWhileSending();
        wish = ", closer";
        seller.finds(new Seller.Trace.Repeatable());
        desk.crew().runAll();
        assertEquals(StepState.WAITING_DECISION, state(1));
        assertEquals(List.of(PaidCall.State.UNKNOWN), states());
    }

    @Test
    void aPollThatCannotReachTheProviderIsNoFailureOfTheJob() {
        seller.starts(ScriptedSeller.pending("job-1"))
                .polls(ScriptedSeller.failed(new Failure.Transient("Busy.", Duration.ofSeconds(30))),
                        ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(1));
        desk.pass(Duration.ofSeconds(6));
        assertEquals(List.of(PaidCall.State.ACCEPTED), states());
        desk.pass(Duration.ofSeconds(31));
        assertEquals(StepState.SUCCEEDED, state(1));
    }

    @Test
    void aCallThatTheProviderRefusedIsOverAndCostsNothing() {
        seller.starts(ScriptedSeller.failed(new Failure.Refused("Blocked.", "Change the prompt.")));
        desk.finish(shots(1));
        assertEquals(List.of(PaidCall.State.FAILED), states());
        assertEquals(RunState.FAILED, run().state());
        assertTrue(project().nothing());
    }

    @Test
    void aBusyProviderIsTriedAgainWithANewCall() {
        seller.starts(ScriptedSeller.failed(new Failure.Transient("Busy.", Duration.ZERO)),
                ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(1));
        desk.pass(Duration.ofSeconds(3));
        assertEquals(List.of(PaidCall.State.FAILED, PaidCall.State.SUCCEEDED), states());
        assertEquals(List.of(1, 2), calls().stream().map(call -> call.buyer().number()).toList());
    }

    @Test
    void whatWasPaidIsHandedOutAgainAndNotBoughtAgain() {
        seller.starts(ScriptedSeller.delivered("{\"a\":1}", PRICE));
        desk.finish(shots(1));
        ManualEngine.value(desk.engine().retry(StepId.of(RunId.ofKey("film"), "shot/1")));
        desk.crew().runAll();
        assertEquals(StepState.SUCCEEDED, state(1));
        assertEquals(List.of("start"), seller.asked());
    }

    @Test
    void anIntentFoundAfterACrashIsLookedForAndItsJobTakenUp() {
        crashWhileSending();
        assertEquals(List.of(PaidCall.State.UNKNOWN), states());
        seller.finds(new Seller.Trace.Accepted("job-7")).polls(ScriptedSeller.delivered("{}", PRICE));
        desk.crew().runAll();
        assertEquals(List.of("find", "resume job-7"), seller.asked());
        assertEquals(List.of(PaidCall.State.SUCCEEDED), states());
        assertEquals(StepState.SUCCEEDED, state(1));
    }

    @Test
    void aCallThatNeverArrivedIsMadeAnew() {
        crashWhileSending();
        seller.finds(new Seller.Trace.Never()).starts(ScriptedSeller.delivered("{}", PRICE));
        desk.crew().runAll();
        assertEquals(List.of(PaidCall.State.FAILED, PaidCall.State.SUCCEEDED), states());
        assertEquals(PRICE, project());
    }

    @Test
    void aProviderThatHonoursKeysIsSentTheVerySameCallAgain() {
        crashWhileSending();
        String key = calls().getFirst().key();
        seller.finds(new Seller.Trace.Repeatable()).starts(ScriptedSeller.delivered("{}", PRICE));
        desk.crew().runAll();
        assertEquals(List.of(PaidCall.State.SUCCEEDED), states());
        assertEquals(key, calls().getFirst().key());
    }

    @Test
    void whatNobodyKnowsWaitsForAPersonAndIsNeverSentAgainByItself() {
        crashWhileSending();
        seller.finds(new Seller.Trace.Unknown("Look at acme's list of 12:00."));
        desk.crew().runAll();
        assertEquals(StepState.WAITING_DECISION, state(1));
        assertTrue(desk.engine().questions().getFirst().question().text().contains("acme's list of 12:00"));
        desk.restart();
        desk.crew().runAll();
        assertEquals(List.of("find"), seller.asked());
        assertEquals(PRICE, project());
    }

    @Test
    void buyingAgainIsAPersonsDecisionAndBothCallsStayInTheLedger() {
        whatNobodyKnowsWaitsForAPersonAndIsNeverSentAgainByItself();
        seller.starts(ScriptedSeller.delivered("{}", PRICE));
        decide("retry", "");
        assertEquals(List.of(PaidCall.State.WRITTEN_OFF, PaidCall.State.SUCCEEDED), states());
        assertEquals("bought again by ann", calls().getFirst().closing().orElseThrow().why());
        assertEquals(PRICE.times(2), project());
    }

    @Test
    void aJobThatAPersonFoundIsAttached() {
        whatNobodyKnowsWaitsForAPersonAndIsNeverSentAgainByItself();
        StepId step = desk.engine().questions().getFirst().step();
        Choice bare = new Choice("attach", " ", "ann", desk.clock().instant());
        assertInstanceOf(Failure.Refused.class, ManualEngine.failure(desk.engine().decide(step, bare)));
        seller.polls(ScriptedSeller.delivered("{}", PRICE));
        decide("attach", "job-9");
        assertEquals("resume job-9", seller.asked().getLast());
        assertEquals(StepState.SUCCEEDED, state(1));
    }

    @Test
    void givingUpKeepsTheMoneyCountedAndFailsTheStep() {
        whatNobodyKnowsWaitsForAPersonAndIsNeverSentAgainByItself();
        decide("drop", "");
        assertEquals(List.of(PaidCall.State.WRITTEN_OFF), states());
        assertEquals(StepState.FAILED, state(1));
        assertEquals(PRICE, project());
    }

    @Test
    void aLostAnswerIsLookedForAtOnce() {
        seller.starts(ScriptedSeller.lost())
                .finds(new Seller.Trace.Accepted("job-2"))
                .polls(ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(1));
        assertEquals(List.of("start", "find", "resume job-2"), seller.asked());
    }

    @Test
    void aCancelledRunAsksTheProviderToStopAndSaysWhatItStillCharges() {
        seller.starts(ScriptedSeller.pending("job-1")).stops(BILLED);
        desk.finish(shots(1));
        ManualEngine.value(desk.engine().cancel(RunId.ofKey("film")));
        desk.crew().runAll();
        assertEquals("cancel job-1", seller.asked().getLast());
        assertEquals(RunState.CANCELLED, run().state());
        assertEquals(List.of(PaidCall.State.CANCELLED), states());
        assertEquals(PRICE, project());
    }

    @Test
    void theFactsOfAPaidCallAppliedTwiceAreAppliedOnce() {
        seller.starts(ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(1));
        PaidCall call = calls().getFirst();
        PaidCall fresh = PaidCall.intended(call.key(), call.purchase(), call.buyer());
        desk.ledger().write(tx -> {
            EngineFact.replay(new EngineFact.Intended(fresh, desk.clock().instant()), tx);
            EngineFact.replay(new EngineFact.Closed(call.key(), call.state(), call.closing().orElseThrow()), tx);
            return tx;
        });
        assertEquals(List.of(PaidCall.State.SUCCEEDED), states());
        assertEquals(PRICE, project());
    }

    /** The process dies between the intent and the answer; a new one opens what is left. */
    private void crashWhileSending() {
        desk.start(shots(1));
        RunId film = RunId.ofKey("film");
        Instant now = desk.clock().instant();
        PaidCall.Buyer buyer = new PaidCall.Buyer(film, StepId.of(film, "shot/1"), 1, 1, now, LocalDate.EPOCH);
        Purchase purchase = new Purchase("acme", "flux", "image", Digest.of("1"), estimate,
                new Purchase.Purpose("1", "1"));
        EngineFact intent = new EngineFact.Intended(PaidCall.intended("key-1", purchase, buyer), now);
        desk.ledger().record(intent, tx -> {
            EngineFact.replay(intent, tx);
            return tx;
        });
        desk.restart();
    }

    @Test
    void lostAnswersRestTheirProviderAndNoneIsEverSentAgainByItself() {
        desk.withLanes(List.of(LaneSpec.remote("cpu", 1, new LaneSpec.Rate(1000, Duration.ofSeconds(1)))));
        for (int i = 0; i < 9; i++) {
            seller.starts(ScriptedSeller.lost()).finds(new Seller.Trace.Unknown("Look there."));
        }
        desk.start(shots(9));
        desk.crew().runAll();
        assertEquals(5, seller.asked().stream().filter("start"::equals).count());
        assertEquals(5, desk.engine().questions().size());
        assertTrue(desk.engine().dispatch().lanes().getFirst().pause().isPresent());
        desk.pass(Duration.ofSeconds(40));
        assertEquals(6, seller.asked().stream().filter("start"::equals).count(), "one is tried");
        desk.pass(Duration.ofSeconds(20));
        assertEquals(6, seller.asked().stream().filter("start"::equals).count(), "and it rests for longer");
        assertEquals(6, calls().stream().map(PaidCall::key).distinct().count());
    }
}
