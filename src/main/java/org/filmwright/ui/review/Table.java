package org.filmwright.ui.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Trashed;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;

/** Lays the takes of a film out in its order, as many as a filter shows, and counts them all on the way. */
final class Table {
    private final Map<ShotId, Optional<Digest>> briefs = new HashMap<>();
    private final Map<ShotId, Shot> shots = new HashMap<>();
    private Optional<ShotPlan> plan = Optional.empty();
    private List<Frame> before = List.of();

    /**
     * What there is.
     *
     * @param frames those that are shown, in film order
     * @param rulings how many takes have each ruling, shown or not, in the order of {@link Ruling}
     * @param shots how many shots there are, {@code circled} of them with an approved take
     */
    record Laid(List<Frame> frames, int[] rulings, int circled, int shots) {
        static final Laid NOTHING = new Laid(List.of(), new int[Ruling.values().length], 0, 0);

        int takes() {
            return java.util.Arrays.stream(rulings).sum();
        }

        int count(Ruling ruling) {
            return rulings[ruling.ordinal()];
        }
    }

    /** @param kept shown whatever the filter says */
    Laid lay(Snapshot open, ShotPlan film, Filter filter, Set<TakeId> kept) {
        follow(film);
        Map<ShotId, Integer> newest = newestInTrash(open);
        List<Frame> frames = new ArrayList<>();
        int[] rulings = new int[Ruling.values().length];
        int circled = 0;
        boolean everything = filter.isOff();
        for (Shot shot : film.shots()) {
            List<ImageTake> takes = open.takesOf(shot.id());
            int last = Math.max(takes.isEmpty() ? 0 : takes.getLast().number(), newest.getOrDefault(shot.id(), 0));
            boolean first = true;
            boolean approved = false;
            for (ImageTake take : takes) {
                Frame frame = frame(frames.size(), new Stand(shot, take, last, first), open.verdicts().get(take.id()));
                rulings[frame.ruling().ordinal()]++;
                approved |= frame.ruling() == Ruling.APPROVED;
                if (everything || kept.contains(take.id())
                        || filter.shows(frame) && (!filter.stale() || isStale(frame))) {
                    frames.add(frame);
                    first = false;
                }
            }
            circled += approved ? 1 : 0;
        }
        before = frames;
        return new Laid(frames, rulings, circled, film.shots().size());
    }

    private record Stand(Shot shot, ImageTake take, int takes, boolean first) {}

    /** The very frame that stood there before, if nothing of it is new: then nobody has to look at it twice. */
    private Frame frame(int at, Stand stand, Verdict verdict) {
        if (at < before.size()) {
            Frame same = before.get(at);
            if (same.take() == stand.take() && same.shot() == stand.shot() && same.takes() == stand.takes()
                    && same.first() == stand.first() && same.verdict().orElse(null) == verdict) {
                return same;
            }
        }
        return new Frame(stand.shot(), stand.take(), stand.takes(), Optional.ofNullable(verdict), stand.first(),
                Optional.empty());
    }

    /** What lies in the trash, with the same counts. */
    Laid trash(Snapshot open, ShotPlan film, Laid all) {
        Map<ShotId, List<Trashed>> trash = new HashMap<>();
        open.edits()
                .trash()
                .forEach(each -> trash.computeIfAbsent(each.take().shot(), _ -> new ArrayList<>())
                        .add(each));
        List<Frame> frames = film.shots()
                .stream()
                .filter(shot -> trash.containsKey(shot.id()))
                .flatMap(shot -> trashed(open, shot, trash.get(shot.id())))
                .toList();
        return new Laid(frames, all.rulings(), all.circled(), all.shots());
    }

    /** Whether a take no longer answers what the plan asks for. */
    boolean isStale(Frame frame) {
        return plan.map(film -> !briefs.computeIfAbsent(frame.shot().id(), id -> wanted(film, id))
                .filter(wanted -> !wanted.equals(frame.take().brief()))
                .isEmpty()).orElse(false);
    }

    /** By the plan, not by the frame: while a new plan is laid out, some frames still show the old one. */
    private Optional<Digest> wanted(ShotPlan film, ShotId id) {
        return Optional.ofNullable(shots.get(id)).map(shot -> ImageBrief.of(film, shot).digest());
    }

    /** Briefs are worked out once for each plan, and only for shots that somebody looks at. */
    private void follow(ShotPlan film) {
        if (plan.filter(before -> before == film).isEmpty()) {
            briefs.clear();
            shots.clear();
            film.shots().forEach(shot -> shots.put(shot.id(), shot));
            plan = Optional.of(film);
        }
    }

    private static Stream<Frame> trashed(Snapshot open, Shot shot, List<Trashed> trash) {
        int last = Stream.concat(open.takesOf(shot.id()).stream(), trash.stream().map(Trashed::take))
                .mapToInt(ImageTake::number)
                .max()
                .orElse(0);
        return trash.stream()
                .map(each -> new Frame(shot, each.take(), last, Optional.ofNullable(open.verdicts()
                        .get(each.take().id())), each.equals(trash.getFirst()), Optional.of(each)));
    }

    /** Takes keep their numbers when others go to the trash. */
    private static Map<ShotId, Integer> newestInTrash(Snapshot open) {
        Map<ShotId, Integer> newest = new HashMap<>();
        open.edits().trash().forEach(each -> newest.merge(each.take().shot(), each.take().number(), Math::max));
        return newest;
    }
}
