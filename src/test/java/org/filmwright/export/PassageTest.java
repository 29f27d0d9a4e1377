package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Transition;
import org.junit.jupiter.api.Test;

class PassageTest {
    private static final MediaRef CLIP = new MediaRef(Digest.of("clip"), "mp4");

    @Test
    void clipsThatAreOnlyCutAreTakenOverWhole() {
        assertEquals(List.of(new Passage.Taken(0, 50, CLIP, 0), new Passage.Taken(50, 90, CLIP, 0)),
                passages(List.of(clip(50), clip(40))));
    }

    @Test
    void afterADissolveAClipIsTakenFromItsNextKeyFrame() {
        assertEquals(List.of(new Passage.Drawn(0, 24), new Passage.Taken(24, 52, CLIP, 12), new Passage.Drawn(52, 70)),
                passages(List.of(new Item.Gap(12), clip(50), new Item.Gap(8)), new Transition(1, 0, 11),
                        new Transition(2, 10, 0)));
    }

    @Test
    void aClipThatBeginsLaterIsTakenFromItsNextKeyFrame() {
        Item.Clip late = new Item.Clip(new ShotId("s"), new ClipId("c"), CLIP, "1-A", 30, 20, 60);
        assertEquals(List.of(new Passage.Drawn(0, 16), new Passage.Taken(16, 42, CLIP, 24)),
                passages(List.of(new Item.Gap(12), late)));
        assertEquals(List.of(new Passage.Drawn(0, 4)), passages(List.of(late.part(20, 4))));
    }

    @Test
    void whatDissolvesCoverAndWhatLiesBetweenIsDrawnInOnePiece() {
        assertEquals(List.of(new Passage.Drawn(0, 37)), passages(List.of(new Item.Gap(12), clip(20), new Item.Gap(5)),
                new Transition(1, 0, 9), new Transition(2, 9, 0)));
    }

    private static List<Passage> passages(List<Item> items, Transition... transitions) {
        return Passage.of(new Cut("Film", FrameRate.FILM, FrameSize.HD, items, List.of(transitions), List.of()), 12);
    }

    private static Item clip(int frames) {
        return new Item.Clip(new ShotId("s"), new ClipId("c"), CLIP, "1-A", frames);
    }
}
