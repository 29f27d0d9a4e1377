package org.filmwright;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.filmwright.images.recipe.PngBytes;
import org.filmwright.story.ScriptFile;
import org.junit.jupiter.api.Assertions;

/** A project of one scene whose script is planned and of which nothing is drawn yet. */
record PlannedProject(Path folder) {
    private static final String SCRIPT = """
            INT. KITCHEN - NIGHT

            Mara opens the fridge. A red lamp burns on the table.

            MARA
            Nothing.
            """;

    static PlannedProject in(Path parent) throws IOException {
        PlannedProject project = new PlannedProject(parent.resolve("film.filmwright"));
        Files.writeString(project.script(), SCRIPT);
        try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(project.folder))) {
            CommandFailed.orFail(
                    wiring.conductor().begin(CommandFailed.orFail(ScriptFile.readFilmable(project.script())), 1));
        }
        return project;
    }

    Path script() {
        return folder.resolveSibling("film.fountain");
    }

    /** A picture from outside with a recipe. @param words make it another picture */
    Path picture(String words) {
        return new PngBytes().text("parameters", words + "\nSteps: 4, Seed: 77, Size: 1x1, Model: x")
                .pixel()
                .into(folder.resolveSibling(words.replace(' ', '-') + ".png"));
    }

    CommandLineRun run(Object... words) {
        return CommandLineRun
                .of(Stream.concat(Arrays.stream(words), Stream.of("--project", folder, "--json")).toArray());
    }

    /** What a command that has to succeed prints. */
    JsonNode done(Object... words) throws IOException {
        CommandLineRun run = run(words);
        Assertions.assertEquals(ExitCode.DONE, run.exitCode(), run.err());
        return run.json();
    }
}
