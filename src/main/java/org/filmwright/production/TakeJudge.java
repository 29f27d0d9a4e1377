package org.filmwright.production;

import java.util.List;
import org.filmwright.images.ImageTake;

/** Chooses among takes by what can be measured. Port over the picture meter. */
@FunctionalInterface
public interface TakeJudge {
    /** @param takes at least one; @return one of them, with the figures that decided */
    Choice best(List<ImageTake> takes);

    /** A take and why. */
    record Choice(ImageTake take, String reason) {}
}
