package org.filmwright.production;

import java.util.Set;
import org.filmwright.images.BriefPart;

/**
 * Why the pictures or the clip of a shot no longer answer what the plan asks for. Computed when looked at, never stored;
 * nothing that is stale is deleted.
 *
 * @param changed what is asked for otherwise; empty where only the camera or the length changed, or where it is not known
 * @param pictures whether no take answers the present brief; else only the clip is stale
 */
public record Stale(Set<BriefPart> changed, boolean pictures) {
    public Stale {
        changed = Set.copyOf(changed);
    }
}
