package org.filmwright.ui.shell;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has the desktop show a file with whatever it shows such files with. @param command it is given to */
record DesktopOpener(List<String> command) {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopOpener.class);

    DesktopOpener {
        command = List.copyOf(command);
    }

    static DesktopOpener here() {
        return on(System.getProperty("os.name"));
    }

    static DesktopOpener on(String system) {
        if (system.startsWith("Windows")) {
            return new DesktopOpener(List.of("explorer"));
        }
        return new DesktopOpener(List.of(system.startsWith("Mac") ? "open" : "xdg-open"));
    }

    /** Whether there is such a file, and something to show it with. */
    boolean open(Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try {
            new ProcessBuilder(Stream.concat(command.stream(), Stream.of(file.toString())).toList())
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
            return true;
        } catch (IOException e) {
            LOG.warn("The desktop cannot show {}: {}", file, e.getMessage());
            return false;
        }
    }
}
