package org.filmwright.generate;

import org.filmwright.base.Progress;

/** The plug-in interface: makes pictures (later clips and text). Calls block; one call at a time per instance lane. */
public interface Generator extends AutoCloseable {
    Descriptor describe();

    /** What it is asked for. */
    default Makes makes() {
        return Makes.PICTURES;
    }

    Answer start(Request request, Progress progress);

    Answer resume(String handle, Progress progress);

    @Override
    void close();

    /** What a generator makes. */
    enum Makes {
        PICTURES, CLIPS
    }

    /** @param id as on the command line: {@code draft}; @param lane of the engine: {@code cpu}, {@code gpu} */
    record Descriptor(String id, String name, String version, String lane) {}
}
