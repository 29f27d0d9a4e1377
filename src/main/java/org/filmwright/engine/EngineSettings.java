package org.filmwright.engine;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * How an engine works.
 *
 * @param lanes how many steps may run at once in each lane; with no lanes nothing runs, but everything can be asked and
 *        decided
 * @param staging folder for the files of running steps, on the file system of the project
 * @param random for the spread of retry times
 */
public record EngineSettings(Map<String, Integer> lanes, Path staging, InstantSource clock, RandomGenerator random) {
    public EngineSettings {
        lanes = Map.copyOf(lanes);
        if (lanes.values().stream().anyMatch(n -> n < 1)) {
            throw new IllegalArgumentException("A lane has room for at least one step: " + lanes);
        }
    }
}
