package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand edits by chance, over everything that can be done to a cut, and all the way back. */
class EveryEditTest {
    private static final int EDITS = 10_000;
    private static final int WHOLE = 100;
    private static final int MOST = 40;

    /** What can be done, as long as it is not known how much longer the film is then: {@code FREE}. */
    private enum Verb {
        SPLIT, LIFT, EXTRACT, INSERT, OVERWRITE, APPEND, MOVE, HEAD, TAIL, ROLL, SLIP, SLIDE, REPLACE, DISSOLVE, STRAIGHT, FADE_IN, FADE_OUT, TRIM, JOIN, SPEED, STRETCH, FREEZE, CARD, OVER, WORDS, MARK, MARKER_MOVES, MARKER_GOES, IN, OUT, CLEAR, RANGE_LIFT, RANGE_EXTRACT, THREE_INSERT, THREE_OVERWRITE, FIT, LINK, UNLINK, ADD_TRACK, REMOVE_TRACK, MUTE, LOCK, PUT, TRACK_MOVE, TRACK_LIFT, TRACK_EXTRACT, TRACK_SPLIT, TRACK_SLIP, LEVEL
    }

    /** Where, and how much. */
    private record Wish(Verb verb, Spot spot, int frame, int by, int track) {
        static Wish any(RandomGenerator random, Cut cut) {
            Verb verb = Verb.values()[random.nextInt(Verb.values().length)];
            boolean full = cut.items().size() > MOST || cut.tracks().stream().anyMatch(t -> t.items().size() > MOST);
            boolean empty = cut.items().size() < 4;
            Verb kept = full ? (random.nextBoolean() ? Verb.EXTRACT : Verb.TRACK_EXTRACT) : empty ? Verb.INSERT : verb;
            int track = random.nextInt(cut.tracks().size() + 1);
            int chosen = kept == Verb.TRACK_EXTRACT && full ? fullest(cut) : track;
            int items = cut.track(chosen).items().size();
            return new Wish(kept, new Spot(chosen, items == 0 ? 0 : random.nextInt(items)),
                    random.nextInt(cut.frames() + 1), random.nextInt(-12, 13),
                    random.nextInt(cut.tracks().size() + 1));
        }

        private static int fullest(Cut cut) {
            return IntStream.rangeClosed(0, cut.tracks().size())
                    .boxed()
                    .max((a, b) -> cut.track(a).items().size() - cut.track(b).items().size())
                    .orElse(0);
        }

        private int item(Cut cut) {
            return Math.min(spot.item(), cut.items().size() - 1);
        }

        Outcome<Cut> on(Cut cut) {
            if (cut.track(spot.track()).items().isEmpty()) {
                return TrackEdits.put(cut, spot.track(), frame, cut.track(spot.track()).kind() == Track.Kind.SOUND
                        ? sound()
                        : shot("n"));
            }
            return switch (verb) {
                case SPLIT -> Splicer.split(cut, frame);
                case LIFT -> Splicer.lift(cut, item(cut));
                case EXTRACT -> Splicer.extract(cut, item(cut));
                case INSERT -> Splicer.insert(cut, frame, shot("n"));
                case OVERWRITE -> Splicer.overwrite(cut, frame, shot("o"));
                case APPEND -> Splicer.append(cut, shot("p"));
                case MOVE -> Splicer.move(cut, item(cut), item(cut) + by / 4);
                case HEAD -> Splicer.trimHead(cut, item(cut), by);
                case TAIL -> Splicer.trimTail(cut, item(cut), by);
                case ROLL -> Splicer.roll(cut, item(cut), by);
                case SLIP -> Splicer.slip(cut, item(cut), by);
                case SLIDE -> Splicer.slide(cut, item(cut), by);
                case REPLACE -> Splicer.replace(cut, item(cut), shot("r"));
                case DISSOLVE -> Fades.dissolve(cut, spot, Math.abs(by) + 1);
                case STRAIGHT -> Fades.straight(cut, spot);
                case FADE_IN -> Fades.in(cut, spot, Math.abs(by) + 1);
                case FADE_OUT -> Fades.out(cut, spot, Math.abs(by) + 1);
                case TRIM -> Trims.trim(cut, spot, frame % 2 == 0 ? by : 0, frame % 2 == 0 ? 0 : by);
                case JOIN -> Trims.join(cut, spot);
                case SPEED -> Retiming.speed(cut, spot, Speed.percent(25 * by + frame % 7));
                case STRETCH -> Retiming.stretch(cut, spot, spot.in(cut).frames() + by);
                case FREEZE -> Retiming.freeze(cut, frame, 12);
                default -> beside(cut);
            };
        }

