package org.filmwright.ui.shell;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.filmwright.ui.kit.Command;

/** Reads in the log which command was done last. */
final class CommandTrace extends Handler implements AutoCloseable {
    private final Logger log = Logger.getLogger(Command.class.getName());
    private volatile String done = "";

    CommandTrace() {
        log.setLevel(Level.FINE);
        log.addHandler(this);
    }

    /** The first one since {@link #forget}; empty for none. */
    String done() {
        return done;
    }

    void forget() {
        done = "";
    }

    @Override
    public void publish(LogRecord line) {
        String words = line.getMessage();
        done = done.isEmpty() ? words.substring(words.lastIndexOf(' ') + 1) : done;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        log.removeHandler(this);
        log.setLevel(null);
    }
}
