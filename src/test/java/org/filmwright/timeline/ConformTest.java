package org.filmwright.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.junit.jupiter.api.Test;

/** A cut that was edited by hand, when its shots were made anew. A clip is told as {@code a1[0-40)}: shot a, its clip 1. */
class ConformTest {
    private static final Cut MADE = film(FrameRate.FILM, clip("a1", 40), clip("b1", 40), clip("c1", 40));

    private static Item.Clip clip(String name, int frames) {
        String shot = name.substring(0, 1);
        return new Item.Clip(new ShotId(shot), new ClipId(name), new MediaRef(Digest.of(name), "mp4"), shot, frames);
    }

    private static Cut film(FrameRate rate, Item... items) {
        return new Cut("Film", rate, new FrameSize(64, 36), List.of(items), List.of(), List.of());
    }

    private static String told(Cut cut) {
        return cut.items().stream().map(item -> switch (item) {
            case Item.Clip clip -> clip.clip().value() + "[" + clip.from() + "-" + (clip.from() + clip.frames()) + ")";
            case Item.Gap gap -> "gap " + gap.frames();
            case Item.Title title -> "title";
            case Item.Board board -> "board " + board.label() + " " + board.frames();
            case Item.Sound sound -> "sound " + sound.frames();
        }).collect(Collectors.joining(" "));
    }

    private static String conformed(Cut edited, Item... now) {
        return told(new Conform(MADE, film(FrameRate.FILM, now)).of(edited).orElseThrow());
    }

    private static Cut edited(Item... items) {
        return film(FrameRate.FILM, items);
    }

    @Test
    void aNewClipTakesThePlaceAndTheTrimsOfTheOneBefore() {
        Item[] now = {clip("a1", 40), clip("b2", 60), clip("c1", 40)};
        assertEquals("c1[0-40) b2[5-25) a1[0-40)", conformed(edited(clip("c1", 40), clip("b1", 40).part(5, 20), clip(
                "a1", 40)), now));
        assertEquals("a1[0-40) b2[0-60) c1[0-40)", conformed(MADE, now), "one that was seen whole is seen whole");
    }

    @Test
    void oneThatIsShorterNowIsSeenAsFarAsItGoes() {
        Item[] now = {clip("a1", 40), clip("b2", 18), clip("c1", 40)};
        assertEquals("b2[5-18)", conformed(edited(clip("b1", 40).part(5, 20)), now));
        assertEquals("b2[17-18)", conformed(edited(clip("b1", 40).part(30, 5)), now));
    }

    @Test
    void whatLeftTheScriptLeavesTheCutAndWhatWasTakenOutByHandStaysOut() {
        assertEquals("a1[0-40) gap 9", conformed(edited(clip("a1", 40), new Item.Gap(9), clip("b1", 40)), clip("a1",
                40), clip("c1", 40)));
    }

    @Test
    void whatIsNewInTheScriptFollowsTheShotBeforeIt() {
        Item[] now = {clip("n1", 30), clip("a1", 40), clip("b1", 40), clip("m1", 30), clip("c1", 40)};
        assertEquals("n1[0-30) c1[0-40) b1[0-40) m1[0-30) a1[0-40)", conformed(edited(clip("c1", 40), clip("b1", 40),
                clip("a1", 40)), Stream.of(now).toArray(Item[]::new)));
    }

    private static Cut above(Item item, Item... storyline) {
        return edited(storyline)
                .with(new Layers(List.of(new Track(Track.Kind.PICTURE, "V2", List.of(new Item.Gap(4), item),
                        List.of(), true, false)), List.of(), Marks.NONE));
    }

    @Test
    void aNewClipOfAShotThatLiesOnlyAboveTakesItsPlaceThereAndNoneBelow() {
        Cut taken = Conform.taking(clip("b2", 60), above(clip("b1", 40), clip("a1", 40)))
                .of(above(clip("b1", 40), clip(
                        "a1", 40)))
                .orElseThrow();
        assertEquals("a1[0-40)", told(taken));
        assertEquals(clip("b2", 60).slice(0, 40), taken.tracks().getFirst().items().getLast());
    }

    @Test
    void oneThatIsTooShortForItsPlaceAboveIsNotTakenAndTold() {
        Cut edited = above(clip("b1", 40), clip("a1", 40));
        Conform conform = Conform.taking(clip("b2", 18), edited);
        assertEquals(edited, conform.of(edited).orElseThrow());
        assertEquals(List.of("Clip b on V2 is the one before: the newest is shorter than 40 frames."), conform.notes()
                .stream()
                .filter(note -> note.contains("V2"))
                .toList());
    }

    @Test
    void framesOfAnotherRateAreOtherMoments() {
        assertEquals(Optional.empty(), new Conform(MADE, film(FrameRate.parse("30"), clip("a2", 50))).of(MADE));
    }
}
