package org.filmwright.clips;

import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Takes a clip's numbers. Port; implemented where films are read. */
@FunctionalInterface
public interface Gauge {
    /** Where nobody measures. */
    Gauge NONE = (_, _, _) -> Outcome.failed(new Failure.Misconfigured("Nobody measures clips here.",
            "Look at the clip."));

    /** @param picture what the clip was made of */
    Outcome<ClipMeasures> measure(Path clip, Path picture, Progress progress);

    /** The same, with what its maker said of the loss by coding. */
    default Outcome<ClipMeasures> measure(Path clip, Path picture, Optional<ClipMeasures.Coding> coding,
            Progress progress) {
        return measure(clip, picture, progress).then(measures -> Outcome.ok(measures.coded(coding)));
    }
}
