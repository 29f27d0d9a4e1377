package org.filmwright.generate.local.schedule;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.OptionalDouble;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.schedule.SchedulerSettings.Diffusion;
import org.filmwright.generate.local.schedule.SchedulerSettings.Training;
import org.junit.jupiter.api.Test;

class PndmSchedulerTest {
    private static final Diffusion WAY = new Diffusion(Training.STABLE_DIFFUSION, Prediction.EPSILON, Spacing.LEADING,
            1,
            false);

    @Test
    void theSecondTimestepIsAskedTwice() {
        assertArrayEquals(new double[]{751, 501, 501, 251, 1}, pndm(4, 1).timesteps());
        assertArrayEquals(new double[]{1}, pndm(1, 1).timesteps());
    }

    @Test
    void alwaysTheSameAnswerLeadsWhereDdimLeads() {
        Scheduler ddim = value(Schedules.of(new SchedulerSettings.Ddim(WAY, OptionalDouble.empty()), Course.fromNoise(
                6)));
        Scheduler pndm = pndm(6, 1);
        float[] one = {.8f, -1.2f, .1f};
        float[] other = one.clone();
        float[] answer = {.3f, .2f, -.5f};
        for (int step = 0; step < 6; step++) {
            ddim.step(answer, step, one, into -> {});
        }
        for (int step = 0; step < 7; step++) {
            pndm.step(answer, step, other, into -> {});
        }
        assertArrayEquals(one, other, 1e-5f);
    }

    @Test
    void answersAreWeighedAsTheFormulasOfFourStepsSay() {
        Scheduler pndm = pndm(5, 1);
        double[] sigmas = pndm.sigmas();
        float[] state = {.5f};
        double[] answers = {1, 2, 4, 8, 16, 32};
        double[] means = {1, 1.5, (3 * 4 - 1) / 2.0, (23 * 8 - 16 * 4 + 5) / 12.0,
            (55 * 16 - 59 * 8 + 37 * 4 - 9) / 24.0,
            (55 * 32 - 59 * 16 + 37 * 8 - 9 * 4) / 24.0};
        int[] from = {0, 0, 2, 3, 4, 5};
        int[] to = {1, 1, 3, 4, 5, 6};
        double expected = .5;
        for (int step = 0; step < 6; step++) {
            double start = step == 1 ? .5 : expected;
            expected = ddim(start, means[step], sigmas[from[step]], sigmas[to[step]]);
            pndm.step(new float[]{(float) answers[step]}, step, state, into -> {});
            assertEquals(expected, state[0], 1e-3, "step " + step);
        }
    }

    @Test
    void fromAPictureItBeginsInTheMiddleInTheSameWay() {
        assertArrayEquals(new double[]{501, 251, 251, 1}, pndm(4, .75).timesteps());
    }

    /** One step of DDIM from one noise level to another. */
    private static double ddim(double state, double noise, double from, double to) {
        double clean = Math.hypot(from, 1) * state - from * noise;
        return clean / Math.hypot(to, 1) + to / Math.hypot(to, 1) * noise;
    }

    private static Scheduler pndm(int steps, double strength) {
        return value(Schedules.of(new SchedulerSettings.Pndm(WAY), new Course(steps, strength, 0, false)));
    }

    private static Scheduler value(Outcome<Scheduler> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure);
        });
    }
}
