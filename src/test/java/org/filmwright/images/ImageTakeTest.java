package org.filmwright.images;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.junit.jupiter.api.Test;

class ImageTakeTest {
    private static ImageTake take(int number, String brief) {
        return new ImageTake(new TakeId(brief + number), new ShotId("1-A"), number,
                new MediaRef(Digest.of(brief + number), "png"), Digest.of(brief), new ImageTake.Origin("draft", 1),
                Region.WHOLE);
    }

    /** The numbers that takes of a shot get which come one after the other. */
    private static List<Integer> numbers(ImageTake... coming) {
        List<ImageTake> there = new ArrayList<>();
        Stream.of(coming).forEach(take -> there.add(take.among(there)));
        return there.stream().map(ImageTake::number).toList();
    }

    @Test
    void aTakeKeepsItsNumberWhereItIsFree() {
        assertEquals(List.of(2, 1, 3), numbers(take(2, "before"), take(1, "before"), take(3, "before")));
    }

    @Test
    void takesOfAShotThatIsAnotherNowGoOnWhereThoseOfBeforeEndInTheirOwnOrder() {
        assertEquals(List.of(1, 2, 3, 5, 4, 6), numbers(take(1, "before"), take(2, "before"), take(3, "before"), take(2,
                "now"), take(1, "now"), take(3, "now")));
    }

    @Test
    void noNumberComesTwiceWhateverWasAskedFor() {
        assertEquals(List.of(1, 2, 3, 5), numbers(take(1, "before"), take(2, "now"), take(1, "now"), take(2, "later")));
    }
}
