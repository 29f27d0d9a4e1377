package org.filmwright.generate.local.schedule;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoublePredicate;
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
import org.filmwright.generate.local.schedule.SchedulerSettings.Pndm;
import org.filmwright.generate.local.schedule.SchedulerSettings.ShiftBySize;
import org.filmwright.generate.local.schedule.SchedulerSettings.Training;

/**
 * Reads a {@code scheduler_config.json}. A class's own keys are read, with its defaults (diffusers 58eb52c0); keys of other classes,
 * which files carry along, say nothing there and say nothing here.
 */
final class SettingsReader {
    private static final long LONGEST = 1 << 20;
    private static final int MOST_TIMESTEPS = 1_000_000;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();
    private static final Map<String, Prediction> PREDICTIONS = Map.of("epsilon", Prediction.EPSILON, "v_prediction",
            Prediction.VELOCITY, "sample", Prediction.SAMPLE);
    private static final Map<String, Spacing> SPACINGS = Map.of("trailing", Spacing.TRAILING, "leading",
            Spacing.LEADING, "linspace", Spacing.LINSPACE);
    private static final Map<String, Boolean> ENDS = Map.of("zero", true, "sigma_min", false);
    private static final Map<String, Boolean> BETAS = Map.of("linear", false, "scaled_linear", true);
    private final JsonNode json;

    SettingsReader(JsonNode json) {
        this.json = json;
    }

