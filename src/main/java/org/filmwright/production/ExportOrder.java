package org.filmwright.production;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.RunId;
import org.filmwright.engine.RunSpec;
import org.filmwright.engine.RunState;
import org.filmwright.engine.StepSpec;
import org.filmwright.timeline.Cut;

/**
 * An export that somebody asked for by hand: a run of its own, which carries the cut as it was then. The same order is
 * the same run until it is done; after that it is a new one.
 *
 * @param cut for a film; none where only a storyboard is wanted
 */
record ExportOrder(Export export, Optional<Cut> cut) {
    /** What the input of a step of such a run is. */
    record Input(ExportOrder order) {}

    static Optional<ExportOrder> in(String input) {
        return Optional.ofNullable(Json.tree(input).get("order"))
                .map(order -> Json.read(order.toString(), ExportOrder.class));
    }

    /** @param own the project's place for films, which is made when something goes there */
    static Outcome<RunId> start(Export wanted, Path own, Records records, EngineApi engine) {
        Optional<Cut> cut = wanted.film().flatMap(_ -> records.cuts().current());
        if (wanted.film().isPresent() && cut.isEmpty()) {
            return refused("There is no cut yet.", "Make the film first.");
        }
        if (wanted.board().isPresent() && records.scripts().current().isEmpty()) {
            return refused("This project has no screenplay yet, so it has no storyboard.", "Write or import one.");
        }
        if (wanted.film().isEmpty() && wanted.board().isEmpty()) {
            return refused("Neither a film nor a storyboard was asked for.", "Choose one of them.");
        }
        return ready(wanted, own).map(Outcome::<RunId>failed)
                .orElseGet(() -> engine.start(new ExportOrder(wanted, cut).next(engine)));
    }

    private static Optional<Failure> ready(Export wanted, Path own) {
        Stream<String> files = Stream.concat(wanted.film().map(Export.Film::file).stream(),
                wanted.board().map(Export.Board::file).stream());
        if (files.noneMatch(file -> own.equals(Path.of(file).getParent()))) {
            return Optional.empty();
        }
        try {
            Files.createDirectories(own);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of(new Failure.Refused("The folder " + own + " cannot be made: " + e.getMessage()
                    + ". Nothing was started.", "Choose another place."));
        }
    }

    private static Outcome<RunId> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what + " Nothing was started.", remedy));
    }

    /** The run that is not done yet. */
    private RunSpec next(EngineApi engine) {
        int times = 0;
        RunSpec spec = run(times);
        while (engine.run(spec.id()).filter(run -> run.state() == RunState.SUCCEEDED).isPresent()) {
            spec = run(++times);
        }
        return spec;
    }

    private RunSpec run(int times) {
        String input = Json.of(new Input(this));
        List<StepSpec> steps = new ArrayList<>();
        if (export.film().isPresent()) {
            steps.add(StepSpec.task(MakeSteps.EXPORT, MakeSteps.EXPORT, MakeSteps.FILM, input, List.of()));
        }
        if (export.board().isPresent()) {
            steps.add(StepSpec.task(MakeSteps.STORYBOARD, MakeSteps.STORYBOARD, MakeSteps.FILM, input, List.of()));
        }
        return new RunSpec(MakeSteps.EXPORT, "export/" + Digest.of(input).hex() + "/" + times, input, steps);
    }
}