        private Outcome<Cut> beside(Cut cut) {
            return switch (verb) {
                case CARD -> Titles.card(cut, frame, List.of("Later"), 20);
                case OVER -> Titles.over(cut, frame, List.of("Later"), 20);
                case WORDS -> Titles.edit(cut, spot, List.of("Words " + by));
                case MARK -> cut.markers().size() > 20
                        ? Markers.remove(cut, 3)
                        : Markers.add(cut, new Marker(frame, Math.abs(by), Marker.Colour.RED, "m", by > 0
                                ? Markers.shotAt(cut, frame)
                                : Optional.empty()));
                case MARKER_MOVES -> Markers.move(cut, by, frame);
                case MARKER_GOES -> Markers.remove(cut, by);
                case IN -> InOut.in(cut, frame);
                case OUT -> InOut.out(cut, frame);
                case CLEAR -> InOut.clear(cut);
                case RANGE_LIFT -> InOut.lift(cut);
                case RANGE_EXTRACT -> cut.frames() > 400 ? InOut.extract(cut) : InOut.clear(cut);
                case THREE_INSERT -> InOut.insert(cut, frame, shot("i"), by > 0);
                case THREE_OVERWRITE -> InOut.overwrite(cut, frame, shot("i"), by > 0);
                case FIT -> InOut.fit(cut, shot("f"));
                case LINK -> Links.link(cut, List.of(spot, new Spot(0, item(cut))));
                case UNLINK -> Links.unlink(cut, spot);
                case ADD_TRACK -> cut.tracks().size() > 4
                        ? TrackEdits.remove(cut, track)
                        : TrackEdits.add(cut, by > 0 ? Track.Kind.PICTURE : Track.Kind.SOUND);
                case REMOVE_TRACK -> by > 8 ? TrackEdits.remove(cut, track) : TrackEdits.named(cut, track, "T" + by);
                case MUTE -> TrackEdits.on(cut, track, by > 0);
                case LOCK -> TrackEdits.locked(cut, track, by > 9);
                case PUT -> TrackEdits.put(cut, track, frame, by > 0 ? sound() : shot("q"));
                case TRACK_MOVE -> TrackEdits.move(cut, spot, track, frame);
                case TRACK_LIFT -> TrackEdits.lift(cut, spot);
                case TRACK_EXTRACT -> TrackEdits.extract(cut, spot);
                case TRACK_SPLIT -> TrackEdits.split(cut, spot.track(), frame);
                case TRACK_SLIP -> TrackEdits.slip(cut, spot, by);
                case LEVEL -> TrackEdits.level(cut, spot, new Level(by, 3, 3));
                default -> throw new IllegalStateException(verb.name());
            };
        }

        /** By how many frames the film becomes longer; nothing where that follows from what is edited. */
        Optional<Integer> grows(Cut cut) {
            if (cut.track(spot.track()).items().isEmpty()) {
                return Optional.of(0);
            }
            return switch (verb) {
                case SPLIT, LIFT, MOVE, ROLL, SLIP, SLIDE, DISSOLVE, STRAIGHT, JOIN, OVER, WORDS, MARK, MARKER_MOVES,
                        MARKER_GOES, IN, OUT, CLEAR, RANGE_LIFT, FIT, LINK, UNLINK, ADD_TRACK, REMOVE_TRACK, MUTE, LOCK,
                        TRACK_LIFT, TRACK_SPLIT, TRACK_SLIP, LEVEL -> Optional.of(0);
                case EXTRACT -> Optional.of(-cut.items().get(item(cut)).frames());
                case INSERT, APPEND -> Optional.of(shot("n").frames());
                case OVERWRITE -> Optional.of(Math.max(0, frame + shot("o").frames() - cut.frames()));
                case REPLACE -> Optional.of(shot("r").frames() - cut.items().get(item(cut)).frames());
                case HEAD -> Optional.of(-by);
                case TAIL -> Optional.of(by);
                case FREEZE -> Optional.of(12);
                case CARD -> Optional.of(20);
                case TRIM -> Optional.of(spot.track() == 0 && frame % 2 == 1
                        && spot.item() + 1 == cut.items().size() ? Math.max(0, by) : 0);
                case STRETCH, SPEED, FADE_IN, FADE_OUT, RANGE_EXTRACT, THREE_INSERT, THREE_OVERWRITE, PUT, TRACK_MOVE,
                        TRACK_EXTRACT -> Optional.empty();
            };
        }
    }

    private static MediaRef media(String label) {
        return new MediaRef(Digest.of(label), "mp4");
    }

