package org.filmwright.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A run as it went: its event log told once more, one picture after the other. Pure. */
public final class Replay {
    private Replay() {}

    /**
     * How a run stood after an event.
     *
     * @param run state of the run, as the log spells it
     * @param steps state of every step that had been heard of, by path
     */
    public record Picture(long seq, Instant at, String type, Optional<String> path, String run,
            Map<String, String> steps) {
        public Picture {
            steps = new TreeMap<>(steps);
        }

        /** How many steps stood where. */
        public Map<String, Integer> counts() {
            Map<String, Integer> counts = new TreeMap<>();
            steps.values().forEach(state -> counts.merge(state, 1, Integer::sum));
            return counts;
        }
    }

    /** One picture for each event, in order. */
    public static List<Picture> of(List<Event> log) {
        List<Picture> pictures = new ArrayList<>();
        Map<String, String> steps = new TreeMap<>();
        String run = "";
        for (Event event : log) {
            Optional<String> path = Optional.ofNullable(event.detail().get("path"));
            int dot = event.type().indexOf('.');
            String state = event.type().substring(dot + 1);
            switch (event.type().substring(0, dot)) {
                case "step" -> path.ifPresent(step -> steps.put(step, state));
                case "run" -> run = state;
                default -> {
                    // A remark that changes no state.
                }
            }
            pictures.add(new Picture(event.seq(), event.at(), event.type(), path, run, steps));
        }
        return pictures;
    }

    /** How the run stood after event {@code seq}; nothing where it has no such event. */
    public static Optional<Picture> at(List<Event> log, long seq) {
        return seq < 1 || seq > log.size()
                ? Optional.empty()
                : Optional.of(of(log.subList(0, (int) seq)).getLast());
    }
}
