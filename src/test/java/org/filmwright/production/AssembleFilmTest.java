package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Subtitle;
import org.filmwright.timeline.Transition;
import org.junit.jupiter.api.Test;

class AssembleFilmTest {
    @Test
    void theCutIsHandedOnToTheExportAsItIs() {
        MediaRef media = new MediaRef(Digest.of("clip".getBytes(StandardCharsets.UTF_8)), "mp4");
        List<Item> items = List.of(new Item.Title(List.of("The Ferry", "by Ada"), 48), new Item.Gap(3),
                new Item.Clip(new ShotId("s1"), new ClipId("c1"), media, "1-A", 30),
                new Item.Clip(new ShotId("s2"), new ClipId("c2"), media, "1-B", 30));
        Cut cut = new Cut("The Ferry", FrameRate.parse("23.976"), FrameSize.HD, items,
                List.of(new Transition(3, 6, 6)), List.of(new Subtitle(52, 80, "Who is there?\n- Nobody.")));
        assertEquals(cut, AssembleFilm.cutIn(Json.of(new AssembleFilm.Assembled(cut))));
    }
}
