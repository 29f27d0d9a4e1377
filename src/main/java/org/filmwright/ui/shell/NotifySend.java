package org.filmwright.ui.shell;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.filmwright.ui.kit.Notifier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The notifier of Linux desktops. */
final class NotifySend implements Notifier {
    private static final Logger LOG = LoggerFactory.getLogger(NotifySend.class);

    private final Path program;

    private NotifySend(Path program) {
        this.program = program;
    }

    /** @param path folders where programs lie, as in {@code $PATH}; nothing where it is in none of them */
    static Optional<Notifier> on(String path) {
        return Stream.of(path.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "notify-send"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(NotifySend::new);
    }

    @Override
    public void tell(String title, String words) {
        try {
            new ProcessBuilder(program.toString(), "--app-name=Filmwright", "--", title, words)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            LOG.warn("The desktop could not be told: {}", e.getMessage());
        }
    }
}
