package org.filmwright.production;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.MediaRef;
import org.filmwright.images.Fingerprint;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Lookalikes;
import org.filmwright.images.Resemblance;
import org.filmwright.production.sense.Senses;
import org.filmwright.production.sense.Space;

/** What takes look like: looked at when they come, and those that came before that was done when somebody asks. */
record Looks(Records records, Senses senses) {
    /** So many are asked for one by one; for more all that are known are read at once. */
    private static final int FEW = 64;

    Looks(Records records) {
        this(records, Senses.NONE);
    }

    void lookAt(ImageTake take) {
        look(take.media());
    }

    /** @param takes in the order in which they came */
    Lookalikes among(List<ImageTake> takes) {
        Map<MediaRef, Fingerprint> looks = new HashMap<>(takes.size() > FEW ? records.takes().looks() : Map.of());
        return Lookalikes.among(takes, take -> {
            looks.computeIfAbsent(take.media(), picture -> records.takes()
                    .look(picture)
                    .or(() -> look(picture))
                    .orElse(null));
            return Optional.ofNullable(looks.get(take.media()));
        }, resemblance());
    }

    private Resemblance resemblance() {
        return senses.likeness()
                .map(Space::vectors)
                .<Resemblance>map(vectors -> (one, other) -> vectors.likeness(one.digest().hex(), other.digest().hex()))
                .orElse(Resemblance.UNKNOWN);
    }

    private Optional<Fingerprint> look(MediaRef picture) {
        Optional<Fingerprint> seen = Fingerprint.of(records.vault().file(picture));
        seen.ifPresent(look -> records.takes().keep(picture, look));
        return seen;
    }
}
