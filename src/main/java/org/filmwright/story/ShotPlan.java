package org.filmwright.story;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.filmwright.story.Bible.Kind;

/**
 * The whole film as scenes and shots in script order; a pure function of script and seed.
 *
 * @param wordings prompts that a person wrote for shots of it
 * @param portraits how a person wants those to look who are in it; the cast looks so already
 */
public record ShotPlan(String title, long seed, List<Scene> scenes, List<Shot> shots, List<Person> cast,
        List<Wording> wordings, List<Portrait> portraits) {
    public ShotPlan {
        portraits = List.copyOf(Objects.requireNonNullElse(portraits, List.of()));
        wordings = List.copyOf(Objects.requireNonNullElse(wordings, List.of()));
        scenes = List.copyOf(scenes);
        shots = List.copyOf(shots);
        cast = List.copyOf(cast);
    }

    /** One of which every prompt is made by rule. */
    public ShotPlan(String title, long seed, List<Scene> scenes, List<Shot> shots, List<Person> cast) {
        this(title, seed, scenes, shots, cast, List.of(), List.of());
    }

    ShotPlan asking(List<Wording> asked) {
        return asked.isEmpty() ? this : new ShotPlan(title, seed, scenes, shots, cast, asked, portraits);
    }

    ShotPlan portrayed(List<Portrait> written) {
        List<Person> looking = cast.stream()
                .map(person -> written.stream()
                        .filter(each -> each.isOf(Kind.CHARACTER, person.name()))
                        .findFirst()
                        .map(each -> person.described(each.words()))
                        .orElse(person))
                .toList();
        return written.isEmpty() ? this : new ShotPlan(title, seed, scenes, shots, looking, wordings, written);
    }

    /** How a person wants somebody or something to look; nothing where the script decides. */
    public Optional<String> portraitOf(Kind kind, String name) {
        return portraits.stream().filter(each -> each.isOf(kind, name)).map(Portrait::words).findFirst();
    }

    /** As what the film has somebody or something of that name; nothing where it has none. */
    public Optional<Kind> kindOf(String name) {
        String key = Portrait.key(name);
        if (cast.stream().anyMatch(person -> person.name().equals(key))) {
            return Optional.of(Kind.CHARACTER);
        }
        if (scenes.stream().anyMatch(scene -> Portrait.key(scene.place().location()).equals(key))) {
            return Optional.of(Kind.LOCATION);
        }
        return shots.stream().anyMatch(shot -> shot.content().props().contains(key))
                ? Optional.of(Kind.PROP)
                : Optional.empty();
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
