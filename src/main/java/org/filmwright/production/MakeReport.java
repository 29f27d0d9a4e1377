package org.filmwright.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What the main job made; the JSON of {@code make} (cli.md). */
public record MakeReport(Path project, int scenes, int shots, int takes, int clips, Film film,
        Map<String, Integer> jobs, Costs cost, List<Stage> stages) {
    public MakeReport {
        jobs = Map.copyOf(jobs);
        stages = List.copyOf(stages);
    }

    /** The finished film, as measured on the reopened file. */
    public record Film(String path, double seconds, int frames, int width, int height, double fps, String codec,
            String sha256) {}

    /** Money; everything this job does is local, and local work is free. */
    public record Costs(String currency, double amount) {
        static final Costs NOTHING = new Costs("USD", 0);
    }

    /**
     * One stage of the way.
     *
     * @param steps how many were done
     * @param seconds from the first start to the last end; stages overlap
     * @param work sum of all its steps' seconds
     */
    public record Stage(String name, int steps, double seconds, double work) {}
}
