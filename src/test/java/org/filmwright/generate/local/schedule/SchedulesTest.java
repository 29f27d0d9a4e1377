package org.filmwright.generate.local.schedule;

import static org.filmwright.generate.local.schedule.SchedulerConfigs.DDIM;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.FLUX;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.FLUX_DEV;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.LCM;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.SDXL_TURBO;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.SD_TURBO;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.SOLVER;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.assertClose;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.diffusion;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.flow;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.made;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.refused;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.scheduler;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.schedule.SchedulerSettings.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** Which steps there are. The vectors are of diffusion.md 18. */
class SchedulesTest {
    static final List<String> ALL = List.of(FLUX, flow(", 'shift': 3.0"), FLUX_DEV, SD_TURBO, SDXL_TURBO, LCM, DDIM,
            SOLVER,
            diffusion("EulerDiscreteScheduler", "leading", ""), diffusion("EulerDiscreteScheduler", "linspace", ""),
            diffusion("EulerDiscreteScheduler", "linspace", ", 'use_karras_sigmas': true"),
            diffusion("DPMSolverMultistepScheduler", "leading", ""),
            diffusion("DPMSolverMultistepScheduler", "trailing", ""),
            diffusion("DPMSolverMultistepScheduler", "linspace", ", 'use_karras_sigmas': true"),
            diffusion("DDIMScheduler", "trailing", ""), diffusion("DDIMScheduler", "linspace", ""));

    @Test
    void noiseLevelsAreThoseOfStableDiffusion() {
        NoiseLevels levels = NoiseLevels.of(Training.STABLE_DIFFUSION);
        double[] timesteps = {249, 499, 749, 999};
        assertClose(new double[]{.69320542, 1.6128870, 4.0817308, 14.614645}, levels.at(timesteps));
        double[] kept = Arrays.stream(new double[]{0, 249, 499, 749, 999})
                .map(levels::at)
                .map(sigma -> 1 / (sigma * sigma + 1))
                .toArray();
        assertClose(new double[]{.99914998, .67543209, .27766946, .05662346, .00466010}, kept);
    }

    @Test
    void aTimestepIsFoundAgainByItsSigma() {
        NoiseLevels levels = NoiseLevels.of(Training.STABLE_DIFFUSION);
        assertEquals(500, levels.timestep(levels.at(500)));
        assertEquals(500.5, levels.timestep(Math.sqrt(levels.at(500) * levels.at(501))), 1e-9);
        assertEquals(0, levels.timestep(1e-9));
        assertEquals(999, levels.timestep(1e9));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1; 1 0
            2; 1 .5 0
            4; 1 .75 .5 .25 0
            """, delimiter = ';')
    void fluxGoesDownEvenly(int steps, String sigmas) {
        Scheduler flux = scheduler(FLUX, steps);
        assertArrayEquals(numbers(sigmas), flux.sigmas());
        assertClose(Arrays.stream(numbers(sigmas)).limit(steps).map(sigma -> 1000 * sigma).toArray(),
                flux.timesteps());
    }

    @Test
    void aFlowIsShifted() {
        assertClose(numbers("1 .9 .75 .5 0"), scheduler(flow(", 'shift': 3.0"), 4).sigmas());
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1024; 1 .8492348 .6524894 .3849447 0
            4096; 1 .9045308 .7595109 .5128441 0
            """, delimiter = ';')
    void aFlowIsShiftedByThePicturesSize(int tokens, String sigmas) {
        assertClose(numbers(sigmas), scheduler(FLUX_DEV, new Course(4, 1, tokens, false)).sigmas());
    }

    @Test
    void theShiftGrowsWithTheTokens() {
        var shift = new SchedulerSettings.ShiftBySize(.5, 1.15, 256, 4096);
        assertClose(new double[]{.5, .63, 1.15},
                new double[]{shift.at(256), shift.at(1024), shift.at(4096)});
    }

