package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Which frames are drawn ahead, and in what order. */
class AimTest {
    @Test
    void mostLieAheadAndAQuarterBehind() {
        assertEquals(List.of(50, 51, 52, 53, 54, 55, 49, 48), needed(new Aim(50, 1, 0, 100, false), 8));
    }

    @Test
    void backwardsAheadIsWhatLiesBeforeReadForwardGroupByGroup() {
        List<Integer> needed = needed(new Aim(50, -1, 0, 100, false), 32);
        assertEquals(List.of(50, 38, 39, 40), needed.subList(0, 4));
        assertEquals(List.of(48, 49), needed.subList(11, 13));
        assertEquals(List.of(27, 28, 29), needed.subList(13, 16), "the rest of what has room, forward too");
        assertEquals(51, needed.get(24));
    }

    @Test
    void fourTimesAsFastEveryFourthIsEnough() {
        assertEquals(List.of(50, 54, 58, 62, 66, 70, 46, 42), needed(new Aim(50, 4, 0, 100, false), 8));
    }

    @Test
    void standingStillItLooksForward() {
        assertEquals(List.of(50, 51, 52, 53, 49), needed(new Aim(50, 0, 0, 100, false), 5));
    }

    @Test
    void atTheEndsThereIsNoMore() {
        assertEquals(List.of(98, 99, 97, 96, 95, 94, 93, 92), needed(new Aim(98, 1, 0, 100, false), 8));
        assertEquals(IntStream.range(0, 3).boxed().toList(), needed(new Aim(0, 1, 0, 3, false), 8));
    }

    @Test
    void inALoopTheFirstFollowsTheLast() {
        assertEquals(List.of(28, 29, 20, 21, 22, 23, 27, 26), needed(new Aim(28, 1, 20, 30, true), 8));
        assertEquals(10, needed(new Aim(28, 4, 20, 30, true), 80).size() * 2, "every second one");
    }

    private static List<Integer> needed(Aim aim, int most) {
        return List.copyOf(aim.needed(most));
    }
}
