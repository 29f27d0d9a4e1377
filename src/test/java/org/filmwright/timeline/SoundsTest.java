package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.junit.jupiter.api.Test;

/** Where a sound comes to lie that was brought in. */
class SoundsTest {
    private static final Recording DOOR = new Recording(new MediaRef(Digest.of("door"), "wav"), "door", 2.01);
    private final Cut empty = new Cut("film", FrameRate.FILM, new FrameSize(64, 36), List.of(new Item.Gap(480)),
            List.of(), List.of());

    private static Cut lay(Cut cut, int frame) {
        return Sounds.lay(cut, frame, DOOR).orElse(failure -> {
            throw new AssertionError(failure.what());
        });
    }

    private static List<Integer> frames(Cut cut, int track) {
        return cut.track(track).items().stream().map(Item::frames).toList();
    }

    @Test
    void theFirstSoundMakesItsTrack() {
        Cut cut = lay(empty, 24);
        assertEquals(1, cut.tracks().size());
        assertEquals("A1", cut.track(1).name());
        assertEquals(List.of(24, 49), frames(cut, 1), "the last frame is begun, so it counts");
        assertEquals(0, ((Item.Sound) cut.track(1).items().get(1)).tail());
        assertEquals(empty.items(), cut.items(), "the film stays as long as it is");
    }

    @Test
    void whereThereIsRoomTheSameTrackTakesTheNext() {
        Cut cut = lay(lay(empty, 24), 100);
        assertEquals(1, cut.tracks().size());
        assertEquals(List.of(24, 49, 27, 49), frames(cut, 1));
        assertEquals(List.of(24, 49, 27, 49), frames(lay(lay(empty, 100), 24), 1), "before one as well");
    }

    @Test
    void nothingIsCovered() {
        Cut cut = lay(lay(empty, 24), 60);
        assertEquals(List.of(24, 49), frames(cut, 1));
        assertEquals("A2", cut.track(2).name());
        assertEquals(List.of(60, 49), frames(cut, 2));
        Cut third = lay(cut, 73);
        assertEquals(List.of(24, 49, 49), frames(third, 1), "right behind the first is room on its track");
    }

    @Test
    void aLockedTrackAndOneForPicturesAreLeftAlone() {
        Cut locked = TrackEdits.locked(lay(empty, 24), 1, true).orElse(failure -> null);
        Cut cut = lay(TrackEdits.add(locked, Track.Kind.PICTURE).orElse(failure -> null), 200);
        assertEquals(List.of("A1", "V2", "A2"), cut.tracks().stream().map(Track::name).toList());
        assertEquals(List.of(200, 49), frames(cut, 3));
    }

    @Test
    void oneEditBringsItAndItsInverseTakesItWithItsTrack() {
        Cut cut = lay(empty, 24);
        CutEdit edit = CutEdit.between(empty, cut).orElseThrow();
        assertEquals(cut, edit.applyTo(empty));
        assertEquals(empty, edit.inverse().applyTo(cut));
    }
}
