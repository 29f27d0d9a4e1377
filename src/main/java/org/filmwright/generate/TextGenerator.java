package org.filmwright.generate;

import org.filmwright.base.Progress;

/** The plug-in interface of those who write text. Calls block; a generator keeps its own time limits. */
public interface TextGenerator extends AutoCloseable {
    Generator.Descriptor describe();

    /** How much it reads and writes together, in tokens; what is longer would be cut without a word. */
    int contextTokens();

    TextAnswer write(TextRequest request, Progress progress);

    @Override
    void close();
}
