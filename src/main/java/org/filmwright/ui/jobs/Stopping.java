package org.filmwright.ui.jobs;

import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Scope;

/** Stopping what runs, whoever started it: the film as a whole, or the order of a scene or a take. */
public record Stopping(JobsModel model) {
    /** @param film whether the film is being made, which {@code stopFilm} ends */
    public Command command(ObservableBooleanValue film, Runnable stopFilm) {
        ObservableBooleanValue possible = Bindings.createBooleanBinding(() -> film.get() || model.counts()
                .get()
                .running() > 0, film, model.counts());
        return Command.when(possible, "run.stop", Scope.GLOBAL, () -> {
            if (film.get()) {
                stopFilm.run();
            } else {
                orders();
            }
        });
    }

    /** An order is stopped by any of its jobs. */
    private void orders() {
        model.read(queue -> queue.all()
                .stream()
                .filter(job -> job.state() == Job.State.RUNNING)
                .collect(Collectors.toMap(Job::run, job -> job, (one, other) -> one))
                .values(), running -> running.forEach(job -> model.ask(queue -> queue.stop(job))));
    }
}
