package org.filmwright.generate.local.pipeline;

import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.local.Painter;

/** One order with everything decided. @param notices grows while the picture is made */
record Job(Painter.Order order, FrameSize size, int steps, double guidance, List<String> notices) {
    static Job of(Painter.Order order, Habits habits) {
        List<String> notices = new ArrayList<>();
        FrameSize size = habits.fitting(order.size());
        if (!size.equals(order.size())) {
            notices.add("This model's sides are multiples of " + habits.multiple() + ": the picture is " + size + ".");
        }
        double guidance = order.guidance().orElse(habits.guidance());
        if (habits.answer() == Habits.Answer.NONE && guidance != 0) {
            notices.add("This model has no guidance: the one that was asked for had no effect.");
            guidance = 0;
        }
        Job job = new Job(order, size, order.steps().orElse(habits.steps()), guidance, notices);
        if (!order.negative().isBlank() && !(habits.answer() == Habits.Answer.TWICE && guidance > 1)) {
            notices.add("This model takes no negative prompt: it had no effect.");
        }
        return job;
    }

    long seed() {
        return order.seed() & 0xffffffffL;
    }
}
