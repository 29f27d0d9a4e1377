package org.filmwright.generate.local.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.filmwright.base.Digest;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.graph.OnnxGraph;
import org.filmwright.generate.local.model.MemoryPlan;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.schedule.Scheduler;
import org.filmwright.generate.local.schedule.SchedulerSettings;

/** How a picture was painted, as the texts of its PNG (diffusion.md 10): enough to paint it again. */
record Recipe(ModelFolder model, Digest fingerprint, SchedulerSettings settings, Job job, Scheduler scheduler,
        Seating seating) {
    /** @param peak what was held at the most until now, to stand beside what the plan promised */
    Map<String, String> texts(List<Painter.Stage> stages, MemoryPlan.Room peak) {
        Map<String, String> texts = new LinkedHashMap<>(job.order().extras().receipt());
        Painter.Order order = job.order();
        texts.put("Software", "Filmwright");
        texts.putIfAbsent("generator", "local:" + model.name());
        texts.put("model", model.name());
        texts.put("fingerprint", fingerprint.brief());
        texts.put("pipeline", model.kind().pipeline());
        texts.put("prompt", order.prompt());
        if (!order.negative().isBlank()) {
            texts.put("negative", order.negative());
        }
        texts.put("seed", Long.toString(job.seed()));
        texts.put("noise", "MT19937 as torch draws it on a processor");
        texts.put("size", job.size().toString());
        texts.put("steps", Integer.toString(job.steps()));
        texts.put("guidance", Double.toString(job.guidance()));
        texts.put("scheduler", settings.toString());
        texts.put("sigmas", numbers(scheduler.sigmas()));
        order.start().ifPresent(start -> {
            texts.put("start strength", Double.toString(start.strength()));
            texts.put("start picture", start.picture().getFileName() + digest(start.picture()));
        });
        seating.tile(order.extras().tiles()).ifPresent(tile -> texts.put("tiles", Integer.toString(tile)));
        texts.put("tokens", job.tokens().toString());
        if (!job.notices().isEmpty()) {
            texts.put("notices", String.join(" ", job.notices()));
        }
        texts.put("device", seating.device(Role.DENOISER).id());
        texts.put("memory", String.join(" ", seating.plan().lines()));
        texts.put("promise", seating.plan().need().spoken());
        texts.put("peak", peak.spoken());
        texts.put("runtime", "ONNX Runtime " + OnnxGraph.version());
        StringJoiner times = new StringJoiner(", ");
        stages.forEach(stage -> times.add("%s %.3f s".formatted(stage.name(), stage.seconds())));
        texts.put("seconds", times.toString());
        texts.put("parameters", parameters(order));
        return texts;
    }

    /** Which picture of that name it was; nothing where it is gone by now. */
    private static String digest(Path picture) {
        try {
            return " " + Digest.ofFile(picture).brief();
        } catch (IOException gone) {
            return "";
        }
    }

    private static String numbers(double[] values) {
        StringJoiner numbers = new StringJoiner(" ");
        for (double value : values) {
            numbers.add(Double.toString(value));
        }
        return numbers.toString();
    }

    /** As other programs read it. */
    private String parameters(Painter.Order order) {
        return order.prompt() + (order.negative().isBlank() ? "" : "\nNegative prompt: " + order.negative())
                + "\nSteps: %d, Sampler: %s, CFG scale: %s, Seed: %d, Size: %s, Model: %s".formatted(job.steps(),
                        settings.getClass().getSimpleName(), job.guidance(), job.seed(), job.size(), model.name());
    }
}
