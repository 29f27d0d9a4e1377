package org.filmwright.engine.flow;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The stages of a film, in order: no step of a workflow comes before one of an earlier stage that it waits for. */
public enum Stage {
    CONCEPT_DEVELOPMENT, CHARACTER_CREATION, SCENE_PLANNING, MEDIA_GENERATION, POST_PRODUCTION, FINAL_ASSEMBLY;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Stage> of(String word) {
        return Arrays.stream(values()).filter(stage -> stage.word().equals(word)).findFirst();
    }
}
