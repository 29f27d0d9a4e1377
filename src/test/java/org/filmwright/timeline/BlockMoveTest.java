package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.junit.jupiter.api.Test;

/** Scenes that change places. */
class BlockMoveTest {
    private final Cut cut = new Cut("Blocks", FrameRate.FILM, FrameSize.HD, Stream.of("a", "b", "c", "d", "e")
            .map(BlockMoveTest::clip)
            .toList(), List.of(new Transition(2, 3, 3), new Transition(3, 2, 4)), List.of());

    private static Item clip(String name) {
        return new Item.Clip(new ShotId(name), new ClipId(name), new MediaRef(Digest.of(name), "mp4"), name, 24, 12,
                48);
    }

    private static String order(Cut cut) {
        return cut.items().stream().map(item -> ((Item.Clip) item).label()).collect(Collectors.joining());
    }

    private static Cut made(Outcome<Cut> outcome) {
        return ((Outcome.Ok<Cut>) outcome).value();
    }

    @Test
    void neighboursGoToTheEndTogetherAndTheirDissolveGoesAlong() {
        Cut moved = made(BlockMove.of(cut, 1, 2, 5));
        assertEquals("adebc", order(moved));
        assertEquals(List.of(new Transition(4, 3, 3)), moved.transitions());
    }

    @Test
    void theyGoForwardAsWell() {
        Cut moved = made(BlockMove.of(cut, 2, 3, 0));
        assertEquals("cdeab", order(moved));
        assertEquals(List.of(new Transition(1, 2, 4)), moved.transitions());
        assertEquals(cut.frames(), moved.frames());
    }

    @Test
    void whereTheyStandAlreadyNothingMoves() {
        assertInstanceOf(Outcome.Failed.class, BlockMove.of(cut, 1, 2, 1));
        assertInstanceOf(Outcome.Failed.class, BlockMove.of(cut, 1, 2, 2));
        assertInstanceOf(Outcome.Failed.class, BlockMove.of(cut, 1, 2, 3));
    }
}
