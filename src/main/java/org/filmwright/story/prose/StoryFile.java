package org.filmwright.story.prose;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.story.ScriptFile;

/** A file that a film can begin with: a screenplay, or a story in prose. */
public sealed interface StoryFile {
    /** Names that promise a screenplay. */
    Set<String> SCREENPLAYS = Set.of("fountain", "spmd", "fdx");

    /** The file as it was read. */
    ScriptFile file();

    /** A screenplay, by its name or by what is in it. */
    record Script(ScriptFile file) implements StoryFile {}

    /** A story in prose. @param file whose screenplay holds its text alone; @param prose the same, read */
    record Told(ScriptFile file, Prose prose) implements StoryFile {}

    /** Reads a file; one called {@code .fountain} is a screenplay whatever is in it. */
    static Outcome<StoryFile> read(Path path) {
        return ScriptFile.read(path).then(StoryFile::of);
    }

    /** As {@link #read}, of a file whose text is known. */
    static Outcome<StoryFile> of(ScriptFile file) {
        if (SCREENPLAYS.contains(ending(file.path()))) {
            return Outcome.ok(new Script(file));
        }
        return switch (TextKind.of(file.screenplay())) {
            case TextKind.Script _ -> Outcome.ok(new Script(file));
            case TextKind.Story _ -> Outcome.ok(new Told(file, ProseReader.read(file.screenplay().source())));
            case TextKind.Unclear(String why) -> Outcome.failed(new Failure.Refused(file.path()
                    + " may be a screenplay or a story in prose: " + why + " Nothing was made.",
                    "Call it .fountain if it is a screenplay; take the headings or cues out if it is prose."));
            case TextKind.Nothing(String why) -> Outcome.failed(new Failure.Refused(
                    file.path() + " tells no story. " + why + " Nothing was made.",
                    "Write what happens in sentences, or a screenplay with headings such as 'INT. KITCHEN - NIGHT'."));
        };
    }

    private static String ending(Path path) {
        String name = path.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
