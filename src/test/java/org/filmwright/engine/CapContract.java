package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.filmwright.base.Money;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What caps promise, and what a person is asked about money, whatever keeps the rows: one subclass per ledger. */
public abstract class CapContract extends SpendFloor {
    @Test
    void manyStepsAtOneCapAreOneQuestionAndRaisingItLetsAllGoOn() {
        cap(Cap.Scope.DAY, "0.10");
        IntStream.range(0, 5).forEach(n -> seller.starts(ScriptedSeller.delivered("{}", PRICE)));
        desk.finish(shots(5));
        assertEquals(2, run().count(StepState.SUCCEEDED));
        assertEquals(3, run().count(StepState.WAITING_DECISION));
        assertEquals(1, desk.engine().questions().size());
        assertTrue(run().waitsForPerson());
        decide("raise", "");
        assertEquals(RunState.SUCCEEDED, run().state());
        assertEquals(5, calls().size());
    }

    @Test
    void theQuestionAtACapSurvivesARestart() {
        cap(Cap.Scope.PROJECT, "0.05");
        seller.starts(ScriptedSeller.delivered("{}", PRICE), ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(2));
        desk.restart();
        decide("raise", "");
        assertEquals(RunState.SUCCEEDED, run().state());
    }

    @Test
    void whoeverWaitsUntilTomorrowGoesOnByItselfTomorrow() {
        cap(Cap.Scope.DAY, "0.05");
        seller.starts(ScriptedSeller.delivered("{}", PRICE), ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(2));
        decide("wait", "");
        assertEquals(StepState.RETRY_WAIT, state(2));
        desk.pass(Duration.ofHours(25));
        assertEquals(RunState.SUCCEEDED, run().state());
    }

    @Test
    void droppingAtACapFailsTheRunAndSpendsNothingMore() {
        cap(Cap.Scope.PROVIDER, "0.05");
        seller.starts(ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(3));
        decide("drop", "");
        assertEquals(RunState.FAILED, run().state());
        assertEquals(PRICE, project());
    }

    @Test
    void aCapThatIsSetHigherLetsGoOfThoseWhoWaitForIt() {
        cap(Cap.Scope.DAY, "0.05");
        seller.starts(ScriptedSeller.delivered("{}", PRICE), ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(2));
        cap(Cap.Scope.DAY, "1");
        desk.crew().runAll();
        assertEquals(RunState.SUCCEEDED, run().state());
        assertEquals(List.of(), desk.engine().questions());
    }

    @Test
    void aShotHasItsOwnCap() {
        cap(Cap.Scope.SHOT, "0.05");
        seller.starts(ScriptedSeller.delivered("{}", PRICE), ScriptedSeller.delivered("{}", PRICE));
        assertEquals(RunState.SUCCEEDED, desk.finish(shots(2)).state());
    }

    @ParameterizedTest
    @EnumSource(Cap.Scope.class)
    void aCapOfEveryKindStopsWhatWouldPassItBeforeAnythingIsSent(Cap.Scope scope) {
        cap(scope, "0.01");
        seller.whileSending(() -> Assertions.fail("It was sent."));
        desk.finish(shots(1));
        assertEquals(StepState.WAITING_DECISION, state(1));
        assertEquals(List.of(), calls());
        assertEquals(1, desk.engine().questions().size());
    }

    @Test
    void aCapInOneCurrencyDoesNotCountAnother() {
        cap(Cap.Scope.DAY, "0.01");
        estimate = Optional.of(Money.of("3", "EUR"));
        seller.starts(ScriptedSeller.delivered("{}", PRICE.times(0)));
        desk.finish(shots(1));
        assertEquals(StepState.SUCCEEDED, state(1));
    }

    @Test
    void anUnknownPriceNeedsAYesBeforeAnythingIsWrittenDown() {
        estimate = Optional.empty();
        seller.starts(ScriptedSeller.delivered("{}", PRICE));
        desk.finish(shots(1));
        assertEquals(List.of(), calls());
        assertEquals(StepState.WAITING_DECISION, state(1));
        decide("yes", "");
        assertEquals(StepState.SUCCEEDED, state(1));
        assertEquals(PRICE, project());
    }

    @Test
    void whatCostsFarMoreThanExpectedRaisesAnAlarm() {
        seller.starts(ScriptedSeller.delivered("{}", Money.of("0.07", "USD")));
        desk.finish(shots(1));
        assertTrue(desk.log(RunId.ofKey("film")).contains("spend.alarm"));
    }

    @Test
    void costsAddUpByProviderSceneAndDay() {
        seller.starts(ScriptedSeller.delivered("{}", PRICE), ScriptedSeller.pending("job"));
        desk.finish(shots(2));
        Cost cost = desk.engine().spending().costs(Cost.By.PROVIDER).getFirst();
        assertEquals(new Cost("acme", 2, PRICE.times(2), PRICE, PRICE, 0, 0), cost);
        assertEquals(List.of("1"), desk.engine().spending().costs(Cost.By.SCENE).stream().map(Cost::on).toList());
        assertEquals(2, desk.engine().spending().costs(Cost.By.SHOT).size());
        assertEquals(1, desk.engine().spending().costs(Cost.By.DAY).size());
    }
}
