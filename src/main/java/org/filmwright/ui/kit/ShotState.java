package org.filmwright.ui.kit;

import java.util.EnumSet;
import java.util.Set;
import org.filmwright.base.ShotId;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;

/** How far a shot is with its pictures; each has a glyph of its own, so that colour never says it alone. */
public enum ShotState {
    EMPTY, NEW, CHANGES, REJECTED, APPROVED, STALE;

    public static ShotState of(Snapshot snapshot, ShotId shot) {
        Set<Ruling> rulings = EnumSet.noneOf(Ruling.class);
        snapshot.takesOf(shot).forEach(take -> rulings.add(snapshot.rulingOf(take.id())));
        if (rulings.isEmpty()) {
            return EMPTY;
        }
        if (snapshot.edits().stale().containsKey(shot)) {
            return STALE;
        }
        if (rulings.contains(Ruling.APPROVED)) {
            return APPROVED;
        }
        if (rulings.contains(Ruling.NEW)) {
            return NEW;
        }
        return rulings.contains(Ruling.CHANGES) ? CHANGES : REJECTED;
    }

    public static ShotState of(Ruling ruling) {
        return switch (ruling) {
            case NEW -> NEW;
            case APPROVED -> APPROVED;
            case REJECTED -> REJECTED;
            case CHANGES -> CHANGES;
        };
    }

    public String words() {
        return Words.of("state", this);
    }
}
