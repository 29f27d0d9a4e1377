package org.filmwright.production;

import org.filmwright.base.MediaRef;
import org.filmwright.base.Digest;
import org.filmwright.base.Outcome;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.story.ScriptFile;

/** Reads the screenplay that the project keeps, and refuses one that cannot be filmed. */
record ReadScript(Records records) implements StepHandler {
    /** What this step answers. */
    record Read(int elements, int warnings) {}

    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        return StepAnswers.of(script(order), script -> StepResult.done(Json.of(
                new Read(script.screenplay().elements().size(), script.screenplay().warnings().size())), media(order)));
    }

    Outcome<ScriptFile> script(MakeOrder order) {
        return ScriptFile.readFilmable(records.vault().file(media(order)));
    }

    private static MediaRef media(MakeOrder order) {
        return new MediaRef(new Digest(order.script().digest()), Conductor.SCRIPT);
    }
}
