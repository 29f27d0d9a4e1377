package org.filmwright.production;

import org.filmwright.review.Flaw;
import java.util.List;
import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.Failure;
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
     * Copies pictures from outside into the project as takes of a shot, as one step: undo puts them into the trash. The
     * same picture again is the same take. What cannot be read keeps the others from nothing; it fails where it is alone.
     */
    Outcome<Brought> bring(ShotId shot, List<Path> pictures);

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

    /** How well the takes of a shot match its prompt; those that are missing are compared first. Reads rows. */
    default Matching matches(ShotId shot) {
        return Matching.NONE;
    }

    /** Gives a shot a prompt of a person's own, or with nothing lets the plan word it again; undo takes it back. */
    Outcome<Change> word(ShotId shot, Optional<Wording> wording);

    /** Proposes no words any more for just these flaws of a shot's takes; undo lets them be proposed again. */
    Outcome<Change> decline(ShotId shot, List<Flaw> flaws);

    /** How a take came about, as its file and the jobs tell it. Reads a file. */
    Making making(TakeId take);

    /** What emptying the trash would delete now. Reads files. */
    Emptying emptying();

    /** Deletes it for good; no undo brings it back, and what was only about such takes leaves the history. */
    Outcome<Freed> empty(Emptying seen);

    /** Why no take can be enlarged here; nothing where it can. */
    Optional<Failure> enlarging();

    /** Starts the durable job that makes the same picture with more pixels, as a take of its own. */
    Outcome<RunId> enlarge(TakeId take);

    /** Starts the durable job that draws more takes of shots; those that are there stay. */
    Outcome<RunId> regenerate(Regeneration order);
}
