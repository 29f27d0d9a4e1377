package org.filmwright.production;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.Generator;
import org.filmwright.generate.TimedGenerator;

/** How long one picture will probably take, by what each model of this machine was measured at. */
record AskingTime(Generators generators) {
    /** By id; nothing where a model never painted one of this size here. Who takes no time worth measuring is not there. */
    Map<String, Optional<Double>> of(FrameSize size) {
        Map<String, Optional<Double>> seconds = new HashMap<>();
        for (String id : generators.artists()) {
            Optional<Generator> artist = generators.find(id);
            if (artist.isPresent() && artist.get() instanceof TimedGenerator timed) {
                seconds.put(id, timed.expected(size));
            }
        }
        return seconds;
    }
}
