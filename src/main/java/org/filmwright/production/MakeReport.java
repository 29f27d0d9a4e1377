package org.filmwright.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Money;

/**
 * What the main job made; the JSON of {@code make} (cli.md).
 *
 * @param remarks what was not made as it was asked for, in sentences
 */
public record MakeReport(Path project, int scenes, int shots, int takes, int clips, Film film,
        Map<String, Integer> jobs, Costs cost, List<Stage> stages, List<String> remarks) {
    public MakeReport {
        remarks = List.copyOf(remarks);
        jobs = Map.copyOf(jobs);
        stages = List.copyOf(stages);
    }

    /** The finished film, as measured on the reopened file. */
    public record Film(String path, double seconds, int frames, int width, int height, double fps, String codec,
            String sha256) {}

    /**
     * What was charged and reserved for this job; local work is free.
     *
     * @param others the same in further currencies, which are never added up
     */
    public record Costs(String currency, double amount, List<Costs> others) {
        private static final Costs NOTHING = new Costs("USD", 0, List.of());

        public Costs {
            others = List.copyOf(others);
        }

        static Costs of(List<Money> spent) {
            List<Costs> each = spent.stream()
                    .map(money -> new Costs(money.currency().getCurrencyCode(), money.amount().doubleValue(),
                            List.of()))
                    .toList();
            return each.isEmpty()
                    ? NOTHING
                    : new Costs(each.getFirst().currency, each.getFirst().amount, each.subList(1, each.size()));
        }
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
