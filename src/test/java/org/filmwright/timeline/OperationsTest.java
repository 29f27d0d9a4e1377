package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.junit.jupiter.api.Test;

/**
 * What an editor does beside cutting. Shots have letters and a hundred frames, of which 20 to 59 are seen; tracks are told as
 * {@code a[20-60) gap 5 'Now' 20}.
 */
class OperationsTest {
    private static Item.Clip shot(String label) {
        return new Item.Clip(new ShotId(label), new ClipId(label), new MediaRef(Digest.of(label), "mp4"), label, 40, 20,
                100);
    }

    private static Item.Title title(int frames) {
        return new Item.Title(List.of("Now"), frames, true, 0);
    }

    private static Item.Sound sea(int frames) {
        return new Item.Sound(new MediaRef(Digest.of("sea"), "wav"), "sea", frames, new Source(0, 500), Level.PLAIN, 0);
    }

    private static Cut film(Item... items) {
        return new Cut("Film", FrameRate.FILM, new FrameSize(64, 36), List.of(items), List.of(), List.of());
    }

    private static Cut three() {
        return film(shot("a"), shot("b"), shot("c"));
    }

    private static Cut over(Cut cut, Item... items) {
        Track.Kind kind = Stream.of(items).anyMatch(Item.Sound.class::isInstance)
                ? Track.Kind.SOUND
                : Track.Kind.PICTURE;
        List<Track> tracks = new ArrayList<>(cut.tracks());
        tracks.add(new Track(kind, kind + "", List.of(items), List.of(), true, false));
        return cut.with(cut.layers().with(tracks));
    }

    private static Cut marked(Cut cut, Marks marks) {
        return cut.with(cut.layers().between(marks));
    }

    private static Marks marks(int in, int out) {
        return new Marks(OptionalInt.of(in), OptionalInt.of(out));
    }

