package org.filmwright.production;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.clips.ClipChecks;
import org.filmwright.clips.ClipTake;
import org.filmwright.images.ImageTake;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotOverride;
import org.filmwright.timeline.Cut;

/** Everything recorded in a project at one moment; what the studio draws. Immutable. */
public record Snapshot(Path folder, Optional<Scripts.Script> script, Map<ShotId, List<ImageTake>> takes,
        Map<TakeId, Verdict> verdicts, Map<ShotId, ClipTake> clips, Optional<Cut> cut, Jobs jobs, Edits edits) {
    /** A project in which nobody has changed anything by hand. */
    public Snapshot(Path folder, Optional<Scripts.Script> script, Map<ShotId, List<ImageTake>> takes,
            Map<TakeId, Verdict> verdicts, Map<ShotId, ClipTake> clips, Optional<Cut> cut, Jobs jobs) {
        this(folder, script, takes, verdicts, clips, cut, jobs, Edits.NONE);
    }

    public Snapshot {
        takes = Map.copyOf(takes);
        verdicts = Map.copyOf(verdicts);
        clips = Map.copyOf(clips);
    }

    /** The project's name: its folder without the extension. */
    public String name() {
        return folder.getFileName().toString().replaceFirst("\\.filmwright$", "");
    }

    public List<ImageTake> takesOf(ShotId shot) {
        return takes.getOrDefault(shot, List.of());
    }

    public Ruling rulingOf(TakeId take) {
        return Optional.ofNullable(verdicts.get(take)).map(Verdict::ruling).orElse(Ruling.NEW);
    }

    /**
     * Whether another one tells the same of script, takes and clips, so that at most the cut, the jobs and the history are
     * different. Told by identity: what did not change is not read again.
     */
    public boolean sameShots(Snapshot other) {
        return script.equals(other.script) && takes == other.takes && verdicts == other.verdicts && clips == other.clips
                && edits.sameShots(other.edits);
    }

    /** The picture by which one knows the film: the first approved one in the order of the script, else the first. */
    public Optional<ImageTake> poster() {
        Set<ShotId> circled = circled();
        List<Shot> shots = script.map(kept -> kept.plan().shots()).orElse(List.of());
        return shots.stream()
                .filter(shot -> circled.contains(shot.id()))
                .flatMap(shot -> takesOf(shot.id()).stream())
                .filter(take -> rulingOf(take.id()) == Ruling.APPROVED)
                .findFirst()
                .or(() -> shots.stream().flatMap(shot -> takesOf(shot.id()).stream()).findFirst());
    }

    /** The shots of which a take is approved, be it stale or not. Costs what there are verdicts, not takes. */
    public Set<ShotId> circled() {
        return verdicts.values()
                .stream()
                .filter(verdict -> verdict.ruling() == Ruling.APPROVED)
                .filter(verdict -> takesOf(verdict.shot()).stream().anyMatch(take -> take.id().equals(verdict.take())))
                .map(Verdict::shot)
                .collect(Collectors.toSet());
    }

    /** What is to be looked at in the clip of a shot; nothing once a person has passed it. */
    public List<ClipChecks.Alarm> alarmsOf(ShotId shot) {
        Optional<ClipTake> clip = Optional.ofNullable(clips.get(shot)).filter(made -> !made.alarms().isEmpty());
        return clip.filter(made -> script.flatMap(kept -> kept.override(shot))
                .flatMap(ShotOverride::passed)
                .filter(made.id()::equals)
                .isEmpty()).map(ClipTake::alarms).orElse(List.of());
    }

    /** The shots whose clips have alarms that nobody passed, in the order of the script. */
    public List<ShotId> clipsToLookAt() {
        if (clips.values().stream().allMatch(clip -> clip.alarms().isEmpty())) {
            return List.of();
        }
        return script.map(kept -> kept.plan().shots().stream().map(Shot::id).toList())
                .orElse(List.of())
                .stream()
                .filter(shot -> !alarmsOf(shot).isEmpty())
                .toList();
    }

    /** Counts of durable jobs, and the open question of a gate, if any waits. */
    public record Jobs(int waiting, int running, int failed, int done) {}
}
