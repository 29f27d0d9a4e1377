package org.filmwright.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.junit.jupiter.api.Test;

class SegmentTest {
    private static final MediaRef CLIP = new MediaRef(Digest.of("clip"), "mp4");

    @Test
    void segmentsCoverTheFilmWithoutHolesAndNoneIsTooLong() {
        List<Passage> film = List.of(new Passage.Drawn(0, 130), new Passage.Taken(130, 190, CLIP, 12),
                new Passage.Drawn(190, 200), new Passage.Taken(200, 300, CLIP, 0));
        List<Segment> segments = Segment.of(film, 0, 300, 12, 48);
        int at = 0;
        for (Segment segment : segments) {
            assertEquals(at, segment.from());
            assertTrue(segment.frames() <= 48, segment.toString());
            at = segment.to();
        }
        assertEquals(300, at);
    }

    @Test
    void whatIsTakenOverBeginsAtAKeyFrameHoweverItIsCut() {
        List<Passage> film = List.of(new Passage.Taken(0, 200, CLIP, 24));
        for (Segment segment : Segment.of(film, 7, 200, 12, 60)) {
            for (Passage passage : segment.passages()) {
                if (passage instanceof Passage.Taken taken) {
                    assertEquals(0, taken.first() % 12, taken.toString());
                    assertEquals(24 + taken.from(), taken.first());
                }
            }
        }
    }

    @Test
    void aPartThatBeginsInAClipIsDrawnUpToItsNextKeyFrame() {
        List<Segment> segments = Segment.of(List.of(new Passage.Taken(100, 200, CLIP, 0)), 105, 190, 12, 1000);
        assertEquals(List.of(new Segment(List.of(new Passage.Drawn(105, 112), new Passage.Taken(112, 190, CLIP, 12)))),
                segments);
    }

    @Test
    void aPartThatEndsBeforeTheNextKeyFrameIsDrawn() {
        assertEquals(List.of(new Segment(List.of(new Passage.Drawn(105, 110)))),
                Segment.of(List.of(new Passage.Taken(100, 200, CLIP, 0)), 105, 110, 12, 1000));
    }

    @Test
    void aSegmentEndsWithAShotWhereThatIsNear() {
        List<Passage> film = List.of(new Passage.Drawn(0, 30), new Passage.Drawn(30, 60), new Passage.Drawn(60, 70));
        assertEquals(List.of(30, 70), Segment.of(film, 0, 70, 12, 48).stream().map(Segment::to).toList());
    }
}
