package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.filmwright.ui.Fx;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The desktop's notifier: found on the path, and what it is called with. */
@DisabledOnOs(OS.WINDOWS)
class NotifySendTest {
    @TempDir
    private Path folder;

    @Test
    void itIsCalledWithTitleAndWordsEvenWhereTheyLookLikeOptions() throws IOException {
        Path heard = folder.resolve("heard");
        Path program = Files.writeString(folder.resolve("notify-send"),
                "#!/bin/sh\nprintf '%s|' \"$@\" > '" + heard + ".part' && mv '" + heard + ".part' '" + heard + "'\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        NotifySend.on("nowhere" + File.pathSeparator + folder).orElseThrow().tell("2 jobs are done", "-x");
        Fx.until("it was called", () -> Files.exists(heard));
        assertEquals("--app-name=Filmwright|--|2 jobs are done|-x|", Files.readString(heard));
    }

    @Test
    void whereItIsOnNoFolderOfThePathThereIsNone() throws IOException {
        Files.createFile(folder.resolve("notify-send"));
        assertTrue(NotifySend.on(folder.toString()).isEmpty(), "it cannot be run");
        assertTrue(NotifySend.on("").isEmpty());
    }
}
