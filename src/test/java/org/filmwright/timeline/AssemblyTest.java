package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AssemblyTest {
    private static final List<String> CARD = List.of("The Harbour Light", "Written by", "A. Author");

    @Test
    void aFilmComesUpFromBlackShowsItsCardAndGoesDownToBlack() {
        Cut cut = film(CARD, slot(1, 96, Join.CUT), slot(2, 72, Join.CUT));
        assertInstanceOf(Item.Gap.class, cut.items().getFirst());
        assertInstanceOf(Item.Title.class, cut.items().get(1));
        assertInstanceOf(Item.Gap.class, cut.items().getLast());
        assertEquals(List.of(new Transition(1, 0, 24), new Transition(2, 0, 24), new Transition(4, 23, 0)),
                cut.transitions());
        assertEquals(96, cut.items().get(2).frames());
    }

    @Test
    void aFilmWithoutACardBeginsWithItsFirstShot() {
        Cut cut = film(List.of(), slot(1, 96, Join.DISSOLVE));
        assertEquals(3, cut.items().size());
        assertEquals(new Transition(1, 0, 24), cut.transitions().getFirst());
    }

    @Test
    void aDissolveOverlapsItsShotsSoThatBothKeepMoving() {
        Cut cut = film(List.of(), slot(1, 120, Join.CUT), slot(2, 120, Join.DISSOLVE),
                slot(3, 240, Join.LONG_DISSOLVE));
        assertEquals(96, cut.items().get(1).frames());
        assertEquals(120 - 39, cut.items().get(2).frames());
        assertTrue(cut.transitions().contains(new Transition(2, 0, 24)));
        assertTrue(cut.transitions().contains(new Transition(3, 0, 39)));
    }

    @Test
    void aShotTooShortToDissolveIsCut() {
        Cut cut = film(List.of(), slot(1, 96, Join.CUT), slot(2, 9, Join.DISSOLVE));
        assertEquals(96, cut.items().get(1).frames());
        assertTrue(cut.transitions().stream().noneMatch(transition -> transition.at() == 2));
    }

    @Test
    void anActEndsInBlack() {
        Cut cut = film(List.of(), slot(1, 96, Join.CUT), slot(2, 96, Join.FADE));
        assertInstanceOf(Item.Gap.class, cut.items().get(2));
        assertTrue(cut.transitions().contains(new Transition(2, 24, 0)));
        assertTrue(cut.transitions().contains(new Transition(3, 0, 24)));
    }

    @Test
    void subtitlesFollowTheirShots() {
        List<SpokenLine> lines = List.of(new SpokenLine(new ShotId("s2"), "MARA", "Leave the light on.", 0.5, 2));
        Cut cut = new Assembly("Film", FrameRate.FILM, FrameSize.HD, CARD,
                List.of(slot(1, 96, Join.CUT), slot(2, 96, Join.CUT)), lines).cut();
        Subtitle subtitle = cut.subtitles().getFirst();
        assertEquals(cut.start(3) + 12, subtitle.start());
        assertEquals(cut.start(3) + 48, subtitle.end());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void anyShotsMakeAValidCutWithoutLosingOne(long seed) {
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int round = 0; round < 200; round++) {
            List<Slot> slots = new ArrayList<>();
            List<SpokenLine> lines = new ArrayList<>();
            for (int i = 0; i < random.nextInt(0, 12); i++) {
                Slot slot = slot(i, random.nextInt(1, 150), Join.values()[random.nextInt(4)]);
                slots.add(slot);
                lines.addAll(spoken(slot.item().shot(), slot.item().frames() / 24.0, random));
            }
            Cut cut = new Assembly("Film", FrameRate.FILM, FrameSize.HD, random.nextBoolean() ? CARD : List.of(), slots,
                    lines).cut();
            checkWhole(cut, slots);
        }
    }

    /** The records themselves refuse overlaps; this checks what they cannot see. */
    private static void checkWhole(Cut cut, List<Slot> slots) {
        List<Item.Clip> clips = cut.items()
                .stream()
                .filter(Item.Clip.class::isInstance)
                .map(Item.Clip.class::cast)
                .toList();
        assertEquals(slots.stream().map(slot -> ((Item.Clip) slot.item()).clip()).toList(),
                clips.stream().map(Item.Clip::clip).toList());
        assertEquals(cut.frames(), cut.start(cut.items().size()));
        for (Transition transition : cut.transitions()) {
            if (cut.items().get(transition.at() - 1) instanceof Item.Clip clip && transition.outOffset() > 0) {
                int media = slots.get(clips.indexOf(clip)).item().frames();
                assertEquals(media, clip.frames() + transition.outOffset(),
                        "the outgoing shot runs through its dissolve");
            }
        }
    }

    /** Lines that share the length of a shot. */
    private static List<SpokenLine> spoken(ShotId shot, double seconds, RandomGenerator random) {
        int lines = random.nextInt(0, 4);
        List<SpokenLine> spoken = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            spoken.add(new SpokenLine(shot, random.nextBoolean() ? "MARA" : "TOM", "word, and more "
                    .repeat(random.nextInt(1, 20)), seconds * i / lines, seconds * (i + 1) / lines));
        }
        return spoken;
    }

    private static Cut film(List<String> card, Slot... slots) {
        return new Assembly("Film", FrameRate.FILM, FrameSize.HD, card, List.of(slots), List.of()).cut();
    }

    private static Slot slot(int number, int frames, Join join) {
        return new Slot(new ShotId("s" + number), new ClipId("c" + number),
                new MediaRef(Digest.of("clip " + number), "mp4"), number + "-A", frames, join);
    }
}
