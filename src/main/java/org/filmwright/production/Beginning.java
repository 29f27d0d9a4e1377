package org.filmwright.production;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.story.Screenplay;
import org.filmwright.story.ScriptFile;
import org.filmwright.story.Scripts;
import org.filmwright.story.prose.Adaptation;
import org.filmwright.story.prose.StoryFile;

/**
 * What a film begins with.
 *
 * @param bytes of the screenplay that is filmed
 * @param told the bytes of the prose it was made of, where it was
 */
public record Beginning(MakeOrder.Source source, byte[] bytes, Optional<byte[]> told) {
    /** A screenplay that can be filmed, or prose and the screenplay that the rules make of it. */
    public static Outcome<Beginning> read(Path file) {
        return StoryFile.read(file).then(Beginning::of);
    }

    /** The same of words that are in no file. @param name as a file with them would be called */
    public static Outcome<Beginning> typed(String name, String words) {
        return ScriptFile.of(Path.of(name), words.getBytes(StandardCharsets.UTF_8))
                .then(StoryFile::of)
                .then(Beginning::of);
    }

    private static Outcome<Beginning> of(StoryFile story) {
        String name = story.file().path().getFileName().toString();
        return switch (story) {
            case StoryFile.Script(var file) -> file.filmable()
                    .then(script -> Outcome.ok(new Beginning(
                            MakeOrder.Source.of(name, script.bytes()), script.bytes(), Optional.empty())));
            case StoryFile.Told told -> Outcome.ok(told(name, told.file().bytes(),
                    screenplay(story).source().getBytes(StandardCharsets.UTF_8)));
        };
    }

    private static Beginning told(String name, byte[] prose, byte[] screenplay) {
        return new Beginning(MakeOrder.Source.told(name, prose, screenplay), screenplay, Optional.of(prose));
    }

    /** What the project stands on. */
    public static Beginning recorded(Scripts.Script script) {
        byte[] bytes = script.text().getBytes(StandardCharsets.UTF_8);
        return new Beginning(MakeOrder.Source.of(script.fileName(), bytes), bytes, Optional.empty());
    }

    /** The same, with its prose kept in the project. */
    public Outcome<Beginning> keptIn(Conductor conductor) {
        return told.map(prose -> conductor.keepProse(prose).then(_ -> Outcome.ok(this)))
                .orElseGet(() -> Outcome.ok(this));
    }

    /** The same in a project where somebody may have written on the screenplay that was made of the prose: that one. */
    public Beginning asItStands(Conductor conductor) {
        return told.flatMap(prose -> conductor.screenplayOf(prose)
                .map(script -> told(source.told().orElseThrow().fileName(), prose,
                        script.text().getBytes(StandardCharsets.UTF_8))))
                .orElse(this);
    }

    /** A screenplay as it is; prose as a screenplay by rule. */
    public static Screenplay screenplay(StoryFile story) {
        return switch (story) {
            case StoryFile.Script(var file) -> file.screenplay();
            case StoryFile.Told(var file, var prose) -> Adaptation.byRule(prose,
                    title(file.path().getFileName().toString()));
        };
    }

    /** {@code the-lamp.txt}: The lamp. */
    static String title(String fileName) {
        String words = fileName.replaceFirst("\\.[^.]*$", "").replaceAll("[-_ ]+", " ").strip();
        return words.isEmpty() ? "Untitled" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
