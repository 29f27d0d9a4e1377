package org.filmwright.engine;

import java.util.ArrayList;
import java.util.List;

/** A person's hand in the order of a queue, within one transaction. */
final class QueueMoves {
    private final LedgerTx tx;

    QueueMoves(LedgerTx tx) {
        this.tx = tx;
    }

    /** Moves a waiting step within the queue of its lane; false where it does not stand in one. */
    boolean place(Step step, Dispatch.Place place) {
        List<Step> line = new ArrayList<>(tx.queue(step.lane(), Integer.MAX_VALUE));
        int from = line.stream().map(Step::id).toList().indexOf(step.id());
        if (from >= 0) {
            int to = switch (place) {
                case FRONT -> 0;
                case UP -> Math.max(0, from - 1);
                case DOWN -> Math.min(line.size() - 1, from + 1);
                case BACK -> line.size() - 1;
            };
            line.remove(from);
            line.add(to, step);
            number(line, to, to < from);
        }
        return from >= 0;
    }

    /** The step at {@code at} stands where it should; makes room for it on the side it came past. */
    private void number(List<Step> line, int at, boolean ahead) {
        int back = ahead ? 1 : -1;
        int next = at + back;
        if (next < 0 || next >= line.size()) {
            return;
        }
        long bound = line.get(next).urgency() - back;
        put(line.get(at), bound);
        for (int i = at - back; i >= 0 && i < line.size(); i -= back) {
            boolean clear = ahead ? line.get(i).urgency() < bound : line.get(i).urgency() > bound;
            if (clear) {
                return;
            }
            bound -= back;
            put(line.get(i), bound);
        }
    }

    private void put(Step step, long urgency) {
        tx.update(step, step.placed(urgency));
    }
}