    @Test
    void aShiftBySizeWithoutASizeIsAMistake() {
        assertThrows(IllegalArgumentException.class, () -> made(FLUX_DEV, Course.fromNoise(4)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1; 999; 14.61465 0
            2; 999 499; 14.61465 1.612887 0
            4; 999 749 499 249; 14.61465 4.081731 1.612887 .6932054 0
            """, delimiter = ';')
    void eulerTrailing(int steps, String timesteps, String sigmas) {
        for (String json : List.of(SD_TURBO, SDXL_TURBO)) {
            Scheduler euler = scheduler(json, steps);
            assertArrayEquals(numbers(timesteps), euler.timesteps());
            assertClose(numbers(sigmas), euler.sigmas());
        }
    }

    @Test
    void eulerLeading() {
        Scheduler euler = scheduler(diffusion("EulerDiscreteScheduler", "leading", ""), 4);
        assertArrayEquals(numbers("751 501 251 1"), euler.timesteps());
        assertClose(numbers("4.116698 1.623693 .6983986 .04131448 0"), euler.sigmas());
    }

    @Test
    void eulerOnAStraightLine() {
        Scheduler euler = scheduler(diffusion("EulerDiscreteScheduler", "linspace", ""), 4);
        assertArrayEquals(numbers("999 666 333 0"), euler.timesteps());
        assertClose(numbers("749.25 499.5 249.75 0"),
                Arrays.copyOfRange(scheduler(diffusion("EulerDiscreteScheduler", "linspace", ""), 5).timesteps(), 1,
                        5));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1; 1; 999
            2; 1; 999 499
            4; 1; 999 759 499 259
            8; 1; 999 879 759 639 499 379 259 139
            4; .5; 499 379 259 139
            """, delimiter = ';')
    void consistencyTakesOfItsGrid(int steps, double strength, String timesteps) {
        Scheduler lcm = scheduler(LCM, new Course(steps, strength, 0, false));
        assertArrayEquals(numbers(timesteps), lcm.timesteps());
        assertArrayEquals(lcm.timesteps(), scheduler(LCM, new Course(steps, strength, 0, true)).timesteps());
    }

    @Test
    void theSolversTimestepsLeaveOutTheLowest() {
        assertArrayEquals(numbers("999 749 500 250"), scheduler(SOLVER, 4).timesteps());
        assertArrayEquals(numbers("801 601 401 201"),
                scheduler(diffusion("DPMSolverMultistepScheduler", "leading", ""), 4).timesteps());
        assertArrayEquals(numbers("999 749 499 249"),
                scheduler(diffusion("DPMSolverMultistepScheduler", "trailing", ""), 4).timesteps());
    }

    @Test
    void karrasSigmasKeepTheEndsAndLieCloserBelow() {
        double[] sigmas = scheduler(diffusion("EulerDiscreteScheduler", "linspace", ", 'use_karras_sigmas': true"), 3)
                .sigmas();
        double most = Math.pow(14.614645, 1 / 7.0);
        double least = Math.pow(.02916709, 1 / 7.0);
        assertClose(new double[]{14.614645, Math.pow((most + least) / 2, 7), .02916709, 0}, sigmas);
    }

    @Test
    void theLastStepMayEndAtTheLowestLevel() {
        String json = diffusion("DPMSolverMultistepScheduler", "linspace", ", 'final_sigmas_type': 'sigma_min'");
        assertEquals(.02916709, scheduler(json, 4).sigmas()[4], 1e-7);
        assertEquals(.02916709,
                scheduler(json.replace("linspace'", "linspace', 'use_karras_sigmas': true"), 4).sigmas()[4],
                1e-7);
    }

    @ParameterizedTest
    @CsvSource({"4, .6, 2, 1", "4, .5, 2, 2", "2, .5, 1, 1", "10, .7, 3, 3", "3, .7, 1, 0"})
    void stepsAreLeftOutAtTheNoisyEnd(int steps, double strength, int ofDiffusion, int ofFlow) {
        Course course = new Course(steps, strength, 0, false);
        double[] whole = scheduler(SD_TURBO, steps).timesteps();
        assertArrayEquals(Arrays.copyOfRange(whole, ofDiffusion, steps), scheduler(SD_TURBO, course).timesteps());
        double[] sigmas = scheduler(FLUX, steps).sigmas();
        assertArrayEquals(Arrays.copyOfRange(sigmas, ofFlow, steps + 1), scheduler(FLUX, course).sigmas());
    }

    @Test
    void aStrengthThatLeavesNoStepIsRefused() {
        Course weak = new Course(4, .2, 0, false);
        Failure failure = refused(made(SD_TURBO, weak));
        assertEquals(new Failure.Refused("A strength of 0.2 leaves none of 4 steps.",
                "Choose a greater strength or more steps."), failure);
        assertEquals(1, scheduler(FLUX, weak).timesteps().length, "FLUX keeps one");
        assertTrue(refused(made(FLUX, new Course(4, 1e-18, 0, false))) instanceof Failure.Refused);
    }

    @Test
    void anExactCourseLaysAllStepsBelowItsStrength() {
        Course exact = new Course(4, .5, 0, true);
        assertClose(numbers(".5 .375 .25 .125 0"), scheduler(FLUX, exact).sigmas());
        assertArrayEquals(numbers("499 374 249 124"), scheduler(SD_TURBO, exact).timesteps());
        assertArrayEquals(numbers("499 374 249 124"),
                scheduler(diffusion("DDIMScheduler", "trailing", ""), exact).timesteps());
        assertEquals(4, scheduler(SD_TURBO, new Course(4, .2, 0, true)).timesteps().length, "where others refuse");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1001; 1; 1000
            20; .01; 10
            """, delimiter = ';')
    void moreStepsThanLevelsAreRefused(int steps, double strength, int levels) {
        Course course = new Course(steps, strength, 0, true);
        for (String json : List.of(SD_TURBO, SOLVER, DDIM)) {
            String what = refused(made(json, course)).what();
            assertTrue(what.contains(steps + " steps"), what);
            assertTrue(what.contains("there are " + levels), what);
        }
    }

    @Test
    void moreStepsThanTheGridHasAreRefused() {
        assertTrue(refused(made(LCM, new Course(26, .5, 0, false))).what().contains("there are 25 noise levels"));
        assertEquals(50, scheduler(LCM, 50).timesteps().length);
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void noiseAlwaysFalls(String json) {
        for (int steps : new int[]{1, 2, 3, 7, 20, 50}) {
            for (double strength : new double[]{1, .75}) {
                for (boolean exact : new boolean[]{true, false}) {
                    Outcome<Scheduler> made = made(json, new Course(steps, strength, 1024, exact));
                    if (made instanceof Outcome.Ok<Scheduler>(Scheduler scheduler)) {
                        falls(scheduler);
                    } else {
                        assertTrue(steps == 1 || steps == 50, () -> steps + " steps of " + json);
                    }
                }
            }
        }
    }

    private static void falls(Scheduler scheduler) {
        double[] sigmas = scheduler.sigmas();
        assertEquals(scheduler.timesteps().length + 1, sigmas.length);
        for (int i = 1; i < sigmas.length; i++) {
            assertTrue(sigmas[i] < sigmas[i - 1], () -> Arrays.toString(sigmas));
        }
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void aGreaterStrengthBeginsWithNoLessNoise(String json) {
        double before = 0;
        for (int percent = 20; percent <= 100; percent += 5) {
            double first = scheduler(json, new Course(5, percent / 100.0, 1024, false)).sigmas()[0];
            assertTrue(first >= before, percent + " %");
            before = first;
        }
    }

    @Test
    void tablesAreNotSharedWithTheirReaders() {
        Scheduler scheduler = scheduler(SD_TURBO, 2);
        scheduler.sigmas()[0] = 0;
        scheduler.timesteps()[0] = 0;
        assertEquals(999, scheduler.timesteps()[0]);
        assertTrue(scheduler.sigmas()[0] > 14);
    }

    private static double[] numbers(String text) {
        return Arrays.stream(text.trim().split(" ")).mapToDouble(Double::parseDouble).toArray();
    }
}
