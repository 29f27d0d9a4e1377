package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Transition;
import org.junit.jupiter.api.Test;

class DissolveTest {
    @Test
    void halfwayIsTheMeanOfTheLight() {
        assertEquals(188, mixed(0, 255, 0.5));
        assertEquals(163, mixed(40, 220, 0.5));
    }

    @Test
    void anyTwoValuesMixBetweenThemAndTheEndsStay() {
        for (int a = 0; a < 256; a += 5) {
            for (int b = 0; b < 256; b += 5) {
                assertEquals(a, mixed(a, b, 0));
                assertEquals(b, mixed(a, b, 1));
                int half = mixed(a, b, 0.4);
                assertTrue(half >= Math.min(a, b) && half <= Math.max(a, b));
            }
        }
    }

    @Test
    void channelsDoNotMeet() {
        int[] below = {0xffff0000};
        Dissolve.mix(below, new int[]{0xff0000ff}, 0.5);
        assertEquals(0xffbc00bc, below[0]);
    }

    @Test
    void weightsAreSymmetricalAndNeitherPictureStandsAlone() {
        Cut cut = cut(new Transition(1, 3, 4));
        double[] weights = IntStream.range(7, 14)
                .mapToDouble(n -> Composition.of(cut, n).over().orElseThrow().weight())
                .toArray();
        double[] rise = IntStream.rangeClosed(1, 7).mapToDouble(i -> Math.pow(Math.sin(Math.PI * i / 16), 2)).toArray();
        assertArrayEquals(rise, weights, 1e-12);
        for (int i = 0; i < 7; i++) {
            assertEquals(1, weights[i] + weights[6 - i], 1e-12);
        }
        assertTrue(Composition.of(cut, 6).over().isEmpty());
        assertTrue(Composition.of(cut, 14).over().isEmpty());
    }

    @Test
    void theOutgoingItemRunsOnAndTheIncomingOneComesFromBeforeItsPlace() {
        Cut cut = cut(new Transition(1, 3, 4));
        Composition before = Composition.of(cut, 8);
        assertEquals(new Composition.Layer(0, 8), before.below());
        assertEquals(new Composition.Layer(1, -2), before.over().orElseThrow().layer());
        Composition after = Composition.of(cut, 12);
        assertEquals(new Composition.Layer(0, 12), after.below());
        assertEquals(new Composition.Layer(1, 2), after.over().orElseThrow().layer());
    }

    private static Cut cut(Transition... transitions) {
        return new Cut("Film", FrameRate.FILM, FrameSize.HD, List.of(new Item.Gap(10), new Item.Gap(10)),
                List.of(transitions), List.of());
    }

    private static int mixed(int a, int b, double weight) {
        int[] below = {0xff000000 | a * 0x010101};
        Dissolve.mix(below, new int[]{0xff000000 | b * 0x010101}, weight);
        return below[0] & 255;
    }
}
