package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.ShotId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an editor does to a cut. Shots have letters and a hundred frames, of which 20 to 59 are seen. */
class SplicerTest {
    private static final int EDITS = 10_000;

    private static Item.Clip shot(String label) {
        MediaRef media = new MediaRef(Digest.of(label), "mp4");
        return new Item.Clip(new ShotId(label), new ClipId(label), media, label, 40, 20, 100);
    }

    private static Cut film(Item... items) {
        return new Cut("Film", FrameRate.FILM, new FrameSize(64, 36), List.of(items), List.of(), List.of());
    }

    private static Cut three() {
        return film(shot("a"), shot("b"), shot("c"));
    }

    private static Cut value(Outcome<Cut> outcome) {
        return outcome.orElse(failure -> {
            throw new AssertionError(failure.what());
        });
    }

    private static String refusal(Outcome<Cut> outcome) {
        return assertInstanceOf(Failure.Refused.class, ((Outcome.Failed<Cut>) outcome).failure()).what();
    }

    /** {@code a[20-60) gap 40 …} */
    private static String told(Cut cut) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < cut.items().size(); i++) {
            int at = i;
            cut.transitions()
                    .stream()
                    .filter(each -> each.at() == at)
                    .forEach(each -> words.add("<" + each.inOffset() + "+" + each.outOffset() + ">"));
            words.add(switch (cut.items().get(i)) {
                case Item.Clip clip -> clip.label() + "[" + clip.from() + "-" + (clip.from() + clip.frames()) + ")";
                case Item.Gap gap -> "gap " + gap.frames();
                case Item.Title title -> "title " + title.frames();
                case Item.Board board -> "board " + board.label() + " " + board.frames();
                case Item.Sound sound -> "sound " + sound.frames();
            });
        }
        return String.join(" ", words);
    }

    @Test
    void aSplitMakesTwoPartsOfOneAndTheFilmLooksAsBefore() {
        assertEquals("a[20-60) b[20-50) b[50-60) c[20-60)", told(value(Splicer.split(three(), 70))));
        assertEquals("There is a cut here already.", refusal(Splicer.split(three(), 40)));
        assertEquals("A gap cannot be split.", refusal(Splicer.split(film(shot("a"), new Item.Gap(9)), 44)));
    }

    @Test
    void liftLeavesAGapAndExtractClosesIt() {
        assertEquals("a[20-60) gap 40 c[20-60)", told(value(Splicer.lift(three(), 1))));
        assertEquals("a[20-60) c[20-60)", told(value(Splicer.extract(three(), 1))));
        assertEquals("a[20-60) gap 80", told(value(Splicer.lift(three(), 1).then(cut -> Splicer.lift(cut, 2)))));
    }

    @Test
    void insertMovesWhatIsBehindAndOverwriteDoesNot() {
        assertEquals("a[20-60) b[20-30) x[20-60) b[30-60) c[20-60)", told(value(Splicer.insert(three(), 50, shot(
                "x")))));
        assertEquals("a[20-60) b[20-30) x[20-60) c[30-60)", told(value(Splicer.overwrite(three(), 50, shot("x")))));
        assertEquals("a[20-60) x[20-60)", told(value(Splicer.overwrite(film(shot("a"), shot("b")), 40, shot("x")))));
        assertEquals("a[20-60) b[20-60) c[20-60) x[20-60)", told(value(Splicer.append(three(), shot("x")))));
    }

    @Test
    void aRippleTrimChangesOneClipAndTheLengthOfTheFilm() {
        assertEquals("a[20-60) b[25-60) c[20-60)", told(value(Splicer.trimHead(three(), 1, 5))));
        assertEquals("a[20-60) b[0-60) c[20-60)", told(value(Splicer.trimHead(three(), 1, -20))));
        assertEquals("a[20-60) b[20-100) c[20-60)", told(value(Splicer.trimTail(three(), 1, 40))));
        assertEquals("Clip b has only 20 more there.", refusal(Splicer.trimHead(three(), 1, -21)));
        assertEquals("It would be gone: it has 40 frames.", refusal(Splicer.trimTail(three(), 1, -40)));
    }

    @Test
    void rollSlipAndSlideLeaveTheFilmAsLongAsItIs() {
        assertEquals("a[20-65) b[25-60) c[20-60)", told(value(Splicer.roll(three(), 1, 5))));
        assertEquals("a[20-60) b[25-65) c[20-60)", told(value(Splicer.slip(three(), 1, 5))));
        assertEquals("a[20-65) b[20-60) c[25-60)", told(value(Splicer.slide(three(), 1, 5))));
        assertEquals("Only a clip can be slipped.", refusal(Splicer.slip(film(new Item.Gap(5)), 0, 1)));
        assertEquals("Clip b has only 40 more there.", refusal(Splicer.slip(three(), 1, 41)));
    }

    @Test
    void aClipMovesToItsNewPlaceAndDissolvesIntoNobody() {
        Cut dissolving = value(Splicer.dissolve(three(), 1, 10));
        assertEquals("a[20-60) <5+5> b[20-60) c[20-60)", told(dissolving));
        assertEquals("b[20-60) a[20-60) c[20-60)", told(value(Splicer.move(dissolving, 1, 0))));
        assertEquals("It cannot be moved further.", refusal(Splicer.move(three(), 2, 3)));
    }

    @Test
    void aDissolveLiesOverFramesThatBothClipsHave() {
        Cut end = value(Splicer.trimTail(three(), 0, 40));
        assertEquals("a[20-100) <10+0> b[20-60) c[20-60)", told(value(Splicer.dissolve(end, 1, 10))));
        Cut begin = value(Splicer.trimHead(three(), 1, -20));
        assertEquals("a[20-60) <0+10> b[0-60) c[20-60)", told(value(Splicer.dissolve(begin, 1, 10))));
        assertEquals("a[20-60) b[20-60) c[20-60)", told(value(Splicer.dissolve(three(), 1, 10)
                .then(cut -> Fades.straight(cut, Spot.storyline(1))))));
    }

    @Test
    void aDissolveGetsShorterWithTheClipItCovers() {
        Cut dissolving = value(Splicer.dissolve(three(), 1, 10));
        assertEquals("a[20-60) <5+2> b[57-60) c[20-60)", told(value(Splicer.trimHead(dissolving, 1, 37))));
        assertEquals("a[20-60) <5+0> b[59-60) c[20-60)", told(value(Splicer.trimHead(dissolving, 1, 39))));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everyFrameIsAccountedForOverTenThousandEditsAndTheWayBackLeadsToTheStart(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        Cut start = film(shot("a"), shot("b"), new Item.Gap(12), shot("c"), new Item.Title(List.of("End"), 30));
        Cut cut = start;
        List<CutEdit> made = new ArrayList<>();
        for (int i = 0; i < EDITS; i++) {
            Cut before = cut;
            Wish wish = Wish.any(random, before);
            if (wish.on(before) instanceof Outcome.Ok<Cut>(Cut after)) {
                assertEquals(before.frames() + wish.grows(before), after.frames(), wish + " of " + told(before));
                assertTrue(whole(after), wish + " of " + told(before) + " made " + told(after));
                Optional<CutEdit> edit = CutEdit.between(before, after);
                edit.ifPresent(made::add);
                assertEquals(before, edit.map(CutEdit::inverse).map(back -> back.applyTo(after)).orElse(after));
                cut = after;
            }
        }
        assertTrue(made.size() > EDITS / 4, made.size() + " edits");
        for (CutEdit edit : made.reversed()) {
            cut = edit.inverse().applyTo(cut);
        }
        assertEquals(start, cut);
    }

    /** No clip shows what it does not have, and no gap lies beside another. */
    private static boolean whole(Cut cut) {
        boolean clips = cut.items()
                .stream()
                .allMatch(item -> !(item instanceof Item.Clip clip) || clip.head() >= 0 && clip.tail() >= 0
                        && clip.whole() == 100);
        for (int i = 1; i < cut.items().size(); i++) {
            clips &= !(cut.items().get(i) instanceof Item.Gap && cut.items().get(i - 1) instanceof Item.Gap);
        }
        return clips;
    }

    private enum Verb {
        SPLIT, LIFT, EXTRACT, INSERT, OVERWRITE, MOVE, HEAD, TAIL, ROLL, SLIP, SLIDE, DISSOLVE, STRAIGHT
    }

    /** One edit that somebody may wish. */
    private record Wish(Verb verb, int item, int frame, int by) {
        static Wish any(RandomGenerator random, Cut cut) {
            Verb verb = Verb.values()[random.nextInt(Verb.values().length)];
            boolean shrinks = verb == Verb.EXTRACT && cut.items().size() < 4;
            boolean grows = (verb == Verb.INSERT || verb == Verb.SPLIT) && cut.items().size() > 30;
            return new Wish(shrinks ? Verb.INSERT : grows ? Verb.EXTRACT : verb, random.nextInt(cut.items().size()),
                    random.nextInt(cut.frames() + 1), random.nextInt(-12, 13));
        }

        Outcome<Cut> on(Cut cut) {
            return switch (verb) {
                case SPLIT -> Splicer.split(cut, frame);
                case LIFT -> Splicer.lift(cut, item);
                case EXTRACT -> Splicer.extract(cut, item);
                case INSERT -> Splicer.insert(cut, frame, shot("n"));
                case OVERWRITE -> Splicer.overwrite(cut, frame, shot("o"));
                case MOVE -> Splicer.move(cut, item, item + by / 4);
                case HEAD -> Splicer.trimHead(cut, item, by);
                case TAIL -> Splicer.trimTail(cut, item, by);
                case ROLL -> Splicer.roll(cut, item, by);
                case SLIP -> Splicer.slip(cut, item, by);
                case SLIDE -> Splicer.slide(cut, item, by);
                case DISSOLVE -> Splicer.dissolve(cut, item, Math.abs(by) + 1);
                case STRAIGHT -> Fades.straight(cut, Spot.storyline(item));
            };
        }

        /** By how many frames the film becomes longer. */
        int grows(Cut cut) {
            return switch (verb) {
                case SPLIT, LIFT, MOVE, ROLL, SLIP, SLIDE, DISSOLVE, STRAIGHT -> 0;
                case EXTRACT -> -cut.items().get(item).frames();
                case INSERT -> shot("n").frames();
                case OVERWRITE -> Math.max(0, frame + shot("o").frames() - cut.frames());
                case HEAD -> -by;
                case TAIL -> by;
            };
        }
    }
}
