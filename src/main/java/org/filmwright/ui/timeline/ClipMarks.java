package org.filmwright.ui.timeline;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.filmwright.base.ClipId;
import org.filmwright.base.ShotId;
import org.filmwright.clips.ClipChecks;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.timeline.Item;
import org.filmwright.ui.kit.Desk;

/**
 * What is to be told of clips where they lie: what of one is to be looked at and nobody passed, and that another one came
 * into the place of one, until it was seen.
 */
final class ClipMarks {
    private final Desk desk;
    private final TimelineModel model;
    private final ReadOnlyObjectWrapper<Told> told = new ReadOnlyObjectWrapper<>(new Told(Map.of(), Set.of()));
    private final Set<ClipId> known = new HashSet<>();
    private Set<ShotId> cut = Set.of();
    private Optional<Reel> compared = Optional.empty();
    private Optional<Project> of = Optional.empty();
    private boolean front;

    /** @param alarms by clip, in sentences @param updated clips that nobody has seen yet */
    record Told(Map<ClipId, List<String>> alarms, Set<ClipId> updated) {}

    /** Of one clip. */
    record Mark(List<String> alarms, boolean updated) {
        static final Mark NONE = new Mark(List.of(), false);
    }

    ClipMarks(Desk desk, TimelineModel model) {
        this.desk = desk;
        this.model = model;
        desk.shots().subscribe(this::check);
        model.reel().subscribe(this::compare);
        model.frame().subscribe(this::see);
    }

    ReadOnlyObjectProperty<Told> told() {
        return told.getReadOnlyProperty();
    }

    Mark of(Item item) {
        return item instanceof Item.Clip clip
                ? new Mark(told.get().alarms().getOrDefault(clip.clip(), List.of()), told.get()
                        .updated()
                        .contains(clip.clip()))
                : Mark.NONE;
    }

    /** What is not in front is not seen. */
    void shown(boolean inFront) {
        front = inFront;
        see();
    }

    private void check(Optional<Snapshot> open) {
        Map<ClipId, List<String>> alarms = new HashMap<>();
        open.ifPresent(now -> now.clipsToLookAt()
                .forEach(shot -> alarms.put(now.clips().get(shot).id(), now.alarmsOf(shot)
                        .stream()
                        .map(ClipChecks.Alarm::sentence)
                        .toList())));
        tell(new Told(alarms, told.get().updated()));
    }

    private void compare(Optional<Reel> reel) {
        boolean another = !desk.project().get().equals(of);
        Set<ClipId> updated = new HashSet<>(told.get().updated());
        if (another) {
            of = desk.project().get();
            known.clear();
            cut = Set.of();
            updated.clear();
        }
        boolean same = !another && reel.isPresent()
                && compared.filter(before -> before.holdsSame(reel.get().cut())).isPresent();
        compared = reel;
        if (same) {
            return;
        }
        Set<ShotId> now = new HashSet<>();
        for (Reel.Span span : reel.map(Reel::spans).orElse(List.of())) {
            if (span.item() instanceof Item.Clip clip) {
                now.add(clip.shot());
                if (known.add(clip.clip()) && cut.contains(clip.shot())) {
                    updated.add(clip.clip());
                }
            }
        }
        cut = now;
        tell(new Told(told.get().alarms(), updated));
        see();
    }

    /** The one under the playhead is on the screen. */
    private void see() {
        if (front && !told.get().updated().isEmpty()) {
            model.current()
                    .map(Reel.Span::item)
                    .filter(item -> of(item).updated())
                    .ifPresent(item -> {
                        Set<ClipId> left = new HashSet<>(told.get().updated());
                        left.remove(((Item.Clip) item).clip());
                        tell(new Told(told.get().alarms(), left));
                    });
        }
    }

    private void tell(Told now) {
        if (!now.equals(told.get())) {
            told.set(now);
        }
    }
}
