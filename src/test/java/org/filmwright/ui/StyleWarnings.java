package org.filmwright.ui;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Hears every complaint about style sheets while it is open; one parse error silently drops the rules after it. */
public final class StyleWarnings extends Handler implements AutoCloseable {
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Logger logger = Logger.getLogger("javafx.css");
    private final Level before = logger.getLevel();

    /** The tests' log is set to say nothing of warnings. */
    public StyleWarnings() {
        logger.setLevel(Level.WARNING);
        logger.addHandler(this);
    }

    public List<String> heard() {
        return List.copyOf(heard);
    }

    @Override
    public void publish(LogRecord complaint) {
        if (complaint.getLevel().intValue() >= Level.WARNING.intValue()) {
            heard.add(complaint.getMessage());
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setLevel(before);
    }
}
