package org.filmwright.generate.local.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.generate.local.Painter;
import org.filmwright.generate.local.model.Fingerprint;
import org.filmwright.generate.local.model.Forecast;
import org.filmwright.generate.local.model.ModelFolder;
import org.filmwright.generate.local.model.Speeds;

/** Tells of one model how long its pictures take, by what was measured on this machine. */
public record Timing(ModelFolder model, Digest fingerprint, Speeds speeds) {
    /** Reads its small files, some megabytes. */
    public static Outcome<Timing> of(Path folder, Speeds speeds) {
        return ModelFolder.read(folder).then(model -> of(model, speeds));
    }

    static Outcome<Timing> of(ModelFolder model, Speeds speeds) {
        try {
            return Outcome.ok(new Timing(model, Fingerprint.of(model.folder()), speeds));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Refused(model.name() + " cannot be read: " + e.getMessage() + ".",
                    "Check its files and their permissions."));
        }
    }

    /** @param where {@code cpu}, or the name of a card */
    public Forecast of(Painter.Order order, String where) {
        Job job = Job.of(order, Habits.of(model));
        int steps = order.start().map(start -> (int) Math.ceil(start.strength() * job.steps())).orElse(job.steps());
        return forecast(job.size(), steps, where);
    }

    /** For a picture as the model is made for. */
    public Forecast usual(FrameSize size, String where) {
        Habits habits = Habits.of(model);
        return forecast(habits.fitting(size), habits.steps(), where);
    }

    private Forecast forecast(FrameSize size, int steps, String where) {
        return new Forecast(where, Math.max(1, steps), speeds.of(new Speeds.Place(fingerprint.brief(), size, where)));
    }

    void learn(FrameSize size, String where, int steps, double stepSeconds, double restSeconds) {
        speeds.learn(new Speeds.Place(fingerprint.brief(), size, where), steps, stepSeconds, restSeconds);
    }
}
