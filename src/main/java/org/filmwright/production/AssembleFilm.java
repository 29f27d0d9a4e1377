package org.filmwright.production;

import java.util.List;
import org.filmwright.clips.ClipTake;
import org.filmwright.engine.StepContext;
import org.filmwright.engine.StepHandler;
import org.filmwright.engine.StepResult;
import org.filmwright.story.Scripts;
import org.filmwright.timeline.Conform;
import org.filmwright.timeline.Cut;

/** Puts the clips together and records the cut; what was edited by hand stays so, with the newest clips. */
record AssembleFilm(Records records) implements StepHandler {
    /** What this step answers. */
    record Assembled(Cut cut) {}

    /** The cut that a finished step assembled. */
    static Cut cutIn(String output) {
        return Json.read(output, Assembled.class).cut();
    }

    @Override
    public StepResult run(StepContext context) {
        MakeOrder order = Json.read(context.input(), StepOrder.class).make();
        Scripts.Script script = records.scripts().current().orElseThrow();
        List<ClipTake> clips = script.plan()
                .shots()
                .stream()
                .map(shot -> RenderClip.clipIn(context.upstream().get(MakeSteps.path(shot, MakeSteps.CLIP)), records))
                .toList();
        FilmAssembly assembly = new FilmAssembly(order.look(), script);
        Cut made = assembly.cut(clips);
        Cut cut = records.cuts()
                .edited()
                .flatMap(edited -> new Conform(records.cuts().assembled().orElseThrow(), made).of(edited))
                .map(assembly::subtitled)
                .orElse(made);
        records.cuts().save(cut, made);
        return StepResult.done(Json.of(new Assembled(cut)));
    }
}
