package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.util.Map;

/** Where this system keeps a program's settings. */
public final class ConfigFolder {
    private ConfigFolder() {}

    /** For this machine and person. */
    public static Path here() {
        return of(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path of(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("Filmwright");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Filmwright");
        }
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".config") : Path.of(xdg)).resolve("filmwright");
    }
}
