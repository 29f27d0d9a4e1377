package org.filmwright.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.ShotId;
import org.filmwright.story.Bible.Topic;
import org.filmwright.story.Person.Condition;

/**
 * Who wears what by now and who is hurt, shot by shot: what a shot tells holds in it and from it on, through all scenes,
 * until the script says otherwise. Who changes clothes in scene 3 wears them in scene 4.
 */
final class Conditions {
    private final Cast cast;
    private final Map<String, Condition> now = new HashMap<>();
    private final Map<String, List<Condition>> told = new HashMap<>();
    private final List<String> lately = new ArrayList<>();

    private Conditions(Cast cast) {
        this.cast = cast;
    }

    /** The cast as it goes through these shots. */
    static List<Person> of(List<Shot> shots, Cast cast) {
        Conditions conditions = new Conditions(cast);
        Set<Integer> telling = shots.stream()
                .filter(shot -> Observation.mayTell(shot.content().action()))
                .map(Shot::scene)
                .collect(Collectors.toSet());
        int scene = 0;
        for (Shot shot : shots) {
            if (shot.scene() != scene) {
                scene = shot.scene();
                conditions.lately.clear();
            }
            if (telling.contains(scene)) {
                conditions.read(shot);
            }
            conditions.tell(shot);
        }
        return cast.people()
                .stream()
                .map(person -> new Person(person.name(), person.description(),
                        conditions.told.getOrDefault(person.name(), List.of())))
                .toList();
    }

    private void read(Shot shot) {
        for (String sentence : Words.sentences(shot.content().action())) {
            List<Observation> seen = Observation.mayTell(sentence)
                    ? Observation.of(sentence, List.of())
                    : List.of();
            Moment moment = Moment.of(sentence, cast, lately);
            if (!seen.isEmpty()) {
                moment.subject().filter(cast::has).ifPresent(name -> seen.forEach(each -> note(name, each, shot.id())));
            }
        }
    }

    private void tell(Shot shot) {
        for (String name : shot.content().people()) {
            Condition condition = now.get(name);
            if (condition != null && !condition.words().isEmpty()) {
                told.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(new Condition(shot.id(), condition.wardrobe(), condition.injury()));
            }
        }
    }

    private void note(String name, Observation seen, ShotId shot) {
        Condition before = now.getOrDefault(name, new Condition(shot, "", ""));
        now.put(name, seen.topic() == Topic.WARDROBE
                ? new Condition(shot, seen.words(), before.injury())
                : new Condition(shot, before.wardrobe(), seen.words()));
    }
}
