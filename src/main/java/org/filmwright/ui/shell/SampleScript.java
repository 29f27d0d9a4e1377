package org.filmwright.ui.shell;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** The bundled screenplay of the sample film. */
final class SampleScript {
    private static final String NAME = "night-ferry.fountain";

    private SampleScript() {}

    /** Lays the screenplay into a folder, unless it lies there already. */
    static Outcome<Path> putInto(Path folder) {
        Path script = folder.resolve(NAME);
        try (InputStream bundled = SampleScript.class.getResourceAsStream("/org/filmwright/samples/" + NAME)) {
            Files.createDirectories(folder);
            if (!Files.exists(script)) {
                Files.copy(bundled, script);
            }
            return Outcome.ok(script);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Misconfigured("The sample film could not be put into " + folder + ": "
                    + e.getMessage() + ".", "Choose another folder for projects in the settings."));
        }
    }
}
