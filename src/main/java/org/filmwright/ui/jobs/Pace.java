package org.filmwright.ui.jobs;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.filmwright.base.FrameSize;
import org.filmwright.production.Job;

/** What jobs of a kind usually take here: the median of the last of them that were done. */
record Pace(Map<Kind, Duration> usual) {
    private static final int LAST = 20;

    Pace {
        usual = Map.copyOf(usual);
    }

    /** Jobs that take alike. */
    record Kind(Job.Task task, String maker, Optional<FrameSize> size) {
        static Kind of(Job job) {
            return new Kind(job.work().task(), job.work().maker(), job.work().size());
        }
    }

    static Pace of(Collection<Job> jobs) {
        Map<Kind, List<Job>> done = new HashMap<>();
        jobs.stream()
                .filter(job -> job.state() == Job.State.DONE && took(job).isPresent())
                .forEach(job -> done.computeIfAbsent(Kind.of(job), _ -> new java.util.ArrayList<>()).add(job));
        Map<Kind, Duration> usual = new HashMap<>();
        done.forEach((kind, all) -> usual.put(kind, median(all)));
        return new Pace(usual);
    }

    Optional<Duration> of(Job job) {
        return Optional.ofNullable(usual.get(Kind.of(job)));
    }

    /** How long it ran, if it ran to its end. */
    static Optional<Duration> took(Job job) {
        return job.times().startedAt().flatMap(from -> job.times().endedAt().map(to -> Duration.between(from, to)));
    }

    /**
     * Until everything open is done, each lane for itself; nothing where some of it was never done here.
     *
     * @param left of a job that runs
     */
    Optional<Duration> left(Collection<Job> open, Map<Job, Duration> left, ToIntFunction<String> room) {
        Map<String, Duration> work = new HashMap<>();
        for (Job job : open) {
            Optional<Duration> takes = Optional.ofNullable(left.get(job)).or(() -> of(job));
            if (takes.isEmpty()) {
                return Optional.empty();
            }
            work.merge(job.work().lane(), takes.get(), Duration::plus);
        }
        return work.entrySet()
                .stream()
                .map(lane -> lane.getValue().dividedBy(Math.max(1, room.applyAsInt(lane.getKey()))))
                .max(Duration::compareTo);
    }

    private static Duration median(List<Job> done) {
        List<Duration> last = done.stream()
                .sorted((a, b) -> b.times().endedAt().orElseThrow().compareTo(a.times().endedAt().orElseThrow()))
                .limit(LAST)
                .map(job -> took(job).orElseThrow())
                .sorted()
                .toList();
        return last.get(last.size() / 2);
    }
}
