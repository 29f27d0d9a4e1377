package org.filmwright.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.filmwright.base.MediaRef;

/**
 * How an engine works.
 *
 * @param lanes where steps may run; with no lanes nothing runs, but everything can be asked and decided
 * @param staging folder for the files of running steps, on the file system of the project
 * @param random for the spread of retry times
 * @param published whether a media file is there: work is remembered only as long as its files are
 */
public record EngineSettings(List<LaneSpec> lanes, Path staging, InstantSource clock, RandomGenerator random,
        Predicate<MediaRef> published) {
    public EngineSettings {
        lanes = List.copyOf(lanes);
    }

    /** Lanes of this machine by their room; nothing that has files is remembered. */
    public EngineSettings(Map<String, Integer> room, Path staging, InstantSource clock, RandomGenerator random) {
        this(room.entrySet().stream().map(lane -> LaneSpec.local(lane.getKey(), lane.getValue())).toList(), staging,
                clock, random, _ -> false);
    }
}
