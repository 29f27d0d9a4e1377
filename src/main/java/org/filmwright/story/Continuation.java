package org.filmwright.story;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.filmwright.base.Digest;
import org.filmwright.base.ShotId;

/**
 * Gives the shots of a new plan the ids they had in the plan before, so that takes, verdicts and a person's wishes stay
 * with their shot when lines come and go around it, and when scenes change places. Pure.
 */
public final class Continuation {
    private final ShotPlan fresh;
    private final List<Shot> old;
    private final List<Scene> oldScenes;
    private final Map<ShotId, Integer> places = new HashMap<>();
    private final Set<ShotId> free = new HashSet<>();
    private final ShotId[] ids;

    private Continuation(ShotPlan before, ShotPlan fresh) {
        this.fresh = fresh;
        old = before.shots();
        oldScenes = before.scenes();
        for (int i = 0; i < old.size(); i++) {
            places.put(old.get(i).id(), i);
            free.add(old.get(i).id());
        }
        ids = new ShotId[fresh.shots().size()];
    }

    /** @param remembered the ids under which a shot of the fresh plan was known once, best first */
    public static ShotPlan of(ShotPlan before, ShotPlan fresh, Function<Shot, List<ShotId>> remembered) {
        Continuation continuation = new Continuation(before, fresh);
        continuation.match(before, (plan, shot) -> plan.sceneOf(shot).heading() + '\n' + words(shot));
        continuation.match(before, (plan, shot) -> words(shot));
        continuation.remember(remembered);
        continuation.neighbours();
        continuation.name();
        return continuation.plan();
    }

    private interface Key {
        String of(ShotPlan plan, Shot shot);
    }

    private static String words(Shot shot) {
        return shot.content().action() + '\n' + shot.content().lines();
    }

    private void match(ShotPlan before, Key key) {
        Map<String, Deque<ShotId>> known = new HashMap<>();
        old.stream()
                .filter(shot -> free.contains(shot.id()))
                .forEach(shot -> known.computeIfAbsent(key.of(before, shot), any -> new ArrayDeque<>())
                        .add(shot.id()));
        for (int i = 0; i < ids.length; i++) {
            Deque<ShotId> same = known.get(key.of(fresh, fresh.shots().get(i)));
            if (ids[i] == null && same != null && !same.isEmpty()) {
                take(i, same.poll());
            }
        }
    }

    private void remember(Function<Shot, List<ShotId>> remembered) {
        Set<ShotId> taken = new HashSet<>();
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] != null) {
                taken.add(ids[i]);
            }
        }
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == null) {
                Optional<ShotId> id = remembered.apply(fresh.shots().get(i))
                        .stream()
                        .filter(each -> !taken.contains(each))
                        .findFirst();
                if (id.isPresent()) {
                    taken.add(id.get());
                    take(i, id.get());
                }
            }
        }
    }

    /** A shot whose words changed stands where it stood: behind the one before it, or in front of the one after it. */
    private void neighbours() {
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == null) {
                int before = i == 0 ? -1 : places.getOrDefault(ids[i - 1], old.size());
                claim(i, before + 1);
            }
        }
        for (int i = ids.length - 1; i >= 0; i--) {
            if (ids[i] == null && i + 1 < ids.length && ids[i + 1] != null) {
                claim(i, places.getOrDefault(ids[i + 1], 0) - 1);
            }
        }
    }

    private void claim(int shot, int place) {
        if (place >= 0 && place < old.size() && free.contains(old.get(place).id())) {
            take(shot, old.get(place).id());
        }
    }

    /** New shots take the name that planning gave them, unless another shot bears it. */
    private void name() {
        Set<ShotId> taken = new HashSet<>(places.keySet());
        for (ShotId id : ids) {
            if (id != null) {
                taken.add(id);
            }
        }
        for (int i = 0; i < ids.length; i++) {
            if (ids[i] == null) {
                Shot shot = fresh.shots().get(i);
                String mark = Digest.of(words(shot)).hex().substring(0, 6);
                ShotId id = shot.id();
                for (int n = 0; taken.contains(id); n++) {
                    id = new ShotId(shot.id().value() + "-" + mark + (n == 0 ? "" : n));
                }
                taken.add(id);
                ids[i] = id;
            }
        }
    }

    private void take(int shot, ShotId id) {
        ids[shot] = id;
        free.remove(id);
    }

    /** What did not change is the very same object as before, so that whoever compares the two plans is done at once. */
    private ShotPlan plan() {
        List<Shot> shots = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            Shot shot = fresh.shots().get(i).called(ids[i]);
            shots.add(same(places.containsKey(ids[i]) ? old.get(places.get(ids[i])) : shot, shot));
        }
        List<Scene> scenes = new ArrayList<>();
        for (Scene scene : fresh.scenes()) {
            scenes.add(scene.number() <= oldScenes.size()
                    ? same(oldScenes.get(scene.number() - 1), scene)
                    : scene);
        }
        return new ShotPlan(fresh.title(), fresh.seed(), scenes, shots, fresh.cast());
    }

    private static <T> T same(T before, T now) {
        return now.equals(before) ? before : now;
    }
}
