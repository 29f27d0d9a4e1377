package org.filmwright.production;

import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.engine.RunId;
import org.filmwright.history.Change;
import org.filmwright.images.Freed;
import org.filmwright.images.Lookalikes;
import org.filmwright.review.Drawing;
import org.filmwright.review.Note;
import org.filmwright.review.NoteId;
import org.filmwright.story.Wording;

/** What can be done with takes beside judging them. Every answer is durable. Calls may be made from any thread. */
public interface LightTable {
    /**
     * Copies a picture from outside into the project as a take of a shot. The same picture again is the same take; undo
     * puts it into the trash.
     */
    Outcome<Imported> bring(ShotId shot, Path picture);

    /** Begins a note on a take: words, a place in the picture, something drawn, or all of it. */
    Outcome<Note> pin(TakeId take, Drawing drawing, String text);

    /** Adds an answer to a note. */
    Outcome<Note> answer(NoteId note, String text);

    /** Says that what a note asks for is done, or that it is open again. */
    Outcome<Note> resolve(NoteId note, boolean resolved);

    /** Takes a note away with its answers; undo brings it back. */
    Outcome<Note> erase(NoteId note);

    /** Which takes of a shot, or of the whole film, look alike. Takes time where pictures were not looked at before. */
    Lookalikes lookalikes(Optional<ShotId> shot);

    /** Gives a shot a prompt of a person's own, or with nothing lets the plan word it again; undo takes it back. */
    Outcome<Change> word(ShotId shot, Optional<Wording> wording);

    /** How a take came about, as its file and the jobs tell it. Reads a file. */
    Making making(TakeId take);

    /** What emptying the trash would delete now. Reads files. */
    Emptying emptying();

    /** Deletes it for good; no undo brings it back, and what was only about such takes leaves the history. */
    Outcome<Freed> empty(Emptying seen);

    /** Starts the durable job that draws more takes of shots; those that are there stay. */
    Outcome<RunId> regenerate(Regeneration order);
}
