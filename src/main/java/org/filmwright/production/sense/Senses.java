package org.filmwright.production.sense;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.generate.Companions;
import org.filmwright.generate.Companions.Skill;
import org.filmwright.search.VectorFile;

/**
 * The models of likeness and of meaning, as far as they are here, with what they said of one project. One a project; safe
 * from any thread. Asking for a space reads its file, once.
 */
public final class Senses {
    /** Of whoever has none of the models. */
    public static final Senses NONE = new Senses(Companions.NONE, Path.of(""));

    private final Companions companions;
    private final Path folder;
    private final Map<Skill, Space> open = new EnumMap<>(Skill.class);

    /** @param cache of the project: may be emptied at any time */
    public Senses(Companions companions, Path cache) {
        this.companions = companions;
        folder = cache.resolve("vectors");
    }

    /** Pictures and words in one space; nothing where no model is. */
    public Optional<Space> likeness() {
        return space(Skill.LIKENESS, "likeness");
    }

    /** Sentences by what they mean; nothing where no model is. */
    public Optional<Space> meaning() {
        return space(Skill.MEANING, "meaning");
    }

    private synchronized Optional<Space> space(Skill skill, String kind) {
        if (!companions.skills().contains(skill)) {
            return Optional.empty();
        }
        String version;
        try {
            version = companions.version(skill);
        } catch (IllegalArgumentException gone) {
            // It was taken away between the two questions.
            return Optional.empty();
        }
        Space known = open.get(skill);
        if (known == null || !known.version().equals(version)) {
            known = new Space(companions, skill, version,
                    VectorFile.open(folder, kind, Digest.of(version).brief()));
            open.put(skill, known);
        }
        return Optional.of(known);
    }
}
