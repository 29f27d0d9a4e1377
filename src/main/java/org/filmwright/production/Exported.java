package org.filmwright.production;

import java.util.Optional;
import org.filmwright.engine.EngineApi;
import org.filmwright.engine.RunId;

/** What a finished export wrote; the JSON of {@code export}. */
public record Exported(Optional<MakeReport.Film> film, Optional<Board> storyboard) {
    /** @param shots that stand on it */
    public record Board(String path, int shots) {}

    /** Of a run that succeeded. */
    public static Exported by(EngineApi engine, RunId run) {
        return new Exported(
                output(engine, run, MakeSteps.EXPORT).map(json -> Json.read(json, MakeReport.Film.class)),
                output(engine, run, MakeSteps.STORYBOARD).map(json -> Json.read(json, Board.class)));
    }

    private static Optional<String> output(EngineApi engine, RunId run, String path) {
        return engine.steps(run)
                .stream()
                .filter(step -> step.path().equals(path))
                .findFirst()
                .flatMap(step -> step.ending().output());
    }
}
