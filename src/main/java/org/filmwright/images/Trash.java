package org.filmwright.images;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.filmwright.base.TakeId;

/** Takes that were put aside. @param since those whose picture is kept yet @param gone those whose picture is deleted */
public record Trash(Map<TakeId, Instant> since, Set<TakeId> gone) {
    public static final Trash EMPTY = new Trash(Map.of(), Set.of());

    public Trash {
        since = Map.copyOf(since);
        gone = Set.copyOf(gone);
    }

    public boolean holds(TakeId take) {
        return since.containsKey(take) || gone.contains(take);
    }
}
