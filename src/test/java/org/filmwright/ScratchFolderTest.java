package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchFolderTest {
    @TempDir
    Path temporary;

    @Test
    void itIsGoneAfterwardsAlsoWhereTheWorkFailed() throws IOException {
        assertEquals("done", ScratchFolder.with(temporary, folder -> {
            Files.writeString(Files.createDirectories(folder.resolve("deep/er")).resolve("file"), "words");
            return "done";
        }));
        assertThrows(CommandFailed.class, () -> ScratchFolder.with(temporary, folder -> {
            Files.writeString(folder.resolve("file"), "words");
            throw new IOException("no room");
        }));
        assertEquals(List.of(), names());
    }

    @Test
    void whatAKilledProgramLeftIsGoneWithTheNextStart() throws IOException {
        Path left = Files.createDirectories(temporary.resolve("filmwright-scratch123/inside/film"));
        Files.writeString(left.resolve("take.png"), "picture");
        Files.createFile(temporary.resolve("filmwright-scratch123/in-use"));
        Files.createDirectory(temporary.resolve("filmwright-scratch-just-begun"));
        Files.createDirectory(temporary.resolve("of-another-program"));
        ScratchFolder.with(temporary, folder -> "done");
        assertEquals(List.of("filmwright-scratch-just-begun", "of-another-program"), names());
    }

    @Test
    void aFolderThatSomebodyWorksInStays() {
        assertEquals(true, ScratchFolder.with(temporary, folder -> {
            Files.writeString(folder.resolve("file"), "words");
            ScratchFolder.with(temporary, other -> "done");
            return Files.exists(folder.resolve("file"));
        }));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
