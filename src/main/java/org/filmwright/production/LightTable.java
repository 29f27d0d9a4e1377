package org.filmwright.production;

import java.nio.file.Path;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;

/** What can be done with takes beside judging them. Every answer is durable. Calls may be made from any thread. */
public interface LightTable {
    /**
     * Copies a picture from outside into the project as a take of a shot. The same picture again is the same take; undo
     * puts it into the trash.
     */
    Outcome<Imported> bring(ShotId shot, Path picture);
}
