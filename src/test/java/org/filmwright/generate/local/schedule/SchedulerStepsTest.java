package org.filmwright.generate.local.schedule;

import static org.filmwright.generate.local.schedule.SchedulerConfigs.DDIM;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.FLUX;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.LCM;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.SDXL_TURBO;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.SD_TURBO;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.SOLVER;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.diffusion;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.scheduler;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.filmwright.generate.local.noise.Noise;
import org.filmwright.generate.local.noise.TorchNoise;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a step does, against closed forms of models that are known exactly. */
class SchedulerStepsTest {
    private static final Noise NONE = into -> {
        throw new AssertionError("no noise is drawn here");
    };
    static final List<String> ALL = SchedulesTest.ALL;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void aConstantEpsilonIsTakenFromTheNoise(int steps) {
        float[] state = {.8f};
        run(scheduler(SD_TURBO, steps), state, (input, sigma, output) -> output[0] = .3f, NONE);
        assertEquals(7.3073225, state[0], 2e-5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4, 7})
    void aConstantVelocityIsTakenFromTheNoise(int steps) {
        float[] state = {.8f};
        run(scheduler(FLUX, steps), state, (input, sigma, output) -> output[0] = .3f, NONE);
        assertEquals(.5, state[0], 1e-6);
    }

    /** A model that always knows the picture brings any of these to it, in any number of steps. */
    @ParameterizedTest
    @CsvSource({"EulerDiscreteScheduler, trailing, epsilon", "EulerDiscreteScheduler, leading, v_prediction",
        "EulerDiscreteScheduler, linspace, sample", "EulerAncestralDiscreteScheduler, trailing, epsilon",
        "EulerAncestralDiscreteScheduler, linspace, v_prediction", "DDIMScheduler, trailing, epsilon",
        "DDIMScheduler, leading, v_prediction", "DDIMScheduler, trailing, sample",
        "DPMSolverMultistepScheduler, linspace, epsilon", "DPMSolverMultistepScheduler, leading, v_prediction",
        "DPMSolverMultistepScheduler, trailing, sample", "LCMScheduler, leading, epsilon",
        "LCMScheduler, leading, v_prediction", "LCMScheduler, leading, sample"})
    void aPerfectModelEndsAtThePicture(String name, String spacing, String prediction) {
        float[] picture = {.5f, -.25f, .75f};
        String json = diffusion(name, spacing, ", 'clip_sample': false, 'prediction_type': '" + prediction + "'");
        for (int steps : new int[]{1, 2, 5, 20}) {
            for (Course course : List.of(Course.fromNoise(steps), new Course(steps, .8, 0, true))) {
                Scheduler scheduler = scheduler(json, course);
                float[] state = {.1f, -2, 1.3f};
                if (course.strength() < 1) {
                    float[] noise = state;
                    state = picture.clone();
                    scheduler.begin(state, noise);
                } else {
                    scheduler.begin(state);
                }
                boolean exploding = name.startsWith("Euler");
                go(scheduler, state, (input, sigma, output) -> perfect(picture, prediction, input, sigma, output),
                        new TorchNoise(1));
                assertArrayEquals(picture, state, exploding ? 3e-5f : 2e-4f, json + " " + course);
            }
        }
    }

    /** What each kind of model answers to x0 + sigma * n, seen scaled to variance 1 as all of them see it. */
    private static void perfect(float[] picture, String prediction, float[] input, double sigma, float[] output) {
        for (int i = 0; i < picture.length; i++) {
            double state = input[i] * Math.hypot(sigma, 1);
            double noise = (state - picture[i]) / sigma;
            double signal = 1 / Math.hypot(sigma, 1);
            output[i] = (float) switch (prediction) {
                case "epsilon" -> noise;
                case "v_prediction" -> signal * noise - sigma * signal * picture[i];
                default -> picture[i];
            };
        }
    }

    @Test
    void aPerfectFlowEndsAtThePictureFromNoiseAndFromAPicture() {
        float[] picture = {.5f, -.25f};
        for (int steps : new int[]{1, 3, 8}) {
            for (double strength : new double[]{1, .6}) {
                Scheduler flux = scheduler(FLUX, new Course(steps, strength, 0, false));
                float[] state = {.9f, .9f};
                flux.begin(state, new float[]{-1.5f, 2});
                go(flux, state, (input, sigma, output) -> {
                    for (int i = 0; i < 2; i++) {
                        output[i] = (float) ((input[i] - picture[i]) / sigma);
                    }
                }, NONE);
                assertArrayEquals(picture, state, 1e-6f);
            }
        }
    }

    @Test
    void noiseIsScaledToTheFirstLevel() {
        assertEquals(14.614645, begun(SD_TURBO, 4), 2e-5);
        assertEquals(4.2364135, begun(diffusion("EulerDiscreteScheduler", "leading", ""), 4), 1e-5);
        assertEquals(14.614645, begun(SDXL_TURBO, 1), 2e-5);
        for (String json : List.of(FLUX, LCM, DDIM, SOLVER)) {
            assertEquals(1, begun(json, 4), json);
        }
    }

