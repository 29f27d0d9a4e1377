package org.filmwright.production;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.filmwright.base.Outcome;
import org.filmwright.base.TakeId;
import org.filmwright.engine.RunId;
import org.filmwright.history.Change;
import org.filmwright.story.Portrait;
import org.filmwright.story.ShotOverride;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Deed;

/** Changes by hand. Each is durable when the call returns and can be taken back. Calls may be made from any thread. */
public interface Editor {
    /**
     * Changes words of the script; where there is none yet, the first words begin it.
     *
     * @param joins whether it belongs to the step before, as the next letters of a word do
     */
    Outcome<Change> write(Change.Wrote wrote, boolean joins);

    /** How a person wants a shot; an empty wish leaves it to the plan again. */
    Outcome<Change> direct(ShotOverride wish);

    /** How somebody or something of the bible is to look; no words leave it to the script again. */
    Outcome<Change> portray(Portrait portrait);

    /** Edits the cut, as it is when the change is made; what is said in the shots moves along. */
    Outcome<Change> recut(Deed deed, Function<Cut, Outcome<Cut>> edit);

    /** One that has no name. */
    default Outcome<Change> recut(Function<Cut, Outcome<Cut>> edit) {
        return recut(Deed.OTHER, edit);
    }

    /** Moves a scene in the script, and its clips in the cut, trims and all, as one change. @param to the number it gets */
    Outcome<Change> moveScene(int scene, int to);

    /**
     * Lays the film as far as it is made: of each shot its newest clip, else its circled picture under the planned move, else
     * a card with what it shows. An edited cut keeps its edits. A change that is taken back, unless it is the first cut of
     * the film, or the film has another title, size or frame rate by now.
     *
     * @return what could not be kept as it was, a sentence each
     */
    Outcome<List<String>> lay();

    /** Takes the last change back; answers what was changed by that, or nothing when there is nothing to take back. */
    Optional<Change> undo();

    /** Does again what was taken back last. */
    Optional<Change> redo();

    /** Puts takes into the trash: they count as if they were not there, and their pictures are kept for 30 days. */
    Outcome<Change> trash(List<TakeId> takes);

    /** Takes them out again, with the verdicts they had. */
    Outcome<Change> restore(List<TakeId> takes);

    /** How many changes were made since the project was opened. */
    long revision();

    /**
     * Starts the durable job that draws what a scene lacks and refreshes what is stale in it.
     *
     * @param chosen who draws and who films, where it is not who did last
     */
    Outcome<RunId> refresh(int scene, Makers chosen);
}
