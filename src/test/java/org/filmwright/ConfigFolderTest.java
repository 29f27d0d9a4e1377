package org.filmwright;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConfigFolderTest {
    private static final Path HOME = Path.of("home");

    @Test
    void everySystemHasItsFolder() {
        assertEquals(HOME.resolve(".config").resolve("filmwright"), ConfigFolder.of("Linux", Map.of(), HOME));
        assertEquals(Path.of("x", "filmwright"), ConfigFolder.of("Linux", Map.of("XDG_CONFIG_HOME", "x"), HOME));
        assertEquals(Path.of("r", "Filmwright"), ConfigFolder.of("Windows 11", Map.of("APPDATA", "r"), HOME));
        assertEquals(HOME.resolve("Library").resolve("Application Support").resolve("Filmwright"),
                ConfigFolder.of("Mac OS X", Map.of(), HOME));
    }

    @Test
    void whatIsNotSetOrEmptyIsWhereTheSystemHasItByItself() {
        assertEquals(HOME.resolve("AppData").resolve("Roaming").resolve("Filmwright"),
                ConfigFolder.of("Windows 11", Map.of(), HOME));
        assertEquals(HOME.resolve(".config").resolve("filmwright"),
                ConfigFolder.of("Linux", Map.of("XDG_CONFIG_HOME", ""), HOME));
    }
}
