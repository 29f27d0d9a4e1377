package org.filmwright.production;

import java.util.List;
import org.filmwright.base.Failure;

/** Pictures from outside that became takes of a shot, and why others did not. */
public record Brought(List<Imported> takes, List<Failure> refused) {
    public Brought {
        takes = List.copyOf(takes);
        refused = List.copyOf(refused);
    }
}