    static Outcome<SchedulerSettings> open(Path file) {
        try {
            if (!Files.isRegularFile(file)) {
                return broken(file, "is missing");
            }
            return Files.size(file) > LONGEST
                    ? broken(file, "is larger than a scheduler's settings are")
                    : SchedulerSettings.of(JSON.readTree(Files.readAllBytes(file)));
        } catch (JsonProcessingException e) {
            return broken(file, "is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            return broken(file, "could not be read: " + e.getMessage());
        }
    }

    private static Outcome<SchedulerSettings> broken(Path file, String why) {
        return Outcome.failed(new Failure.Misconfigured("The model's " + file.getFileName() + " " + why + ".",
                "Get the model's files again."));
    }

    Outcome<SchedulerSettings> read() {
        try {
            return Outcome.ok(settings());
        } catch (Unknown unknown) {
            return Outcome.failed(new Failure.Misconfigured(unknown.getMessage(),
                    "Use a model that is sampled with Euler, Euler ancestral, LCM, DDIM, PNDM, DPM-Solver++ or flow matching."));
        }
    }

    private SchedulerSettings settings() throws Unknown {
        String name = text("_class_name", "");
        return switch (name) {
            case "FlowMatchEulerDiscreteScheduler" -> flow();
            case "EulerDiscreteScheduler" -> euler();
            case "EulerAncestralDiscreteScheduler" -> ancestral();
            case "DPMSolverMultistepScheduler" -> solver();
            case "DDIMScheduler" -> ddim();
            case "PNDMScheduler" -> pndm();
            case "LCMScheduler" -> consistency();
            default -> throw new Unknown("_class_name", name);
        };
    }

    private Flow flow() throws Unknown {
        off("invert_sigmas", "use_karras_sigmas", "use_exponential_sigmas", "use_beta_sigmas", "stochastic_sampling");
        if (number("shift_terminal", 0, Double::isFinite) != 0) {
            throw new Unknown("shift_terminal", json.get("shift_terminal"));
        }
        Optional<ShiftBySize> bySize = Optional.empty();
        if (flag("use_dynamic_shifting", false)) {
            only("time_shift_type", "exponential");
            int least = whole("base_image_seq_len", 256, 1, MOST_TIMESTEPS);
            bySize = Optional.of(new ShiftBySize(number("base_shift", .5, Double::isFinite),
                    number("max_shift", 1.15, Double::isFinite), least,
                    whole("max_image_seq_len", 4096, least + 1, MOST_TIMESTEPS)));
        }
        return new Flow(timesteps(), number("shift", 1, shift -> shift > 0 && shift < 1e6), bySize);
    }

    private Euler euler() throws Unknown {
        off("use_exponential_sigmas", "use_beta_sigmas");
        only("interpolation_type", "linear");
        only("timestep_type", "discrete");
        boolean karras = flag("use_karras_sigmas", false);
        if (karras) {
            absent("sigma_min", "sigma_max");
        }
        return new Euler(diffusion(Spacing.LINSPACE, one("final_sigmas_type", "zero", ENDS)), karras);
    }

    private EulerAncestral ancestral() throws Unknown {
        Diffusion diffusion = diffusion(Spacing.LINSPACE, true);
        if (diffusion.prediction() == Prediction.SAMPLE) {
            throw new Unknown("prediction_type", "sample");
        }
        return new EulerAncestral(diffusion);
    }

    private DpmSolver solver() throws Unknown {
        off("thresholding", "use_exponential_sigmas", "use_beta_sigmas", "use_lu_lambdas", "use_flow_sigmas",
                "use_dynamic_shifting");
        only("algorithm_type", "dpmsolver++");
        only("solver_type", "midpoint");
        absent("variance_type");
        whole("solver_order", 2, 2, 2);
        number("lambda_min_clipped", Double.NEGATIVE_INFINITY, clip -> clip == Double.NEGATIVE_INFINITY);
        End end = flag("lower_order_final", true) ? End.FIRST_ORDER_OF_FEW_STEPS : End.SECOND_ORDER;
        return new DpmSolver(diffusion(Spacing.LINSPACE, one("final_sigmas_type", "zero", ENDS)),
                flag("use_karras_sigmas", false), flag("euler_at_final", false) ? End.FIRST_ORDER : end);
    }

    private Ddim ddim() throws Unknown {
        off("thresholding");
        return new Ddim(diffusion(Spacing.LEADING, flag("set_alpha_to_one", true)), clip(true));
    }

    private Pndm pndm() throws Unknown {
        if (!flag("skip_prk_steps", false)) {
            throw new Unknown("skip_prk_steps", "false");
        }
        return new Pndm(diffusion(Spacing.LEADING, flag("set_alpha_to_one", false)));
    }

    private Consistency consistency() throws Unknown {
        off("thresholding");
        Training training = training(Training.STABLE_DIFFUSION);
        return new Consistency(training, prediction(), whole("original_inference_steps", 50, 1, training.timesteps()),
                number("timestep_scaling", 10, scaling -> scaling > 0 && scaling < 1e6), clip(false));
    }

    private OptionalDouble clip(boolean usual) throws Unknown {
        return flag("clip_sample", usual)
                ? OptionalDouble.of(number("clip_sample_range", 1, range -> range > 0 && range < 1e6))
                : OptionalDouble.empty();
    }

    private Diffusion diffusion(Spacing usual, boolean toClean) throws Unknown {
        String spacing = text("timestep_spacing", "");
        if (!spacing.isEmpty() && !SPACINGS.containsKey(spacing)) {
            throw new Unknown("timestep_spacing", spacing);
        }
        Training training = training(new Training(1000, .0001, .02, false));
        return new Diffusion(training, prediction(), SPACINGS.getOrDefault(spacing, usual),
                whole("steps_offset", 0, 0, training.timesteps() - 1), toClean);
    }

    private Prediction prediction() throws Unknown {
        return one("prediction_type", "epsilon", PREDICTIONS);
    }

    private Training training(Training usual) throws Unknown {
        off("rescale_betas_zero_snr");
        absent("trained_betas");
        double start = number("beta_start", usual.betaStart(), beta -> beta > 0 && beta < 1);
        double end = number("beta_end", usual.betaEnd(), beta -> beta >= start && beta < 1);
        return new Training(timesteps(), start, end,
                one("beta_schedule", usual.scaled() ? "scaled_linear" : "linear", BETAS));
    }

    private int timesteps() throws Unknown {
        return whole("num_train_timesteps", 1000, 2, MOST_TIMESTEPS);
    }

    private <T> T one(String key, String usual, Map<String, T> known) throws Unknown {
        String value = text(key, usual);
        if (!known.containsKey(value)) {
            throw new Unknown(key, value);
        }
        return known.get(value);
    }

    private void only(String key, String value) throws Unknown {
        one(key, value, Map.of(value, value));
    }

    private void off(String... keys) throws Unknown {
        for (String key : keys) {
            if (flag(key, false)) {
                throw new Unknown(key, "true");
            }
        }
    }

    private void absent(String... keys) throws Unknown {
        for (String key : keys) {
            if (json.hasNonNull(key)) {
                throw new Unknown(key, json.get(key));
            }
        }
    }

    private String text(String key, String usual) throws Unknown {
        if (!json.hasNonNull(key)) {
            return usual;
        }
        if (!json.get(key).isTextual()) {
            throw new Unknown(key, json.get(key));
        }
        return json.get(key).textValue();
    }

    private boolean flag(String key, boolean usual) throws Unknown {
        if (!json.hasNonNull(key)) {
            return usual;
        }
        if (!json.get(key).isBoolean()) {
            throw new Unknown(key, json.get(key));
        }
        return json.get(key).booleanValue();
    }

    private double number(String key, double usual, DoublePredicate fits) throws Unknown {
        if (!json.hasNonNull(key)) {
            return usual;
        }
        JsonNode value = json.get(key);
        if (!value.isNumber() || !fits.test(value.doubleValue())) {
            throw new Unknown(key, value);
        }
        return value.doubleValue();
    }

    private int whole(String key, int usual, int least, int most) throws Unknown {
        return (int) number(key, usual, value -> value == Math.rint(value) && value >= least && value <= most);
    }

    /** A value that Filmwright does not know what to do with. */
    private static final class Unknown extends Exception {
        private static final long serialVersionUID = 1;
        private static final int SHOWN = 80;

        Unknown(String key, JsonNode value) {
            this(key, value.isTextual() ? value.textValue() : value.toString());
        }

        Unknown(String key, String value) {
            super(value.isEmpty()
                    ? "The model's scheduler settings have no " + key + "."
                    : "The model's scheduler settings ask for " + key + " '" + shortened(value)
                            + "', which Filmwright does not have.");
        }

        private static String shortened(String value) {
            return value.length() > SHOWN ? value.substring(0, SHOWN) + "…" : value;
        }
    }
}
