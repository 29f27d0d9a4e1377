package org.filmwright;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the studio writes down about itself: three files of a megabyte on this machine, sent to nobody. */
final class LogFile {
    private static final int MOST = 1 << 20;
    private static final int FILES = 3;
    /** Held for as long as the program runs: the logging of Java keeps loggers loosely. */
    private static final Logger OURS = Logger.getLogger("org.filmwright");

    private LogFile() {}

    /** Warnings and what is worse go there from now on; the console hears no more than before. */
    static void open(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Handler handler = new FileHandler(file.toString().replace("%", "%%") + ".%g", MOST, FILES, true);
            handler.setFormatter(new SimpleFormatter());
            handler.setLevel(Level.WARNING);
            for (Handler console : Logger.getLogger("").getHandlers()) {
                console.setLevel(Level.SEVERE);
            }
            OURS.setLevel(Level.WARNING);
            OURS.addHandler(handler);
        } catch (IOException e) {
            OURS.log(Level.SEVERE, "There is no log: " + e.getMessage());
        }
    }
}
