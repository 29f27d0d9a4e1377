package org.filmwright.production;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import org.filmwright.engine.StepHandler;
import org.filmwright.review.TakeMeter;

/** Who does which step of a film. */
public final class MakeHandlers {
    private MakeHandlers() {}

    /** @param output where clips are delivered, named for people */
    public static Map<String, StepHandler> of(Records records, Generators generators, TakeMeter meter, Path output,
            InstantSource clock) {
        return Map.of(MakeSteps.READ, new ReadScript(records), MakeSteps.CONCEPT, new DevelopConcept(records),
                MakeSteps.CHARACTERS, new DevelopCharacters(records), MakeSteps.PLAN,
                new PlanShots(records, generators),
                MakeSteps.DRAW, new DrawTake(records, generators), MakeSteps.CIRCLE,
                new CircleTake(records, meter, clock), MakeSteps.CLIP, new RenderClip(records, generators),
                MakeSteps.DELIVER, new DeliverScene(records, output), MakeSteps.ASSEMBLE, new AssembleFilm(records),
                MakeSteps.EXPORT, new ExportFilm(records));
    }
}
