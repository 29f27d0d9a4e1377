package org.filmwright.production.models;

import java.nio.file.Path;
import java.util.Optional;
import org.filmwright.base.Failure;

/** Whether a folder of whole ONNX files is a model that something here could use. */
@FunctionalInterface
public interface ModelCheck {
    /** Takes everything. */
    ModelCheck NONE = folder -> Optional.empty();

    /** The first thing that is wrong with it; nothing is loaded for that. */
    Optional<Failure.Refused> wrong(Path folder);
}
