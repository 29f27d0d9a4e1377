package org.filmwright.ui.kit;

import java.util.Optional;

/** Where a person hears the film. Sound goes there at 48 kHz in two channels of 16 bits, the lower byte first. */
@FunctionalInterface
public interface Loudspeaker {
    /** One that is not there. */
    Loudspeaker NONE = Optional::empty;

    /** Opens a line to it; nothing where this machine has none, or somebody else keeps it. Takes time. */
    Optional<Line> open();

    /** A line to a loudspeaker. Calls come from one thread, but for {@link #heard}. */
    interface Line extends AutoCloseable {
        /** Bytes that it takes now without waiting. */
        int room();

        /** @param length at most {@link #room} */
        void write(byte[] bytes, int length);

        /** Plays what it has, and what comes. */
        void start();

        /** Is silent at once, and forgets what it has. */
        void drop();

        /** Samples of each channel that were heard since it was opened. */
        long heard();

        @Override
        void close();
    }
}
