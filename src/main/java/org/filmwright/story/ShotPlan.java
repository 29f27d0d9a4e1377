package org.filmwright.story;

import java.util.List;

/** The whole film as scenes and shots in script order; a pure function of script and seed. */
public record ShotPlan(String title, long seed, List<Scene> scenes, List<Shot> shots, List<Person> cast) {
    public ShotPlan {
        scenes = List.copyOf(scenes);
        shots = List.copyOf(shots);
        cast = List.copyOf(cast);
    }

    public Scene sceneOf(Shot shot) {
        return scenes.get(shot.scene() - 1);
    }

    public List<Shot> shotsOf(Scene scene) {
        return shots.stream().filter(shot -> shot.scene() == scene.number()).toList();
    }

    public double seconds() {
        return shots.stream().mapToDouble(Shot::seconds).sum();
    }
}
