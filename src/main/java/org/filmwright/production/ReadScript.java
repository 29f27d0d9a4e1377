package org.filmwright.production;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.story.Planner;
import org.filmwright.story.ScriptFile;
import org.filmwright.story.prose.Prose;
import org.filmwright.story.prose.ProseReader;

/** Reads the screenplay that the project keeps, and refuses one that cannot be filmed. */
record ReadScript(Records records) implements StepHandler {
    /** What this step answers. @param minutes of the film, about, and at least one */
    record Read(int elements, int warnings, int minutes) {}

    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        return StepAnswers.of(script(order), script -> new StepResult.Succeeded(Json.of(
                new Read(script.screenplay().elements().size(), script.screenplay().warnings().size(),
                        minutes(script, order))),
                kept(order), List.of()));
    }

    private static int minutes(ScriptFile script, MakeOrder order) {
        return (int) Math.max(1, Math.round(Planner.plan(script.screenplay(), order.seed()).seconds() / 60));
    }

    Outcome<ScriptFile> script(MakeOrder order) {
        return ScriptFile.readFilmable(records.vault().file(media(order)));
    }

    /** The story that the screenplay of an order was made of, where it was. */
    Optional<Prose> prose(MakeOrder order) {
        return order.script()
                .told()
                .flatMap(told -> ScriptFile.read(file(told))
                        .then(file -> Outcome.ok(Optional.of(file)))
                        .orElse(_ -> Optional.empty()))
                .map(file -> ProseReader.read(file.screenplay().source()));
    }

    private Path file(MakeOrder.Told told) {
        return records.vault().file(prose(told));
    }

    private static MediaRef prose(MakeOrder.Told told) {
        return new MediaRef(new Digest(told.digest()), Conductor.PROSE);
    }

    /** The screenplay, and the prose that it was made of. */
    private List<MediaRef> kept(MakeOrder order) {
        return Stream.concat(Stream.of(media(order)), order.script().told().stream().map(ReadScript::prose))
                .filter(media -> Files.isRegularFile(records.vault().file(media)))
                .toList();
    }

    private static MediaRef media(MakeOrder order) {
        return new MediaRef(new Digest(order.script().digest()), Conductor.SCRIPT);
    }
}
