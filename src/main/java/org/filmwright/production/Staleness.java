package org.filmwright.production;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.clips.ClipBrief;
import org.filmwright.clips.ClipTake;
import org.filmwright.images.BriefPart;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.review.ApprovedImage;
import org.filmwright.review.Verdict;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/**
 * Compares what takes and clips answered with what the plan asks for now.
 *
 * @param wanted the brief of each shot, as far as it is known already
 */
record Staleness(Records records, ShotPlan plan, Map<ShotId, Digest> wanted, MakeOrder.Look look) {
    Staleness(Records records, ShotPlan plan, MakeOrder.Look look) {
        this(records, plan, Map.of(), look);
    }

    Map<ShotId, Stale> of(Map<ShotId, List<ImageTake>> takes, Map<TakeId, Verdict> verdicts,
            Map<ShotId, ClipTake> clips) {
        Map<ShotId, Stale> stale = new HashMap<>();
        for (Shot shot : plan.shots()) {
            List<ImageTake> drawn = takes.getOrDefault(shot.id(), List.of());
            if (!drawn.isEmpty()) {
                of(shot, drawn, verdicts, Optional.ofNullable(clips.get(shot.id())))
                        .ifPresent(why -> stale.put(shot.id(), why));
            }
        }
        return stale;
    }

    /** Of each shot the newest clip that answers the plan; where none does, the newest one. @param clips oldest first */
    Map<ShotId, ClipTake> current(List<ClipTake> clips, Map<ShotId, List<ImageTake>> takes,
            Map<TakeId, Verdict> verdicts) {
        Map<ShotId, ClipTake> current = new HashMap<>(newest(clips));
        Map<ShotId, List<ClipTake>> all = clips.stream().collect(Collectors.groupingBy(ClipTake::shot));
        for (Shot shot : plan.shots()) {
            List<ClipTake> several = all.getOrDefault(shot.id(), List.of());
            if (several.size() > 1) {
                List<ImageTake> drawn = takes.getOrDefault(shot.id(), List.of());
                several.reversed()
                        .stream()
                        .filter(clip -> answers(shot, clip, drawn, verdicts))
                        .findFirst()
                        .ifPresent(clip -> current.put(shot.id(), clip));
            }
        }
        return current;
    }

    /** Ids are added in order, so the last one counts. */
    static Map<ShotId, ClipTake> newest(List<ClipTake> clips) {
        return clips.stream().collect(Collectors.toMap(ClipTake::shot, clip -> clip, (older, newer) -> newer));
    }

    private Optional<Stale> of(Shot shot, List<ImageTake> takes, Map<TakeId, Verdict> verdicts,
            Optional<ClipTake> clip) {
        Digest asked = Optional.ofNullable(wanted.get(shot.id())).orElseGet(() -> ImageBrief.of(plan, shot).digest());
        if (takes.stream().noneMatch(take -> take.brief().equals(asked))) {
            return Optional.of(new Stale(changed(ImageBrief.of(plan, shot), takes), true));
        }
        return clip.filter(made -> answersAnother(shot, made, takes, verdicts)).map(_ -> new Stale(Set.of(), false));
    }

    private Set<BriefPart> changed(ImageBrief now, List<ImageTake> takes) {
        return takes.stream()
                .max(Comparator.comparingInt(ImageTake::number))
                .flatMap(newest -> records.takes().brief(newest.brief()))
                .map(now::changedSince)
                .orElse(Set.of());
    }

    /** A clip of a picture that is still circled, moved or timed otherwise now. */
    private boolean answersAnother(Shot shot, ClipTake clip, List<ImageTake> takes, Map<TakeId, Verdict> verdicts) {
        return briefs(shot, clip, takes, verdicts).anyMatch(brief -> !brief.digest().equals(clip.brief()));
    }

    private boolean answers(Shot shot, ClipTake clip, List<ImageTake> takes, Map<TakeId, Verdict> verdicts) {
        return briefs(shot, clip, takes, verdicts).anyMatch(brief -> brief.digest().equals(clip.brief()));
    }

    /** What its picture would be filmed by now, while it is circled. */
    private Stream<ClipBrief> briefs(Shot shot, ClipTake clip, List<ImageTake> takes, Map<TakeId, Verdict> verdicts) {
        return takes.stream()
                .filter(take -> take.id().equals(clip.image()))
                .flatMap(take -> Optional.ofNullable(verdicts.get(take.id()))
                        .flatMap(verdict -> ApprovedImage.of(take, verdict))
                        .stream())
                .map(image -> new ClipBrief(image, new Directing(shot, image, look).asBefore(Optional.of(clip)).plan(),
                        look.size(), look.rate()));
    }
}
