package org.filmwright.production;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.filmwright.clips.Gauge;
import org.filmwright.engine.StepHandler;
import org.filmwright.review.TakeMeter;

/** Who does which step of a film. */
public final class MakeHandlers {
    /** The lane of the film itself: on a farm only whoever ordered it serves it, and knows where it is to go. */
    public static final String FILM_LANE = MakeSteps.FILM;

    private MakeHandlers() {}

    /** @param output where clips are delivered, named for people */
    public static Map<String, StepHandler> of(Records records, Generators generators, TakeMeter meter, Path output,
            InstantSource clock) {
        return of(records, generators, meter, output, clock, Optional.empty());
    }

    /** The same, where takes are compared with their prompts. */
    public static Map<String, StepHandler> of(Records records, Generators generators, TakeMeter meter, Path output,
            InstantSource clock, Optional<Likening> likening) {
        return of(records, generators, meter, output, clock, likening, Gauge.NONE);
    }

    /** The same, where clips are measured as they arrive. */
    public static Map<String, StepHandler> of(Records records, Generators generators, TakeMeter meter, Path output,
            InstantSource clock, Optional<Likening> likening, Gauge gauge) {
        return Map.ofEntries(Map.entry(MakeSteps.READ, new ReadScript(records)),
                Map.entry(MakeSteps.CONCEPT, new DevelopConcept(records)),
                Map.entry(MakeSteps.CHARACTERS, new DevelopCharacters(records)),
                Map.entry(MakeSteps.SCENES, new ListScenes(records)),
                Map.entry(MakeSteps.SCREENPLAY, new WriteScreenplay(records, clock)),
                Map.entry(MakeSteps.PLAN, new PlanShots(records, generators, clock)),
                Map.entry(MakeSteps.REFRESH, new RefreshScene(records, generators, clock)),
                Map.entry(MakeSteps.REGENERATE, new RegenerateTakes(records, generators)),
                Map.entry(MakeSteps.ENLARGE, new EnlargeTake(records, generators)),
                Map.entry(MakeSteps.DRAW, new DrawTake(records, generators)),
                Map.entry(MakeSteps.CIRCLE, new CircleTake(records, meter, likening, clock)),
                Map.entry(MakeSteps.CLIP, new RenderClip(records, generators, gauge)),
                Map.entry(MakeSteps.RECUT, new ReplaceClip(records, clock)),
                Map.entry(MakeSteps.DELIVER, new DeliverScene(records, output)),
                Map.entry(MakeSteps.ASSEMBLE, new AssembleFilm(records)),
                Map.entry(MakeSteps.EXPORT, new ExportFilm(records)),
                Map.entry(MakeSteps.STORYBOARD, new PrintStoryboard(records)));
    }

    /** Who directs the camera, where somebody writes. */
    public static Map<String, StepHandler> directing(Records records, AgentWork crew) {
        return Map.of(MakeSteps.GUIDELINES, new DirectScene(records, crew), MakeSteps.MOTION,
                new DirectShot(records, crew));
    }
}
