package org.filmwright.review;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/**
 * What people said about a place in a take. While it is open it is carried to the takes of the shot that come after.
 *
 * @param thread what was said, the first one first; never empty, its first text is so where only something was drawn
 */
public record Note(NoteId id, TakeId take, ShotId shot, Drawing drawing, List<Remark> thread, boolean resolved) {
    /** Longest text of one remark, in characters. */
    public static final int LONGEST = 4_000;
    /** Most remarks of one note. */
    public static final int MOST = 100;

    public Note {
        thread = List.copyOf(thread);
        if (thread.isEmpty()) {
            throw new IllegalArgumentException("Somebody said something");
        }
    }

    public record Remark(String text, String by, Instant at) {}

    public Note answered(Remark remark) {
        return new Note(id, take, shot, drawing, Stream.concat(thread.stream(), Stream.of(remark)).toList(), resolved);
    }

    public Note resolved(boolean done) {
        return new Note(id, take, shot, drawing, thread, done);
    }

    public String text() {
        return thread.getFirst().text();
    }

    public Instant begun() {
        return thread.getFirst().at();
    }
}
