package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Splicer;
import org.filmwright.timeline.Spot;
import org.junit.jupiter.api.Test;

/** Pulling at items, as far as their frames go. */
class PullTest {
    private final Cut cut = new Cut("Pulled", FrameRate.FILM, FrameSize.HD, List.of(clip("a", 20, 10, 40), clip("b", 20,
            10, 40), clip("c", 20, 10, 40)), List.of(), List.of());

    private static Item.Clip clip(String name, int frames, int from, int whole) {
        return new Item.Clip(new ShotId(name), new ClipId(name), new MediaRef(Digest.of(name), "mp4"), name, frames,
                from, whole);
    }

    private static List<Integer> lengths(Outcome<Cut> cut) {
        return ((Outcome.Ok<Cut>) cut).value().items().stream().map(Item::frames).toList();
    }

    @Test
    void aTailThatIsPulledToTheRightLengthensItsItem() {
        assertEquals(List.of(20, 26, 20), lengths(new Pull(Pull.Kind.TRIM_TAIL, 1).of(cut, 6)));
    }

    @Test
    void aHeadThatIsPulledToTheRightShortensIt() {
        assertEquals(List.of(20, 14, 20), lengths(new Pull(Pull.Kind.TRIM_HEAD, 1).of(cut, 6)));
    }

    @Test
    void aRollMovesTheCutAndASlideTheItem() {
        assertEquals(List.of(26, 14, 20), lengths(new Pull(Pull.Kind.ROLL, 1).of(cut, 6)));
        assertEquals(List.of(26, 20, 14), lengths(new Pull(Pull.Kind.SLIDE, 1).of(cut, 6)));
    }

    @Test
    void slippedToTheRightAnItemShowsWhatCameBefore() {
        Cut slipped = ((Outcome.Ok<Cut>) new Pull(Pull.Kind.SLIP, 1).of(cut, 4)).value();
        assertEquals(6, ((Item.Clip) slipped.items().get(1)).from());
    }

    @Test
    void nothingIsPulledFurtherThanItsFramesGo() {
        assertEquals(10, new Pull(Pull.Kind.TRIM_TAIL, 1).reach(cut, 500));
        assertEquals(-19, new Pull(Pull.Kind.TRIM_TAIL, 1).reach(cut, -500));
        assertEquals(-10, new Pull(Pull.Kind.TRIM_HEAD, 1).reach(cut, -500));
        assertEquals(10, new Pull(Pull.Kind.ROLL, 2).reach(cut, 500));
        assertEquals(7, new Pull(Pull.Kind.ROLL, 2).reach(cut, 7));
        assertEquals(0, new Pull(Pull.Kind.SLIDE, 0).reach(cut, 9));
    }

    private static Reel.Span span(Cut of, int item) {
        return new Reel.Span(0, item, of.items().get(item), of.start(item), of.start(item + 1));
    }

    @Test
    void whatIsHeldIsFoundAgainTrimmedOrMovedByAnotherHandAndNotWhereItIsGone() {
        Aim aim = Aim.at(span(cut, 2));
        Cut trimmed = ((Outcome.Ok<Cut>) Splicer.trimTail(cut, 2, -3)).value();
        Cut moved = ((Outcome.Ok<Cut>) Splicer.move(trimmed, 2, 0)).value();
        assertEquals(Optional.of(Spot.storyline(2)), aim.in(cut));
        assertEquals(Optional.of(Spot.storyline(2)), aim.in(trimmed));
        assertEquals(Optional.of(Spot.storyline(0)), aim.in(moved));
        assertEquals(Optional.empty(), aim.in(((Outcome.Ok<Cut>) Splicer.extract(cut, 2)).value()));
    }
}
