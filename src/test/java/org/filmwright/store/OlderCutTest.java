package org.filmwright.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ClipId;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.history.Change;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.CutEdit;
import org.filmwright.timeline.Deed;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Layers;
import org.filmwright.timeline.Level;
import org.filmwright.timeline.Marker;
import org.filmwright.timeline.Marks;
import org.filmwright.timeline.Source;
import org.filmwright.timeline.Speed;
import org.filmwright.timeline.Subtitle;
import org.filmwright.timeline.Track;
import org.filmwright.timeline.Transition;
import org.junit.jupiter.api.Test;

/** Cuts and edits as earlier versions wrote them, and as they are written now. */
class OlderCutTest {
    private static final String CLIP = """
            {"is":"Clip","shot":{"value":"s1"},"clip":{"value":"clip-1"},"media":{"digest":{"hex":\
            "62c66a7a5dd70c3146618063c344e531e6d4b59e379808443ce962b3abd63c5a"},"extension":"mp4"},"label":"1-A",\
            "frames":30,"from":12,"whole":60}""";
    private static final String CUT = """
            {"title":"Film","rate":{"numerator":24,"denominator":1},"size":{"width":64,"height":36},"items":[\
            {"is":"Title","lines":["FILM","by Ada"],"frames":48},%s,{"is":"Gap","frames":12}],"transitions":[\
            {"at":1,"inOffset":6,"outOffset":6}],"subtitles":[{"start":50,"end":70,"text":"Now."}]}""".formatted(CLIP);
    private static final String EDIT = """
            {"is":"Edited","change":{"is":"Recut","edit":{"items":{"at":1,"removed":[%s,{"is":"Gap","frames":12}],\
            "inserted":[{"is":"Gap","frames":42}]},"dissolves":{"at":0,"removed":[{"at":1,"inOffset":6,"outOffset":6}],\
            "inserted":[]},"subtitles":{"at":0,"removed":[{"start":50,"end":70,"text":"Now."}],"inserted":[]}}},\
            "joins":false,"at":"2026-01-01T12:00:00Z"}""".formatted(CLIP);

    private static Item.Clip clip(Source source) {
        return new Item.Clip(new ShotId("s1"), new ClipId("clip-1"), Samples.media("mp4", 1), "1-A", 30, source, 3);
    }

    @Test
    void anOlderCutReadsAsItWas() {
        Cut cut = Codec.read(CUT, Cut.class);
        Item.Clip clip = assertInstanceOf(Item.Clip.class, cut.items().get(1));
        assertEquals(List.of(30, 12, 60, 18), List.of(clip.frames(), clip.from(), clip.whole(), clip.tail()));
        assertEquals(new Source(12, 60), clip.source());
        assertEquals(0, clip.link());
        assertEquals(new Item.Title(List.of("FILM", "by Ada"), 48), cut.items().getFirst());
        assertEquals(Layers.NONE, cut.layers());
        assertEquals(cut, Codec.read(Codec.json(cut), Cut.class));
    }

    @Test
    void aClipOfWhichNobodyHadTrimmedAnythingIsWhole() {
        String oldest = CLIP.replace(",\"from\":12,\"whole\":60", "");
        Item.Clip clip = assertInstanceOf(Item.Clip.class, Codec.read(oldest, Item.class));
        assertEquals(new Source(0, 30), clip.source());
    }

    @Test
    void anOlderEditIsMadeAndTakenBack() {
        Fact.Edited fact = assertInstanceOf(Fact.Edited.class, Codec.read(EDIT, Fact.class));
        Change.Recut recut = assertInstanceOf(Change.Recut.class, fact.change());
        assertEquals(Deed.OTHER, recut.deed(), "edits had no names then");
        CutEdit edit = recut.edit();
        Cut before = Codec.read(CUT, Cut.class);
        Cut after = edit.applyTo(before);
        assertEquals(List.of(before.items().getFirst(), new Item.Gap(42)), after.items());
        assertEquals(before, edit.inverse().applyTo(after));
        assertEquals(fact, Codec.read(Codec.json(fact), Fact.class));
    }

    @Test
    void everythingThatLiesBesideTheStorylineIsKept() {
        Cut before = Codec.read(CUT, Cut.class);
        Item.Board board = new Item.Board(new ShotId("s2"), "1-B", "She waits.", 20, new Source(0, 40), Optional.of(
                new Item.Still(Samples.media("png", 1), CameraMove.PUSH_IN, Region.WHOLE, new Region(0.1, 0.1, 0.8,
                        0.8))),
                0);
        Track above = new Track(Track.Kind.PICTURE, "V2", List.of(new Item.Gap(4), new Item.Title(List.of("Now"), 9,
                true, 3)), List.of(new Transition(1, 2, 2)), true, true);
        Track below = new Track(Track.Kind.SOUND, "A1", List.of(new Item.Sound(Samples.media("wav", 1), "sea", 20,
                new Source(5, 90), new Level(-6.5, 3, 4), 3)), List.of(), false, false);
        Cut after = new Cut("Film", FrameRate.FILM, new FrameSize(64, 36),
                List.of(clip(new Source(40, 1, 60, new Speed(-1, 2))), board, clip(new Source(7, 0, 60, Speed.HELD))),
                List.of(), List.of(new Subtitle(1, 9, "Now.")),
                new Layers(List.of(above, below), List.of(new Marker(7, 0, Marker.Colour.CYAN, "look", Optional.of(
                        new ShotId("s1")))), new Marks(OptionalInt.of(3), OptionalInt.empty())));
        assertEquals(after, Codec.read(Codec.json(after), Cut.class));
        CutEdit edit = CutEdit.between(before, after).orElseThrow();
        assertEquals(edit, Codec.read(Codec.json(edit), CutEdit.class));
        assertEquals(after, edit.applyTo(before));
        assertEquals(before, edit.inverse().applyTo(after));
    }
}
