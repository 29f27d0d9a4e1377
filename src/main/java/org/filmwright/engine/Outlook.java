package org.filmwright.engine;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How long it will still take, from how long such steps have taken on this machine.
 *
 * @param remaining until nothing more can be done by itself; nothing where no step of this kind was ever done here
 * @param lanes the same for each lane that has work
 * @param unknown steps of a kind that was never done here; they are not counted
 */
public record Outlook(Optional<Duration> remaining, Map<String, Duration> lanes, int unknown, List<Running> running) {
    public Outlook {
        lanes = Map.copyOf(lanes);
        running = List.copyOf(running);
    }

    /**
     * A step that is being worked on.
     *
     * @param fraction 0..1 as its handler reports it
     * @param slow it takes clearly longer than usual
     */
    public record Running(StepId step, String path, double fraction, String note, Duration elapsed,
            Optional<Duration> remaining, boolean slow) {}
}
