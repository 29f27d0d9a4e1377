package org.filmwright.story;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The whole film as scenes and shots in script order; a pure function of script and seed.
 *
 * @param wordings prompts that a person wrote for shots of it
 */
public record ShotPlan(String title, long seed, List<Scene> scenes, List<Shot> shots, List<Person> cast,
        List<Wording> wordings) {
    public ShotPlan {
        wordings = List.copyOf(Objects.requireNonNullElse(wordings, List.of()));
        scenes = List.copyOf(scenes);
        shots = List.copyOf(shots);
        cast = List.copyOf(cast);
    }

    /** One of which every prompt is made by rule. */
    public ShotPlan(String title, long seed, List<Scene> scenes, List<Shot> shots, List<Person> cast) {
        this(title, seed, scenes, shots, cast, List.of());
    }

    ShotPlan asking(List<Wording> asked) {
        return asked.isEmpty() ? this : new ShotPlan(title, seed, scenes, shots, cast, asked);
    }

    /** How a person worded the prompt of a shot. */
    public Optional<Wording> wordingOf(Shot shot) {
        return wordings.stream().filter(wording -> wording.shot().equals(shot.id())).findFirst();
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
