package org.filmwright.production.models;

import java.util.List;
import java.util.Optional;

/** Where the models of this machine paint: its graphics cards, or its processor. All calls may be made from any thread. */
public interface Devices {
    /** Nothing paints. */
    Devices NONE = new Devices() {
        @Override
        public List<Device> now() {
            return List.of();
        }

        @Override
        public Listening listen(Runnable changed) {
            return () -> {};
        }

        @Override
        public int free() {
            return 0;
        }
    };

    /** As they were last heard of; asks nobody. */
    List<Device> now();

    /** @param changed told, on any thread, when {@link #now} is another list; nothing comes while nothing is loaded */
    Listening listen(Runnable changed);

    /** Has all memory back where nobody paints, which may take seconds. Says on how many devices somebody does. */
    int free();

    /**
     * A place where one picture at a time is painted.
     *
     * @param card its name; empty for the processor
     * @param model what is loaded
     * @param used bytes that are held, of a card by anybody; @param total bytes there are
     * @param pictures painted since it was loaded
     * @param busy whether one is painted now
     * @param out why it is not used any more
     */
    record Device(Optional<String> card, Optional<String> model, long used, long total, int pictures, boolean busy,
            Optional<String> out) {}

    /** Ends the listening. */
    interface Listening extends AutoCloseable {
        @Override
        void close();
    }
}