    private static float begun(String json, int steps) {
        float[] one = {1};
        scheduler(json, steps).begin(one);
        return one[0];
    }

    @Test
    void aPictureIsNoisedToTheFirstLevelThatIsLeft() {
        Course half = new Course(4, .5, 0, false);
        assertEquals(2 + 3 * 1.612887f, noised(SD_TURBO, half), 1e-5);
        assertEquals(.5f * 2 + .5f * 3, noised(FLUX, half), 1e-6);
        double kept = .27766946;
        String ddim = diffusion("DDIMScheduler", "trailing", "");
        assertEquals(Math.sqrt(kept) * 2 + Math.sqrt(1 - kept) * 3, noised(ddim, half), 1e-5);
        assertEquals(Math.sqrt(kept) * 2 + Math.sqrt(1 - kept) * 3, noised(LCM, half), 1e-5);
        assertEquals(Math.sqrt(kept) * 2 + Math.sqrt(1 - kept) * 3,
                noised(diffusion("DPMSolverMultistepScheduler", "trailing", ""), half), 1e-5);
    }

    private static float noised(String json, Course course) {
        float[] clean = {2};
        float[] noise = {3};
        scheduler(json, course).begin(clean, noise);
        assertEquals(3, noise[0]);
        return clean[0];
    }

