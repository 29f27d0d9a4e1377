package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.util.Optional;

/** Questions that the operating system's own windows ask; headless tests answer them themselves. */
public interface Choosers {
    Optional<Path> projectFolder();

    Optional<Path> screenplay();

    /** Where a new project shall lie; {@code startIn} is offered. */
    Optional<Path> newProject(Path startIn);

    Optional<Path> folder(String title);

    /** A model pack: a zip. */
    Optional<Path> pack(String title);

    /** A sound file. */
    Optional<Path> sound(String title);

    /** A clip or picture of a film. */
    Optional<Path> media(String title);

    /** A PNG file. */
    Optional<Path> picture(String title);
}
