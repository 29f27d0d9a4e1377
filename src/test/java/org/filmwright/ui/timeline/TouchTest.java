package org.filmwright.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.filmwright.production.Snapshot;
import org.filmwright.ui.SampleProject;
import org.junit.jupiter.api.Test;

/** What lies under the pointer, and to what it snaps. */
class TouchTest {
    private static final View VIEW = new View(2, 100);
    private final Snapshot snapshot = SampleProject.whole().snapshot();
    private final Reel reel = Laid.of(snapshot.cut().orElseThrow(), snapshot);
    private final Reel.Span third = reel.spans().get(3);

    private static Bands.Band band(Bands.Kind kind) {
        return Bands.usual().of(kind);
    }

    private Touch pictures(double x) {
        return Touch.at(reel, VIEW, band(Bands.Kind.PICTURES), x, 8);
    }

    @Test
    void anItemIsTakenAtItsEdgesAndInItsMiddle() {
        assertEquals(new Touch.OnItem(third, Touch.Part.HEAD), pictures(VIEW.x(third.start()) + 7));
        assertEquals(new Touch.OnItem(third, Touch.Part.BODY), pictures(VIEW.x(third.start()) + 9));
        assertEquals(new Touch.OnItem(third, Touch.Part.TAIL), pictures(VIEW.x(third.end()) - 7));
    }

    @Test
    void theCutItselfBelongsToTheItemBehindIt() {
        assertEquals(new Touch.OnItem(third, Touch.Part.HEAD), pictures(VIEW.x(third.start())));
        assertEquals(new Touch.OnItem(reel.spans().get(2), Touch.Part.TAIL), pictures(VIEW.x(third.start()) - 1));
    }

    @Test
    void ofAShortItemHalfIsItsMiddle() {
        View far = new View(8.0 / third.item().frames(), 0);
        double left = far.x(third.start());
        assertEquals(new Touch.OnItem(third, Touch.Part.HEAD),
                Touch.at(reel, far, band(Bands.Kind.PICTURES), left + 1.5, 8));
        assertEquals(new Touch.OnItem(third, Touch.Part.BODY),
                Touch.at(reel, far, band(Bands.Kind.PICTURES), left + 3, 8));
    }

    @Test
    void besideTheFilmThereAreOnlyMoments() {
        assertEquals(new Touch.Moment(), pictures(VIEW.x(reel.frames()) + 1));
        assertEquals(new Touch.Moment(), pictures(VIEW.x(-3)));
        assertEquals(new Touch.Moment(), Touch.at(reel, VIEW, band(Bands.Kind.RULER), VIEW.x(third.start()), 8));
    }

    @Test
    void scenesLieOverTheirShotsAndNoneOverTheTitle() {
        assertEquals(new Touch.Moment(), Touch.at(reel, VIEW, band(Bands.Kind.SCENES), VIEW.x(10), 8));
        assertEquals(new Touch.OnScene(reel.scenes().getFirst()),
                Touch.at(reel, VIEW, band(Bands.Kind.SCENES), VIEW.x(61),
                        8));
    }

    @Test
    void lanesLieBelowEachOther() {
        Bands bands = Bands.usual();
        assertEquals(Bands.Kind.RULER, bands.at(31).orElseThrow().kind());
        assertEquals(Bands.Kind.SCENES, bands.at(32).orElseThrow().kind());
        assertEquals(Bands.Kind.PICTURES, bands.at(60).orElseThrow().kind());
        assertEquals(true, bands.at(bands.height()).isEmpty());
    }

    @Test
    void theNearestCutIsOneOfBothEndsOfAnItem() {
        assertEquals(3, reel.joint(third.start() + 1));
        assertEquals(4, reel.joint(third.end() - 1));
        assertEquals(0, reel.joint(-5));
        assertEquals(reel.spans().size(), reel.joint(reel.frames() + 100));
    }
}
