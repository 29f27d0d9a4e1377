package org.filmwright.story;

import org.filmwright.story.Scene.Length;

/**
 * How long a scene will run before anybody has planned it, after film.md 1.3 (Storyboarder): 2 s a scene, 0.5 s a
 * paragraph of action + 0.2 s a word, 1 s a line of dialogue + 0.3 s a word.
 */
final class SceneLengths {
    private SceneLengths() {}

    static Length of(SceneText scene) {
        int words = 0;
        double seconds = 2;
        for (Beat beat : scene.beats()) {
            switch (beat) {
                case Beat.Action(String text) -> {
                    words += Words.count(text);
                    seconds += 0.5 + 0.2 * Words.countSeen(text);
                }
                case Beat.Speech speech -> {
                    words += speech.lines().stream().mapToInt(line -> Words.count(line.text())).sum();
                    seconds += DialogueTiming.seconds(speech.lines());
                }
            }
        }
        return new Length(words, Math.round(seconds * 10) / 10.0);
    }
}
