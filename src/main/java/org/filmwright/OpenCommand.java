package org.filmwright;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.filmwright.ui.shell.StudioActions;
import org.filmwright.ui.shell.Doorbell;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code open PROJECT}: the studio on a project or a screenplay; a project that is open already comes to the front. */
@Command(name = "open", mixinStandardHelpOptions = true, description = "Opens the studio on a project or a screenplay.")
final class OpenCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    @Mixin
    private Console console;

    @Parameters(paramLabel = "PROJECT", description = "A project folder or a screenplay.")
    private Path project;

    @Override
    public Integer call() {
        Path path = project.toAbsolutePath().normalize();
        if (!Files.exists(path)) {
            throw CommandFailed.refused("There is nothing at " + project + ".",
                    "Give a project folder or a screenplay.");
        }
        Path folder = Files.isDirectory(path) ? path : StudioActions.folderOf(path);
        switch (Doorbell.ring(ConfigFolder.here(), folder, PATIENCE)) {
            case NOBODY -> StudioDesk.open(Optional.of(path));
            case CAME_FORWARD -> console.out()
                    .println(folder.getFileName()
                            + " is open already. Its window was brought to the front.");
            case SILENT -> throw CommandFailed.refused(folder.getFileName()
                    + " is open in another Filmwright window, which did not answer.", "Close that window first.");
        }
        return ExitCode.DONE;
    }
}
