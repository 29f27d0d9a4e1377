package org.filmwright.ui.review;

import java.util.Optional;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trashed;
import org.filmwright.review.Marks;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Shot;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;

/**
 * A take on the light table.
 *
 * @param takes number of the shot's newest take
 * @param first whether it opens its shot
 * @param trashed where it lies in the trash
 */
record Frame(Shot shot, ImageTake take, int takes, Optional<Verdict> verdict, boolean first,
        Optional<Trashed> trashed) implements Tile {
    TakeId id() {
        return take.id();
    }

    Ruling ruling() {
        return verdict.map(Verdict::ruling).orElse(Ruling.NEW);
    }

    Marks marks() {
        return verdict.map(Verdict::marks).orElse(Marks.NONE);
    }

    /** {@code Shot 2-B, take 3 of 4, rejected, 2 stars}. */
    @Override
    public String spoken() {
        if (trashed.isPresent()) {
            return Words.of("spoken.trashed", "label", shot.label(), "number", take.number());
        }
        String plain = Words.of("spoken.take", "label", shot.label(), "number", take.number(), "of", takes, "state",
                ShotState.of(ruling()).words());
        return marks().stars() == 0
                ? plain
                : Words.of("spoken.rated", "take", plain, "stars", Words.count("images.stars", marks().stars()));
    }
}
