package org.filmwright;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code open PROJECT}: the studio on a project. */
@Command(name = "open", description = "Opens the studio on a project.")
final class OpenCommand implements Callable<Integer> {
    @Mixin
    private Console console;

    @Parameters(paramLabel = "PROJECT", description = "A project folder.")
    private Path project;

    @Override
    public Integer call() {
        StudioDesk.open(Optional.of(project.toAbsolutePath().normalize()));
        return ExitCode.DONE;
    }
}
