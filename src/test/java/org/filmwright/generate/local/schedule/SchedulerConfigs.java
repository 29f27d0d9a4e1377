package org.filmwright.generate.local.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.junit.jupiter.api.Assertions;

/** Scheduler settings as models' files have them. */
final class SchedulerConfigs {
    static final String FLUX = flow("");
    static final String FLUX_DEV = flow(", 'use_dynamic_shifting': true, 'shift': 3.0");
    static final String SD_TURBO = diffusion("EulerDiscreteScheduler", "trailing", "");
    static final String SDXL_TURBO = diffusion("EulerAncestralDiscreteScheduler", "trailing", "");
    static final String LCM = "{'_class_name': 'LCMScheduler'}";
    static final String DDIM = diffusion("DDIMScheduler", "leading",
            ", 'clip_sample': false, 'set_alpha_to_one': false");
    static final String SOLVER = diffusion("DPMSolverMultistepScheduler", "linspace", "");

    private SchedulerConfigs() {}

    static String flow(String more) {
        return "{'_class_name': 'FlowMatchEulerDiscreteScheduler'" + more + "}";
    }

    /** With the betas of Stable Diffusion, and keys of other classes as its files carry them along. */
    static String diffusion(String name, String spacing, String more) {
        return "{'_class_name': '" + name + "', '_diffusers_version': '0.24.0', 'num_train_timesteps': 1000, "
                + "'beta_start': 0.00085, 'beta_end': 0.012, 'beta_schedule': 'scaled_linear', 'trained_betas': null, "
                + "'skip_prk_steps': true, 'steps_offset': 1, 'timestep_spacing': '" + spacing + "'" + more + "}";
    }

    static Outcome<SchedulerSettings> read(String json) {
        try {
            return SchedulerSettings.of(new ObjectMapper().readTree(json.replace('\'', '"')));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    static Outcome<Scheduler> made(String json, Course course) {
        return read(json).then(settings -> Schedules.of(settings, course));
    }

    static Scheduler scheduler(String json, Course course) {
        return made(json, course).orElse(failure -> Assertions.fail(failure.what()));
    }

    static Scheduler scheduler(String json, int steps) {
        return scheduler(json, Course.fromNoise(steps));
    }

    static Failure refused(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Ok<?>(Object value) -> Assertions.fail("was taken: " + value);
            case Outcome.Failed<?>(Failure failure) -> failure;
        };
    }

    /** To the precision of float32 tables. */
    static void assertClose(double[] expected, double[] actual) {
        Assertions.assertEquals(expected.length, actual.length, () -> Arrays.toString(actual));
        for (int i = 0; i < expected.length; i++) {
            Assertions.assertEquals(expected[i], actual[i], 1e-7 + 2e-6 * Math.abs(expected[i]),
                    () -> Arrays.toString(actual));
        }
    }
}
