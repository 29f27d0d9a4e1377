package org.filmwright;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where this system keeps a program's settings, and this program its key, its log and a person's own agents. */
final class ConfigFolder {
    private ConfigFolder() {}

    /** For this machine and person; the property {@code filmwright.config} names another one. */
    static Path here() {
        return Optional.ofNullable(System.getProperty("filmwright.config"))
                .map(Path::of)
                .orElseGet(() -> of(System.getProperty("os.name"), System.getenv(),
                        Path.of(System.getProperty("user.home"))));
    }

    static Path of(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            return named(environment, "APPDATA").orElse(home.resolve("AppData").resolve("Roaming"))
                    .resolve("Filmwright");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Filmwright");
        }
        return named(environment, "XDG_CONFIG_HOME").orElse(home.resolve(".config")).resolve("filmwright");
    }

    /** For what belongs to this machine and must not travel with the settings, by a backup or a roaming profile. */
    static Path ofMachine() {
        return ofMachine(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path ofMachine(String system, Map<String, String> environment, Path home) {
        if (system.startsWith("Windows")) {
            return named(environment, "LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local"))
                    .resolve("Filmwright");
        }
        if (system.startsWith("Mac")) {
            return home.resolve("Library").resolve("Filmwright");
        }
        return named(environment, "XDG_STATE_HOME").orElse(home.resolve(".local").resolve("state"))
                .resolve("filmwright");
    }

    private static Optional<Path> named(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(value -> !value.isBlank()).map(Path::of);
    }
}
