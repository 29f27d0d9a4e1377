package org.filmwright.generate.local.schedule;

import static org.filmwright.generate.local.schedule.SchedulerConfigs.read;
import static org.filmwright.generate.local.schedule.SchedulerConfigs.refused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalDouble;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.schedule.SchedulerSettings.Consistency;
import org.filmwright.generate.local.schedule.SchedulerSettings.Ddim;
import org.filmwright.generate.local.schedule.SchedulerSettings.Diffusion;
import org.filmwright.generate.local.schedule.SchedulerSettings.DpmSolver;
import org.filmwright.generate.local.schedule.SchedulerSettings.End;
import org.filmwright.generate.local.schedule.SchedulerSettings.Euler;
import org.filmwright.generate.local.schedule.SchedulerSettings.EulerAncestral;
import org.filmwright.generate.local.schedule.SchedulerSettings.Flow;
import org.filmwright.generate.local.schedule.SchedulerSettings.ShiftBySize;
import org.filmwright.generate.local.schedule.SchedulerSettings.Training;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchedulerSettingsTest {
    private static final Training USUAL = new Training(1000, .0001, .02, false);

    @Test
    void whatAFileLeavesOutIsWhatItsClassTakesForGranted() {
        Diffusion straight = new Diffusion(USUAL, Prediction.EPSILON, Spacing.LINSPACE, 0, true);
        assertRead(new Flow(1000, 1, Optional.empty()), "FlowMatchEulerDiscreteScheduler", "");
        assertRead(new Euler(straight, false), "EulerDiscreteScheduler", "");
        assertRead(new EulerAncestral(straight), "EulerAncestralDiscreteScheduler", "");
        assertRead(new DpmSolver(straight, false, End.FIRST_ORDER_OF_FEW_STEPS), "DPMSolverMultistepScheduler", "");
        assertRead(new Ddim(new Diffusion(USUAL, Prediction.EPSILON, Spacing.LEADING, 0, true), OptionalDouble.of(1)),
                "DDIMScheduler", "");
        assertRead(new Consistency(Training.STABLE_DIFFUSION, Prediction.EPSILON, 50, 10, OptionalDouble.empty()),
                "LCMScheduler", "");
    }

    @Test
    void whatAFileSaysIsTaken() {
        assertRead(new Flow(1000, 3, Optional.of(new ShiftBySize(.4, 1.2, 100, 5000))),
                "FlowMatchEulerDiscreteScheduler",
                ", 'shift': 3, 'use_dynamic_shifting': true, 'base_shift': 0.4, 'max_shift': 1.2, "
                        + "'base_image_seq_len': 100, 'max_image_seq_len': 5000");
        String betas = ", 'num_train_timesteps': 500, 'beta_start': 0.001, 'beta_end': 0.01, "
                + "'beta_schedule': 'scaled_linear', 'prediction_type': 'v_prediction'";
        Training training = new Training(500, .001, .01, true);
        assertRead(new Euler(new Diffusion(training, Prediction.VELOCITY, Spacing.TRAILING, 1, false), true),
                "EulerDiscreteScheduler", betas + ", 'timestep_spacing': 'trailing', 'steps_offset': 1, "
                        + "'use_karras_sigmas': true, 'final_sigmas_type': 'sigma_min'");
        assertRead(
                new Ddim(new Diffusion(training, Prediction.VELOCITY, Spacing.LEADING, 0, false), OptionalDouble.of(2)),
                "DDIMScheduler", betas + ", 'set_alpha_to_one': false, 'clip_sample_range': 2.0");
        assertRead(new Consistency(training, Prediction.VELOCITY, 25, 5, OptionalDouble.of(1)), "LCMScheduler",
                betas + ", 'original_inference_steps': 25, 'timestep_scaling': 5.0, 'clip_sample': true");
        assertRead(
                new DpmSolver(new Diffusion(USUAL, Prediction.SAMPLE, Spacing.LINSPACE, 0, true), true,
                        End.FIRST_ORDER),
                "DPMSolverMultistepScheduler", ", 'prediction_type': 'sample', 'euler_at_final': true, "
                        + "'use_karras_sigmas': true, 'solver_order': 2, 'algorithm_type': 'dpmsolver++'");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            UniPCMultistepScheduler; _class_name; UniPCMultistepScheduler
            PNDMScheduler; skip_prk_steps; false
            EulerDiscreteScheduler; prediction_type; flow_prediction
            EulerAncestralDiscreteScheduler; prediction_type; sample
            EulerDiscreteScheduler; beta_schedule; squaredcos_cap_v2
            EulerDiscreteScheduler; timestep_spacing; karras
            EulerDiscreteScheduler; interpolation_type; log_linear
            EulerDiscreteScheduler; timestep_type; continuous
            EulerDiscreteScheduler; rescale_betas_zero_snr; true
            EulerDiscreteScheduler; trained_betas; [0.1,0.2]
            EulerDiscreteScheduler; use_exponential_sigmas; true
            EulerDiscreteScheduler; use_beta_sigmas; true
            EulerDiscreteScheduler; beta_start; 0
            EulerDiscreteScheduler; beta_end; 1.5
            EulerDiscreteScheduler; num_train_timesteps; 1
            EulerDiscreteScheduler; num_train_timesteps; 10.5
            EulerDiscreteScheduler; num_train_timesteps; many
            EulerDiscreteScheduler; steps_offset; 1000
            EulerDiscreteScheduler; use_karras_sigmas; yes
            DDIMScheduler; thresholding; true
            DDIMScheduler; clip_sample_range; -1
            LCMScheduler; thresholding; true
            LCMScheduler; original_inference_steps; 2000
            DPMSolverMultistepScheduler; algorithm_type; sde-dpmsolver++
            DPMSolverMultistepScheduler; solver_order; 3
            DPMSolverMultistepScheduler; solver_type; heun
            DPMSolverMultistepScheduler; use_lu_lambdas; true
            DPMSolverMultistepScheduler; use_flow_sigmas; true
            DPMSolverMultistepScheduler; final_sigmas_type; half
            DPMSolverMultistepScheduler; lambda_min_clipped; -5.1
            DPMSolverMultistepScheduler; variance_type; learned
            FlowMatchEulerDiscreteScheduler; invert_sigmas; true
            FlowMatchEulerDiscreteScheduler; stochastic_sampling; true
            FlowMatchEulerDiscreteScheduler; shift_terminal; 0.1
            FlowMatchEulerDiscreteScheduler; use_karras_sigmas; true
            FlowMatchEulerDiscreteScheduler; shift; -1
            """, delimiter = ';')
    void whatIsNotKnownIsRefusedWithItsValue(String name, String key, String value) {
        boolean bare = value.matches("true|false|\\[.*|-?[0-9.]+");
        String more = key.equals("_class_name") ? "" : ", '" + key + "': " + (bare ? value : "'" + value + "'");
        Failure failure = refused(read("{'_class_name': '" + name + "', 'clip_sample': true" + more + "}"));
        assertTrue(failure instanceof Failure.Misconfigured, failure::toString);
        assertTrue(failure.what().contains(key + " '" + value + "'"), failure::what);
    }

    @Test
    void aShiftOfAnotherKindIsRefusedOnlyWhereItIsUsed() {
        String linear = ", 'time_shift_type': 'linear'";
        assertRead(new Flow(1000, 1, Optional.empty()), "FlowMatchEulerDiscreteScheduler", linear);
        assertTrue(
                refused(read("{'_class_name': 'FlowMatchEulerDiscreteScheduler', 'use_dynamic_shifting': true" + linear
                        + "}")).what().contains("time_shift_type 'linear'"));
    }

    @Test
    void settingsWithoutAClassAreRefused() {
        assertEquals("The model's scheduler settings have no _class_name.", refused(read("{}")).what());
        assertEquals("The model's scheduler settings have no _class_name.", refused(read("[1]")).what());
    }

    @Test
    void aLongValueIsToldShort() {
        assertTrue(refused(read("{'_class_name': '" + "x".repeat(5000) + "'}")).what().length() < 200);
    }

    @Test
    void aFileMaySayMinusInfinity(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("scheduler_config.json"),
                "{\"_class_name\": \"DPMSolverMultistepScheduler\", \"lambda_min_clipped\": -Infinity}");
        assertTrue(SchedulerSettings.open(file) instanceof Outcome.Ok);
    }

    @Test
    void aFileThatIsMissingTornOrHugeIsRefusedWithItsName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("scheduler_config.json");
        assertEquals("The model's scheduler_config.json is missing.", refused(SchedulerSettings.open(file)).what());
        Files.writeString(file, "{\"_class_name\": ");
        assertTrue(refused(SchedulerSettings.open(file)).what()
                .startsWith("The model's scheduler_config.json is not JSON"));
        Files.writeString(file, " ".repeat(2_000_000));
        assertTrue(refused(SchedulerSettings.open(file)).what().contains("is larger than"));
        Files.writeString(file, "");
        assertTrue(refused(SchedulerSettings.open(file)).what().contains("have no _class_name"));
    }

    private static void assertRead(SchedulerSettings expected, String name, String more) {
        assertEquals(Outcome.ok(expected), read("{'_class_name': '" + name + "'" + more + "}"));
    }
}
