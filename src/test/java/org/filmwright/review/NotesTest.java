package org.filmwright.review;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.junit.jupiter.api.Test;

/** Notes go along to the takes that come after, until somebody says that they are done. */
class NotesTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static ImageTake take(String shot, int number) {
        return new ImageTake(new TakeId(shot + number), new ShotId(shot), number, new MediaRef(Digest.of("x"), "png"),
                Digest.of("brief"), new ImageTake.Origin("draft", 1), Region.WHOLE);
    }

    private static Note note(String id, ImageTake on, int minute) {
        return new Note(new NoteId(id), on.id(), on.shot(), Drawing.at(0.5, 0.25),
                List.of(new Note.Remark("six fingers", "mara", NOON.plusSeconds(60L * minute))), false);
    }

    @Test
    void anOpenNoteIsCarriedToEveryLaterTakeOfItsShot() {
        List<ImageTake> takes = List.of(take("a", 1), take("b", 1), take("a", 2), take("a", 3));
        Note first = note("1", takes.get(0), 2);
        Note second = note("2", takes.get(2), 1);
        Notes notes = Notes.of(List.of(second, first), takes);
        assertEquals(List.of(first), notes.of(takes.get(0).id()));
        assertEquals(List.of(), notes.carriedTo(takes.get(0).id()));
        assertEquals(List.of(), notes.carriedTo(takes.get(1).id()));
        assertEquals(List.of(first), notes.carriedTo(takes.get(2).id()));
        assertEquals(List.of(first, second), notes.carriedTo(takes.get(3).id()));
    }

    @Test
    void whatCameLaterCountsAsLaterWhateverItsNumber() {
        List<ImageTake> takes = List.of(take("a", 3), take("a", 1));
        Note open = note("1", takes.get(0), 1);
        assertEquals(List.of(open), Notes.of(List.of(open), takes).carriedTo(takes.get(1).id()));
    }

    @Test
    void aResolvedNoteStaysWhereItIs() {
        List<ImageTake> takes = List.of(take("a", 1), take("a", 2));
        Note done = note("1", takes.get(0), 1).resolved(true);
        Notes notes = Notes.of(List.of(done), takes);
        assertEquals(List.of(done), notes.of(takes.get(0).id()));
        assertEquals(List.of(), notes.carriedTo(takes.get(1).id()));
    }

    @Test
    void pointsLieInThePictureToATenThousandth() {
        assertEquals(new Drawing.Point(0.3333, 1), new Drawing.Point(1.0 / 3, 1));
        assertThrows(IllegalArgumentException.class, () -> new Drawing.Point(-0.001, 0));
        assertThrows(IllegalArgumentException.class, () -> new Drawing.Point(0, Double.NaN));
        List<Drawing.Point> line = IntStream.range(0, 3).mapToObj(i -> new Drawing.Point(i / 4.0, 0.5)).toList();
        assertThrows(IllegalArgumentException.class, () -> new Drawing.Stroke(line, 0.5, 0));
        assertThrows(IllegalArgumentException.class, () -> new Drawing.Stroke(line, 0.01, 8));
    }
}
