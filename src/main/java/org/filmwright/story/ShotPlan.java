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
        return shots.subList(firstFrom(scene.number()), firstFrom(scene.number() + 1));
    }

    /** Index of the first shot of that scene or a later one; shots stand in the order of their scenes. */
    private int firstFrom(int scene) {
        int low = 0;
        int high = shots.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (shots.get(middle).scene() < scene) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    public double seconds() {
        return shots.stream().mapToDouble(Shot::seconds).sum();
    }
}
