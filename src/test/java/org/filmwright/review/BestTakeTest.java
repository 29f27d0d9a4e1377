package org.filmwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.junit.jupiter.api.Test;

class BestTakeTest {
    private static final Region MIDDLE = new Region(0.4, 0.3, 0.2, 0.4);
    private static final Region CUT_OFF = new Region(0.8, 0.3, 0.2, 0.7);
    private static final TakeMeasures USUAL = new TakeMeasures(800, 0.18, 0.1, 0);

    @Test
    void theSharperTakeWins() {
        BestTake.Choice choice = BestTake.of(List.of(take(1, MIDDLE, USUAL),
                take(2, MIDDLE, new TakeMeasures(1600, 0.18, 0.1, 0)), take(3, MIDDLE, USUAL)));
        assertEquals(2, choice.take().number());
        assertTrue(choice.reason().contains("the sharpest"), choice.reason());
        assertTrue(choice.reason().contains("inside the safe area"), choice.reason());
    }

    @Test
    void aSubjectCutOffByTheSafeAreaLoses() {
        BestTake.Choice choice = BestTake.of(List.of(take(1, CUT_OFF, USUAL), take(2, MIDDLE, USUAL)));
        assertEquals(2, choice.take().number());
    }

    @Test
    void aSubjectThatStandsOutWins() {
        BestTake.Choice choice = BestTake
                .of(List.of(take(1, MIDDLE, USUAL), take(2, MIDDLE, new TakeMeasures(800, 0.18, 0.19, 0))));
        assertEquals(2, choice.take().number());
    }

    @Test
    void equalTakesGoToTheFirst() {
        assertEquals(1, BestTake.of(List.of(take(3, MIDDLE, USUAL), take(1, MIDDLE, USUAL), take(2, MIDDLE, USUAL)))
                .take()
                .number());
    }

    @Test
    void aSingleTakeIsChosenWithoutBoasting() {
        BestTake.Choice choice = BestTake.of(List.of(take(1, CUT_OFF, new TakeMeasures(0, 0, 0, 0))));
        assertTrue(choice.reason().startsWith("take 1 of 1"));
        assertTrue(!choice.reason().contains("sharpest"));
    }

    @Test
    void amongEqualTakesTheOneThatMatchesItsPromptWinsAndSaysSo() {
        BestTake.Choice choice = BestTake.of(List.of(matched(take(1, MIDDLE, USUAL), 0.27),
                matched(take(2, MIDDLE, USUAL), 0.31)));
        assertEquals(2, choice.take().number());
        assertTrue(choice.reason().contains("the best match of its prompt"), choice.reason());
        assertTrue(choice.reason().endsWith("prompt match 31 of 100)"), choice.reason());
    }

    @Test
    void aMatchIsWeighedAndDoesNotDecideAlone() {
        BestTake.Measured cut = matched(take(1, CUT_OFF, new TakeMeasures(200, 0.18, 0.1, 0)), 0.33);
        assertEquals(2, BestTake.of(List.of(cut, matched(take(2, MIDDLE, USUAL), 0.31))).take().number());
        BestTake.Measured sharper = matched(take(2, MIDDLE, new TakeMeasures(1000, 0.18, 0.1, 0)), 0.20);
        assertEquals(1, BestTake.of(List.of(matched(take(1, MIDDLE, USUAL), 0.30), sharper)).take().number());
    }

    @Test
    void whereOneTakeWasNotComparedTheChoiceIsAsIfNoneWas() {
        List<BestTake.Measured> before = List.of(take(1, MIDDLE, USUAL), take(2, MIDDLE, new TakeMeasures(810, 0.18,
                0.1, 0)), take(3, CUT_OFF, USUAL));
        List<BestTake.Measured> some = List.of(matched(before.get(0), 0.4), before.get(1), matched(before.get(2), 0.1));
        assertEquals(BestTake.of(before), BestTake.of(some));
        assertEquals("take 2 of 3, score 0.84: the sharpest, the strongest contrast, the subject stands out most, "
                + "subject inside the safe area (sharpness 810, contrast 0.18)", BestTake.of(some).reason());
    }

    private static BestTake.Measured matched(BestTake.Measured take, double likeness) {
        return new BestTake.Measured(take.take(), take.measures(), Optional.of(new PromptMatch(likeness)));
    }

    private static BestTake.Measured take(int number, Region subject, TakeMeasures measures) {
        Digest digest = Digest.of("picture " + number);
        return new BestTake.Measured(new ImageTake(new TakeId("t" + number), new ShotId("s"), number,
                new MediaRef(digest, "png"), digest, new ImageTake.Origin("draft", 1), subject), measures);
    }
}