    private static Item.Clip shot(String label) {
        return new Item.Clip(new ShotId(label), new ClipId(label), media(label), label, 40, 20, WHOLE);
    }

    private static Item.Sound sound() {
        return new Item.Sound(media("sea"), "sea", 50, new Source(10, WHOLE), Level.PLAIN, 0);
    }

    private static Cut start() {
        List<Item> items = List.of(shot("a"), shot("b"), new Item.Gap(12), shot("c"),
                new Item.Title(List.of("End"), 30),
                new Item.Board(new ShotId("d"), "d", "She waits.", 30, new Source(0, WHOLE), Optional.empty(), 0));
        Track above = new Track(Track.Kind.PICTURE, "V2", List.of(new Item.Gap(10), new Item.Title(List.of("Now"), 20,
                true, 0), new Item.Gap(7), shot("x")), List.of(new Transition(1, 0, 4)), true, false);
        Track below = new Track(Track.Kind.SOUND, "A1", List.of(sound(), new Item.Gap(3), sound()), List.of(), true,
                false);
        return new Cut("Film", FrameRate.FILM, new FrameSize(64, 36), items, List.of(new Transition(1, 3, 4)),
                List.of(),
                new Layers(List.of(above, below), List.of(new Marker(50, 0, Marker.Colour.BLUE, "b", Optional.of(
                        new ShotId("b")))), Marks.NONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theCutStaysWholeAndTheWayBackLeadsToTheStart(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Map<Verb, Integer> done = new EnumMap<>(Verb.class);
        Cut cut = start();
        List<CutEdit> made = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            Cut before = cut;
            Wish wish = Wish.any(random, before);
            if (wish.on(before) instanceof Outcome.Ok<Cut>(Cut after)) {
                String told = i + ". " + wish + " of " + before + " made " + after;
                wish.grows(before).ifPresent(by -> assertEquals(before.frames() + by, after.frames(), told));
                whole(after, told);
                untouched(wish, before, after, told);
                Optional<CutEdit> edit = CutEdit.between(before, after);
                edit.ifPresent(each -> done.merge(wish.verb, 1, Integer::sum));
                edit.ifPresent(made::add);
                assertEquals(after, edit.map(each -> each.applyTo(before)).orElse(before), told);
                assertEquals(before, edit.map(CutEdit::inverse).map(back -> back.applyTo(after)).orElse(after), told);
                cut = after;
            }
        }
        for (CutEdit edit : made.reversed()) {
            cut = edit.inverse().applyTo(cut);
        }
        assertEquals(start(), cut);
        assertEquals(Verb.values().length, done.size(), "every edit was made: " + done);
    }

    /** Every clip shows frames that it has, gaps are in one piece, and no track ends in one that nothing fades into. */
    private static void whole(Cut cut, String told) {
        for (int n = 0; n <= cut.tracks().size(); n++) {
            List<Item> items = cut.track(n).items();
            for (int i = 0; i < items.size(); i++) {
                sound(items.get(i), told);
                assertTrue(i == 0 || !(items.get(i) instanceof Item.Gap && items.get(i - 1) instanceof Item.Gap), told);
            }
            int last = items.size() - 1;
            assertTrue(n == 0 || last < 0 || !(items.get(last) instanceof Item.Gap)
                    || cut.track(n).transitions().stream().anyMatch(each -> each.at() == last), told);
        }
        assertTrue(cut.markers().stream().allMatch(marker -> marker.at() >= 0), told);
    }

    private static void sound(Item item, String told) {
        Optional<Source> source = switch (item) {
            case Item.OfShot shot -> Optional.of(shot.source());
            case Item.Sound sound -> Optional.of(sound.source());
            case Item.Gap _,Item.Title _ -> Optional.empty();
        };
        source.ifPresent(shown -> {
            assertEquals(WHOLE, shown.whole(), told);
            for (int i : List.of(0, item.frames() - 1)) {
                assertTrue(shown.at(i) >= 0 && shown.at(i) < WHOLE, told);
            }
            assertTrue(item.head() >= 0 && item.tail() >= 0, told);
        });
    }

    /** A locked track is passed by. */
    private static void untouched(Wish wish, Cut before, Cut after, String told) {
        for (int n = 1; n <= before.tracks().size(); n++) {
            boolean itself = wish.verb == Verb.LOCK || wish.verb == Verb.MUTE || wish.verb == Verb.REMOVE_TRACK
                    || wish.verb == Verb.ADD_TRACK || wish.verb == Verb.LINK || wish.verb == Verb.UNLINK;
            if (before.track(n).locked() && !itself) {
                assertEquals(before.track(n), after.track(n), told);
            }
        }
    }
}