    @Test
    void onlyEulersModelsAreShownAScaledState() {
        float[] input = new float[1];
        float[] state = {2};
        scheduler(SD_TURBO, 2).scale(state, 1, input);
        assertEquals(2 / Math.hypot(1.612887, 1), input[0], 1e-6);
        for (String json : List.of(FLUX, LCM, DDIM, SOLVER)) {
            scheduler(json, 2).scale(state, 1, input);
            assertEquals(2, input[0], json);
        }
        assertEquals(2, state[0]);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            1; 0; 0
            2; 1.603035 0; .1779998 0
            4; 3.919305 1.481626 .6259146 0; 1.139988 .6373288 .2979339 0
            """, delimiter = ';')
    void ancestralStepsGoFurtherDownAndNoiseBackUp(int steps, String up, String down) {
        Scheduler scheduler = scheduler(SDXL_TURBO, steps);
        double[] sigmas = scheduler.sigmas();
        for (int i = 0; i < steps; i++) {
            // Without an answer from the model only the noise is added; without noise only the way down is gone.
            float[] state = {0};
            scheduler.step(new float[]{0}, i, state, into -> Arrays.fill(into, 1));
            assertEquals(Double.parseDouble(up.split(" ")[i]), state[0], 1e-5);
            state[0] = 0;
            scheduler.step(new float[]{1}, i, state, into -> Arrays.fill(into, 0));
            assertEquals(Double.parseDouble(down.split(" ")[i]) - sigmas[i], state[0], 1e-5);
        }
    }

    @Test
    void ancestralStepsDrawEachTimeAndConsistencyNotForTheLast() {
        assertEquals(List.of(3, 3, 3, 3), draws(SDXL_TURBO));
        assertEquals(List.of(3, 3, 3), draws(LCM));
        for (String json : List.of(FLUX, SD_TURBO, DDIM, SOLVER)) {
            assertEquals(List.of(), draws(json), json);
        }
    }

    private static List<Integer> draws(String json) {
        List<Integer> draws = new ArrayList<>();
        run(scheduler(json, 4), new float[3], (input, sigma, output) -> {}, into -> draws.add(into.length));
        return draws;
    }

    @Test
    void theBoundaryConditionIsMetAtZero() {
        assertEquals(1, LcmScheduler.skip(0));
        assertEquals(0, LcmScheduler.out(0));
        assertEquals(2.505e-9, LcmScheduler.skip(9990), 1e-12);
        assertEquals(1, LcmScheduler.out(9990), 1e-8);
    }

    @Test
    void aCleanValueIsClipped() {
        for (String json : List.of(diffusion("DDIMScheduler", "trailing", ", 'clip_sample': true"),
                "{'_class_name': 'LCMScheduler', 'clip_sample': true}")) {
            float[] state = {3};
            scheduler(json.replace("true", "true, 'prediction_type': 'sample'"), 1).step(new float[]{5}, 0, state,
                    NONE);
            assertEquals(1, state[0], 1e-6, json);
        }
    }

    /** Between two steps DDIM goes by a stride of timesteps, which with thirds is not where the next step begins. */
    @Test
    void ddimGoesByItsStride() {
        String json = diffusion("DDIMScheduler", "trailing", ", 'clip_sample': false, 'set_alpha_to_one': false");
        float[] state = {0};
        Scheduler ddim = scheduler(json, 3);
        assertArrayEquals(new double[]{999, 666, 332}, ddim.timesteps());
        NoiseLevels levels = NoiseLevels.of(SchedulerSettings.Training.STABLE_DIFFUSION);
        ddim.step(new float[]{1}, 1, state, NONE);
        double from = levels.at(666);
        double to = levels.at(333);
        assertEquals((to - from) / Math.hypot(to, 1), state[0], 1e-5);
        assertEquals(levels.least(), ddim.sigmas()[3]);
    }

    /** Of an x0 that moves evenly with log(signal/noise) the second order makes more than the first, by the written formula. */
    @Test
    void theSolverGoesOnTheWayThatThePictureWent() {
        String json = diffusion("DPMSolverMultistepScheduler", "trailing", ", 'prediction_type': 'sample'");
        Scheduler solver = scheduler(json, 4);
        double[] sigmas = solver.sigmas();
        float[] state = {1};
        double expected = 1;
        double[] pictures = {.2, .5, -.1, .4};
        for (int i = 0; i < 4; i++) {
            solver.step(new float[]{(float) pictures[i]}, i, state, NONE);
            double r = i == 0 || i == 3 ? Double.NaN : lambda(sigmas, i, i - 1) / lambda(sigmas, i + 1, i);
            double ahead = Double.isNaN(r) ? pictures[i] : pictures[i] + (pictures[i] - pictures[i - 1]) / (2 * r);
            double alpha = 1 / Math.hypot(sigmas[i + 1], 1);
            double ratio = sigmas[i + 1] * alpha / (sigmas[i] / Math.hypot(sigmas[i], 1));
            expected = ratio * expected - alpha * (Math.exp(-lambda(sigmas, i + 1, i)) - 1) * ahead;
            assertEquals(expected, state[0], 1e-6, "step " + i);
        }
        assertEquals(pictures[3], state[0], 1e-6, "the last step goes to the picture");
    }

    /** log(alpha/sigma) grows by this from one level to another. */
    private static double lambda(double[] sigmas, int at, int before) {
        return sigmas[at] == 0 ? Double.POSITIVE_INFINITY : Math.log(sigmas[before] / sigmas[at]);
    }

    @Test
    void theSolversLastStepIsStraightWhereAsked() {
        String bent = ", 'prediction_type': 'sample', 'final_sigmas_type': 'sigma_min', 'lower_order_final': false";
        String few = ", 'prediction_type': 'sample', 'final_sigmas_type': 'sigma_min'";
        assertEquals(afterTwo(few, 2), afterTwo(bent + ", 'euler_at_final': true", 2));
        assertEquals(1, Math.signum(Math.abs(afterTwo(few, 2) - afterTwo(bent, 2))), "another order, another picture");
    }

    private static float afterTwo(String more, int steps) {
        Scheduler solver = scheduler(diffusion("DPMSolverMultistepScheduler", "trailing", more), steps);
        float[] state = {1};
        solver.step(new float[]{.2f}, 0, state, NONE);
        solver.step(new float[]{.5f}, 1, state, NONE);
        return state[0];
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void twoPicturesTogetherAreTwoPicturesAlone(String json) {
        float[] one = new float[32];
        float[] two = new float[32];
        new TorchNoise(1).fill(one);
        new TorchNoise(2).fill(two);
        float[] both = Arrays.copyOf(one, 64);
        System.arraycopy(two, 0, both, 32, 32);
        Model model = (input, sigma, output) -> {
            for (int i = 0; i < input.length; i++) {
                output[i] = (float) Math.sin(input[i] + sigma);
            }
        };
        Course course = new Course(4, 1, 1024, false);
        Noise ramp = into -> {
            for (int i = 0; i < into.length; i++) {
                into[i] = i % 32 / 32f;
            }
        };
        run(scheduler(json, course), one, model, ramp);
        run(scheduler(json, course), two, model, ramp);
        run(scheduler(json, course), both, model, ramp);
        assertArrayEquals(one, Arrays.copyOf(both, 32));
        assertArrayEquals(two, Arrays.copyOfRange(both, 32, 64));
    }

    @ParameterizedTest
    @FieldSource("ALL")
    void tensorsOfAnotherLengthAreAMistake(String json) {
        Scheduler scheduler = scheduler(json, new Course(2, 1, 1024, false));
        Noise zero = into -> {};
        assertThrows(IllegalArgumentException.class, () -> scheduler.step(new float[4], 0, new float[3], zero));
        assertThrows(IllegalArgumentException.class, () -> scheduler.begin(new float[4], new float[3]));
        assertThrows(IllegalArgumentException.class, () -> scheduler.scale(new float[4], 0, new float[3]));
    }

    private static void run(Scheduler scheduler, float[] state, Model model, Noise noise) {
        scheduler.begin(state);
        go(scheduler, state, model, noise);
    }

    private static void go(Scheduler scheduler, float[] state, Model model, Noise noise) {
        float[] input = new float[state.length];
        float[] output = new float[state.length];
        for (int i = 0; i < scheduler.timesteps().length; i++) {
            scheduler.scale(state, i, input);
            model.answer(input, scheduler.sigmas()[i], output);
            scheduler.step(output, i, state, noise);
        }
    }

    private interface Model {
        void answer(float[] input, double sigma, float[] output);
    }
}