    private static Cut value(Outcome<Cut> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure.what());
        });
    }

    private static String refusal(Outcome<?> outcome) {
        return assertInstanceOf(Failure.Refused.class, assertInstanceOf(Outcome.Failed.class, outcome).failure())
                .what();
    }

    private static String told(Outcome<Cut> cut, int track) {
        return value(cut).track(track).items().stream().map(OperationsTest::told).collect(Collectors.joining(" "));
    }

    private static String told(Item item) {
        return switch (item) {
            case Item.OfShot of -> of.label() + "[" + of.from() + "-" + (of.source().at(of.frames() - 1) + 1) + ")"
                    + (of.source().speed().equals(Speed.NORMAL) ? "" : "x" + of.frames());
            case Item.Gap gap -> "gap " + gap.frames();
            case Item.Title title -> "'" + title.lines().getFirst() + "' " + title.frames();
            case Item.Sound sound -> "sea " + sound.frames();
        };
    }

    @Test
    void whatLiesOverAShotGoesWhereTheShotGoes() {
        Cut cut = over(three(), new Item.Gap(50), title(20));
        assertEquals("gap 60 'Now' 20", told(Splicer.trimTail(cut, 0, 10), 1));
        assertEquals("gap 45 'Now' 20", told(Splicer.trimHead(cut, 0, 5), 1));
        assertEquals("gap 90 'Now' 20", told(Splicer.insert(cut, 0, shot("x")), 1));
        assertEquals("gap 10 'Now' 20", told(Splicer.move(cut, 1, 0), 1));
        assertEquals("gap 10 'Now' 20", told(Splicer.extract(cut, 0), 1));
        assertEquals("", told(Splicer.extract(cut, 1), 1), "what lies wholly over it goes with it");
        assertEquals("gap 50 'Now' 20", told(Splicer.lift(cut, 1), 1));
        assertEquals("gap 50 'Now' 20", told(TrackEdits.locked(cut, 1, true).then(c -> Splicer.extract(c, 0)), 1));
    }

    @Test
    void musicThatGoesOnStaysAndNothingBecomesShorter() {
        Cut cut = over(three(), sea(100), sea(10));
        assertEquals("sea 100 sea 10", told(Splicer.extract(cut, 1), 1));
        assertEquals("sea 100 sea 10", told(Splicer.extract(cut, 0), 1));
    }

    @Test
    void aMarkerOfAShotGoesWithItAndOneOfTheFilmStaysWhereClipsChangePlaces() {
        Cut cut = value(Markers.add(three(), new Marker(45, 0, Marker.Colour.RED, "shot", Markers.shotAt(three(), 45)))
                .then(c -> Markers.add(c, new Marker(46, 2, Marker.Colour.BLUE, "film", Optional.empty()))));
        Cut moved = value(Splicer.move(cut, 1, 0));
        assertEquals(List.of(5, 46), moved.markers().stream().map(Marker::at).toList());
        assertEquals(List.of(85, 86), value(Splicer.insert(cut, 0, shot("x"))).markers()
                .stream()
                .map(Marker::at)
                .toList());
        assertEquals(List.of("film"), value(Markers.remove(cut, 0)).markers().stream().map(Marker::text).toList());
        assertEquals("The film is over there.", refusal(Markers.move(cut, 0, 120)));
        assertEquals(Optional.of(new ShotId("a")), value(Markers.move(cut, 0, 3)).markers().getFirst().shot());
    }

    @Test
    void aClipRunsAtAnotherSpeedAndShowsTheSameFrames() {
        assertEquals("a[20-60) b[20-59)x20 c[20-60)", told(Retiming.speed(three(), Spot.storyline(1), Speed.percent(
                200)), 0));
        assertEquals("a[20-60) b[20-60)x80 c[20-60)", told(Retiming.speed(three(), Spot.storyline(1), Speed.percent(
                50)), 0));
        Cut back = value(Retiming.speed(three(), Spot.storyline(1), Speed.percent(-100)));
        Source source = ((Item.OfShot) back.items().get(1)).source();
        assertEquals(List.of(59, 20), List.of(source.at(0), source.at(39)));
        Cut there = value(Retiming.speed(back, Spot.storyline(1), Speed.NORMAL));
        assertEquals(three(), there);
        assertEquals("a[20-60) b[20-60)x50 c[20-60)", told(Retiming.stretch(three(), Spot.storyline(1), 50), 0));
        assertEquals("A clip runs at 5 to 2000 percent of its speed.", refusal(Retiming.speed(three(), Spot.storyline(
                0), Speed.percent(2))));
        assertEquals("Only a clip or a sound has a speed.", refusal(Retiming.stretch(film(title(9)), Spot.storyline(0),
                3)));
    }

    @Test
    void aSlowClipThatIsSplitShowsWhatItShowed() {
        Cut slow = value(Retiming.speed(three(), Spot.storyline(1), new Speed(3, 7)));
        Cut split = value(Splicer.split(slow, 40 + 31));
        Item.OfShot whole = (Item.OfShot) slow.items().get(1);
        Item.OfShot second = (Item.OfShot) split.items().get(2);
        for (int i = 0; i < second.frames(); i++) {
            assertEquals(whole.source().at(31 + i), second.source().at(i));
        }
        assertEquals(slow, value(Trims.join(split, Spot.storyline(2))));
    }

    @Test
    void aFrameIsHeldAndThenTheFilmGoesOn() {
        assertEquals("a[20-60) b[20-30) b[30-31)x24 b[30-60) c[20-60)", told(Retiming.freeze(three(), 50, 24), 0));
        assertEquals("Only a clip can be held.", refusal(Retiming.freeze(film(title(9)), 3, 24)));
    }

    @Test
    void aRegularTrimLeavesAGapOrEatsOne() {
        assertEquals("a[20-60) gap 5 b[25-60) c[20-60)", told(Trims.trim(three(), Spot.storyline(1), 5, 0), 0));
        assertEquals("a[20-60) b[20-55) gap 5 c[20-60)", told(Trims.trim(three(), Spot.storyline(1), 0, -5), 0));
        Cut gap = film(shot("a"), new Item.Gap(8), shot("b"));
        assertEquals("a[20-60) gap 3 b[15-60)", told(Trims.trim(gap, Spot.storyline(2), -5, 0), 0));
        assertEquals("a[20-68) b[20-60)", told(Trims.trim(gap, Spot.storyline(0), 0, 8), 0));
        assertEquals("There is no gap of that length before it.", refusal(Trims.trim(gap, Spot.storyline(2), -9, 0)));
    }

    @Test
    void fadesComeOutOfBlackAndGoIntoIt() {
        Cut in = value(Fades.in(three(), Spot.storyline(0), 10));
        assertEquals("gap 12 a[20-60) b[20-60) c[20-60)", told(Outcome.ok(in), 0));
        assertEquals(List.of(new Transition(1, 0, 10)), in.transitions());
        Cut both = value(Fades.out(in, Spot.storyline(3), 8));
        assertEquals(List.of(new Transition(1, 0, 10), new Transition(4, 8, 0)), both.transitions());
        Cut titled = over(three(), new Item.Gap(5), title(20));
        Cut faded = value(Fades.in(titled, new Spot(1, 1), 4).then(cut -> Fades.out(cut, new Spot(1, 1), 4)));
        assertEquals(List.of(new Transition(1, 0, 4), new Transition(2, 4, 0)), faded.track(1).transitions());
        assertEquals(faded.track(1).transitions(), value(Splicer.insert(faded, 0, shot("x"))).track(1).transitions());
    }

    @Test
    void threePointsGiveTheFourth() {
        Cut cut = marked(three(), marks(30, 50));
        assertEquals("a[20-50) x[20-40) b[30-60) c[20-60)", told(InOut.overwrite(cut, 0, shot("x"), false), 0));
        assertEquals("a[20-50) x[20-60) b[50-60) c[20-60)", told(InOut.overwrite(cut, 0, shot("x"), true), 0));
        Cut out = marked(three(), new Marks(OptionalInt.empty(), OptionalInt.of(100)));
        assertEquals("a[20-60) b[20-40) x[20-60) c[40-60)", told(InOut.overwrite(out, 0, shot("x"), false), 0));
        Cut in = marked(three(), new Marks(OptionalInt.of(40), OptionalInt.empty()));
        assertEquals("a[20-60) x[20-60) b[20-60) c[20-60)", told(InOut.insert(in, 0, shot("x"), false), 0));
        assertEquals("a[20-50) x[20-59)x20 b[30-60) c[20-60)", told(InOut.fit(cut, shot("x")), 0));
        assertEquals("Clip x has only 40 more there.", refusal(InOut.insert(marked(three(), marks(0, 110)), 0, shot(
                "x"), false)));
    }

    @Test
    void whatLiesBetweenInAndOutIsTakenOutOnEveryTrack() {
        Cut cut = marked(over(over(three(), new Item.Gap(10), title(30)), sea(110)), marks(20, 60));
        assertEquals("a[20-40) gap 40 b[40-60) c[20-60)", told(InOut.lift(cut), 0));
        assertEquals("gap 10 'Now' 10", told(InOut.lift(cut), 1));
        assertEquals("sea 20 gap 40 sea 50", told(InOut.lift(cut), 2));
        assertEquals("a[20-40) b[40-60) c[20-60)", told(InOut.extract(cut), 0));
        assertEquals("sea 20 sea 50", told(InOut.extract(cut), 2));
        assertEquals("Nothing is marked.", refusal(InOut.lift(three())));
    }

    @Test
    void titlesLieOverThePictureWhereThereIsRoom() {
        Cut one = value(Titles.over(three(), 10, List.of(" Later ", ""), 20));
        assertEquals("gap 10 'Later' 20", told(Outcome.ok(one), 1));
        Cut two = value(Titles.over(one, 20, List.of("There"), 20));
        assertEquals("gap 20 'There' 20", told(Outcome.ok(two), 2));
        assertEquals("gap 10 'Later' 20 gap 5 'End' 9", told(Titles.over(two, 35, List.of("End"), 9), 1));
        assertEquals("gap 10 'Now' 20", told(Titles.edit(one, new Spot(1, 1), List.of("Now")), 1));
        assertEquals("A title has words.", refusal(Titles.card(three(), 0, List.of("  "), 20)));
        assertEquals("a[20-60) 'End' 20 b[20-60) c[20-60)", told(Titles.card(three(), 40, List.of("End"), 20), 0));
    }

    @Test
    void whatIsLinkedMovesGoesAndIsSplitTogether() {
        Cut cut = over(over(three(), new Item.Gap(50), title(20)), new Item.Gap(45), sea(30));
        Cut linked = value(Links.link(cut, List.of(new Spot(1, 1), new Spot(2, 1))));
        assertEquals("gap 60 'Now' 20", told(TrackEdits.move(linked, new Spot(2, 1), 2, 55), 1));
        assertEquals("gap 45 sea 30", told(TrackEdits.move(cut, new Spot(1, 1), 1, 60), 2));
        Cut withShot = value(Links.link(linked, List.of(new Spot(1, 1), Spot.storyline(1))));
        assertEquals("It is linked to a clip of the storyline and moves with it.", refusal(TrackEdits.move(withShot,
                new Spot(2, 1), 2, 55)));
        assertEquals("", told(Splicer.lift(withShot, 1), 2));
        Cut split = value(Splicer.split(withShot, 60));
        assertEquals("gap 45 sea 15 sea 15", told(Outcome.ok(split), 2));
        assertEquals(3, Links.linked(split, Spot.storyline(2)).size());
        assertEquals(1, Links.linked(value(Links.unlink(split, Spot.storyline(2))), new Spot(2, 2)).size());
        assertEquals("Clips of the storyline follow each other and are not linked.", refusal(Links.link(cut, List.of(
                Spot.storyline(0), Spot.storyline(1)))));
    }

    @Test
    void aPictureGoesToAnotherTrackAndASoundDoesNot() {
        Cut cut = over(value(TrackEdits.add(three(), Track.Kind.PICTURE)), sea(20));
        assertEquals("gap 40 b[20-60)", told(TrackEdits.move(cut, Spot.storyline(1), 1, 40), 1));
        assertEquals("a[20-60) gap 40 c[20-60)", told(TrackEdits.move(cut, Spot.storyline(1), 1, 40), 0));
        assertEquals("Sounds lie on tracks for sound, pictures on those for pictures.", refusal(TrackEdits.move(cut,
                new Spot(2, 0), 1, 0)));
        assertEquals("Track SOUND is locked.", refusal(TrackEdits.locked(cut, 2, true)
                .then(locked -> TrackEdits.lift(locked, new Spot(2, 0)))));
        assertEquals(List.of("V2", "SOUND", "V3", "A2"), value(TrackEdits.add(cut, Track.Kind.PICTURE)
                .then(more -> TrackEdits.add(more, Track.Kind.SOUND))).tracks().stream().map(Track::name).toList());
    }

    /** A regression of OpenTimelineIO: the wrong clip went. */
    @Test
    void anOverwriteThatCoversTheFirstPartlyAndTheLastWhollyLeavesTheFirst() {
        assertEquals("a[20-50) x[20-60) c[20-60)", told(Splicer.overwrite(film(shot("a"),
                shot("b").part(20, 30), shot("c")), 30, shot("x")), 0));
        assertEquals("a[20-50) x[20-60)", told(Splicer.overwrite(film(shot("a"), shot("b").part(20, 30)), 30, shot(
                "x")), 0));
    }

    @Test
    void aHandIsDrawnToWhatIsNear() {
        Cut cut = marked(over(three(), new Item.Gap(47), title(20)), marks(7, 99));
        Snapping lines = Snapping.of(cut, 31, IntStream.of(0, 40, 80, 120));
        assertEquals(Set.of(0, 7, 31, 40, 80, 99, 120), lines.lines(), "in and out, the playhead, the edges given");
        assertEquals(OptionalInt.of(40), lines.near(42.4, 3));
        assertEquals(OptionalInt.of(40), lines.near(37.6, 3));
        assertEquals(OptionalInt.empty(), lines.near(43, 2));
        assertEquals(OptionalInt.of(120), lines.near(130, Double.MAX_VALUE));
        assertEquals(OptionalInt.of(55), Snapping.of(Markers.add(cut, new Marker(55, 0, Marker.Colour.RED, "", Optional
                .empty())).orElse(_ -> cut), 31, IntStream.empty()).near(54, 1));
    }

    @Test
    void clipsFollowAScriptWhoseScenesWereMovedAndKeepTheirTrims() {
        Cut edited = over(film(shot("a"), shot("b").part(30, 7), shot("b").part(50, 9), shot("c"), shot("d")),
                new Item.Gap(
                        42),
                title(4));
        List<ShotId> order = Stream.of("d", "a", "c", "b").map(ShotId::new).toList();
        Set<ShotId> moved = ScriptOrder.moved(Stream.of("a", "b", "c", "d").map(ShotId::new).toList(), order);
        Cut after = ScriptOrder.following(edited, moved, order);
        assertEquals("d[20-60) a[20-60) c[20-60) b[30-37) b[50-59)", told(Outcome.ok(after), 0));
        assertEquals("gap 122 'Now' 4", told(Outcome.ok(after), 1));
    }

    @Test
    void aNudgedTitleKeepsItsFades() {
        Cut film = over(three(), new Item.Gap(30), title(40), new Item.Gap(20));
        Cut faded = value(Fades.out(value(Fades.in(film, new Spot(1, 1), 8)), new Spot(1, 1), 8));
        Cut nudged = value(TrackEdits.move(faded, new Spot(1, 1), 1, 33));
        assertEquals(faded.track(1).transitions(), nudged.track(1).transitions());
        assertEquals(33, nudged.track(1).start(1));
        assertEquals(faded, value(TrackEdits.move(nudged, new Spot(1, 1), 1, 30)));
    }

    @Test
    void theCutBetweenTwoOfATrackRollsAndNothingElseMoves() {
        Cut film = over(three(), new Item.Gap(10), shot("x"), shot("y"), new Item.Gap(5), title(20));
        assertEquals("gap 10 x[20-67) y[27-60) gap 5 'Now' 20", told(Trims.roll(film, new Spot(1, 2), 7), 1));
        assertEquals("There is no cut here between two clips.", refusal(Trims.roll(film, new Spot(1, 1), 7)));
    }

    @Test
    void aSceneThatMovesKeepsItsDissolvesAndGapsAndLeavesThoseAtItsEnds() {
        Cut film = film(new Item.Gap(12), shot("a"), shot("b"), new Item.Gap(6), shot("c"), shot("d"),
                new Item.Gap(12));
        for (int at : new int[]{1, 2, 5, 6}) {
            film = value(at == 6 || at == 1
                    ? at == 1 ? Fades.in(film, Spot.storyline(1), 8) : Fades.out(film, Spot.storyline(5), 8)
                    : Splicer.dissolve(film, at, 8));
        }
        film = value(Splicer.dissolve(value(Splicer.extract(film, 3)), 3, 8));
        assertEquals("gap 12|a ~ b ~ c ~ d|gap 12", joints(film));
        List<ShotId> order = Stream.of("c", "d", "a", "b").map(ShotId::new).toList();
        Cut moved = ScriptOrder.following(film, Set.of(new ShotId("c"), new ShotId("d")), order);
        assertEquals("gap 12|c ~ d a ~ b|gap 12", joints(moved));
        assertEquals(film.frames(), moved.frames());
        Cut back = ScriptOrder.following(moved, Set.of(new ShotId("a"), new ShotId("b")), Stream.of("a", "b", "c", "d")
                .map(ShotId::new)
                .toList());
        assertEquals("gap 12|a ~ b c ~ d|gap 12", joints(back), "only the dissolve between the scenes is lost");
    }

    @Test
    void whatStandsBetweenTheShotsOfASceneMovesAlong() {
        Cut film = film(shot("a"), shot("b"), new Item.Gap(6), shot("c"));
        List<ShotId> order = Stream.of("b", "c", "a").map(ShotId::new).toList();
        assertEquals("b gap 6 c a", joints(ScriptOrder.following(film, Set.of(new ShotId("b"), new ShotId("c")),
                order)));
    }

    /** {@code ~} for a dissolve, {@code |} for a fade. */
    private static String joints(Cut cut) {
        StringBuilder told = new StringBuilder();
        for (int i = 0; i < cut.items().size(); i++) {
            int at = i;
            boolean gap = i > 0
                    && (cut.items().get(i) instanceof Item.Gap || cut.items().get(i - 1) instanceof Item.Gap);
            boolean joined = cut.transitions().stream().anyMatch(each -> each.at() == at);
            told.append(i == 0 ? "" : joined ? gap ? "|" : " ~ " : " ");
            told.append(
                    cut.items().get(i) instanceof Item.OfShot of ? of.label() : "gap " + cut.items().get(i).frames());
        }
        return told.toString();
    }
}
