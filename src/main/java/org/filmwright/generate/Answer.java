package org.filmwright.generate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Failure;
import org.filmwright.base.Region;

/** What a generator answers. */
public sealed interface Answer {
    record Done(List<Output> outputs, Usage usage) implements Answer {}

    /** A remote job: the handle is stored before the first poll, so a restart resumes it. */
    record Pending(String handle, Duration pollAfter) implements Answer {}

    record Failed(Failure failure) implements Answer {}

    /** A finished file; {@code subject} is where the eye should land; {@code receipt} says how it was made. */
    record Output(Path file, Region subject, Map<String, String> receipt) {}

    /** What it took: seconds of work; local work is free. */
    record Usage(double seconds) {}
}
