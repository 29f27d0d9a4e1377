package org.filmwright.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotId;
import org.filmwright.base.ShotSize;

/** The plan as a person wants it: the planned shots with the overrides laid over them. Pure. */
final class DirectedPlan {
    private static final double INSERTED_SECONDS = 3;

    private final ShotPlan plan;
    private final Map<ShotId, ShotOverride> wishes;
    private final Map<ShotId, List<ShotOverride>> followers;
    private List<Person> cast;

    private DirectedPlan(ShotPlan plan, List<ShotOverride> overrides) {
        this.plan = plan;
        cast = plan.cast();
        wishes = overrides.stream().collect(Collectors.toMap(ShotOverride::shot, wish -> wish));
        followers = overrides.stream()
                .filter(wish -> wish.after().isPresent())
                .collect(Collectors.groupingBy(wish -> wish.after().orElseThrow()));
    }

    static ShotPlan of(ShotPlan plan, List<ShotOverride> overrides) {
        return overrides.isEmpty() ? plan : new DirectedPlan(plan, overrides).directed();
    }

    /** Overrides whose shot is gone, or whose neighbour is: they wait. */
    static List<ShotOverride> waiting(ShotPlan plan, List<ShotOverride> overrides) {
        if (overrides.isEmpty()) {
            return List.of();
        }
        Set<ShotId> there = new HashSet<>();
        plan.shots().forEach(shot -> there.add(shot.id()));
        boolean grew = true;
        while (grew) {
            grew = overrides.stream()
                    .filter(wish -> wish.after().filter(there::contains).isPresent())
                    .map(wish -> there.add(wish.shot()))
                    .reduce(false, Boolean::logicalOr);
        }
        return overrides.stream().filter(wish -> !there.contains(wish.shot())).toList();
    }

    private ShotPlan directed() {
        List<Shot> shots = new ArrayList<>();
        for (Shot planned : plan.shots()) {
            Optional<ShotOverride> wish = Optional.ofNullable(wishes.get(planned.id()));
            if (wish.filter(ShotOverride::removed).isEmpty()) {
                shots.add(wish.map(wanted -> overridden(planned, wanted)).orElse(planned));
            }
            follow(planned, shots, new HashSet<>());
        }
        return new ShotPlan(plan.title(), plan.seed(), plan.scenes(), labelled(shots), cast);
    }

    private void follow(Shot leader, List<Shot> shots, Set<ShotId> seen) {
        for (ShotOverride wish : followers.getOrDefault(leader.id(), List.of())) {
            Shot shot = overridden(inserted(leader, wish), wish);
            if (!wish.removed() && seen.add(wish.shot())) {
                shots.add(shot);
                cast = cast.stream().map(person -> person.alike(shot.id(), leader.id())).toList();
            }
            follow(shot, shots, seen);
        }
    }

    private Shot inserted(Shot leader, ShotOverride wish) {
        Framing framing = new Framing(ShotSize.MS, CameraAngle.EYE_LEVEL, "added by hand");
        return new Shot(wish.shot(), "", leader.scene(), framing, new MoveChoice(CameraMove.STATIC, "added by hand"),
                INSERTED_SECONDS,
                new Shot.Content(" ", List.of(), Optional.empty(), List.of(), List.of()));
    }

    private Shot overridden(Shot planned, ShotOverride wish) {
        Framing framing = wish.size()
                .filter(size -> size != planned.framing().size())
                .map(size -> new Framing(size, planned.framing().angle(),
                        "chosen by hand; planned: " + planned.framing().size() + ", " + planned.framing().why()))
                .orElse(planned.framing());
        MoveChoice camera = camera(planned.camera(), wish);
        return new Shot(planned.id(), planned.label(), planned.scene(), framing, camera,
                wish.seconds().orElse(planned.seconds()),
                wish.words().map(words -> content(planned.content(), words)).orElse(planned.content()));
    }

    private static MoveChoice camera(MoveChoice planned, ShotOverride wish) {
        CameraMove move = wish.move().orElse(planned.move());
        if (move == planned.move() && wish.camera().isEmpty()) {
            return planned;
        }
        String by = wish.camera().isPresent() ? "framed by hand; planned: " : "chosen by hand; planned: ";
        return new MoveChoice(move, by + planned.move().word() + ", " + planned.reason(), wish.camera());
    }

    /** Who is named in the new words is in the frame; with nobody named, those who were. */
    private Shot.Content content(Shot.Content planned, String words) {
        String lower = " " + words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ") + " ";
        List<String> named = plan.cast()
                .stream()
                .map(Person::name)
                .filter(name -> lower.contains(" " + name.toLowerCase(Locale.ROOT) + " "))
                .toList();
        List<String> people = named.isEmpty() ? planned.people() : named;
        Optional<String> focus = planned.focus()
                .filter(one -> people.contains(one) || planned.props().contains(one))
                .or(() -> people.size() == 1 ? Optional.of(people.getFirst()) : Optional.empty());
        return new Shot.Content(words, people, focus, planned.lines(), planned.props());
    }

    private List<Shot> labelled(List<Shot> shots) {
        Map<Integer, Integer> counts = new HashMap<>();
        return shots.stream().map(shot -> {
            int index = counts.merge(shot.scene(), 1, Integer::sum) - 1;
            return shot.labelled(plan.sceneOf(shot).label() + "-" + Planner.letters(index));
        }).toList();
    }
}
