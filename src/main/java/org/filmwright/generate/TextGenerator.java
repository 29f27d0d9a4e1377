package org.filmwright.generate;

import org.filmwright.base.Progress;

/** The plug-in interface of those who write text. Calls block; a generator keeps its own time limits. */
public interface TextGenerator extends AutoCloseable {
    Generator.Descriptor describe();

    /** How much it reads and writes together, in tokens; what is longer would be cut without a word. */
    int contextTokens();

    /**
     * @param reader hears the answer as it is written
     * @throws org.filmwright.base.Cancelled when asked to stop
     */
    TextAnswer write(TextRequest request, Reader reader, Progress progress);

    @Override
    void close();

    /** Reads along while something is written. */
    @FunctionalInterface
    interface Reader {
        /** Nobody reads along. */
        Reader NOBODY = more -> {};

        /** @param more what was written since the last time */
        void read(String more);

        /** What comes now is another text: the first, or the same once more. */
        default void begin() {}
    }
}
