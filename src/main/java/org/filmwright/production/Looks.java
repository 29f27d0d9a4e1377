package org.filmwright.production;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.MediaRef;
import org.filmwright.images.Fingerprint;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Lookalikes;

/** What takes look like: looked at when they come, and those that came before that was done when somebody asks. */
record Looks(Records records) {
    void lookAt(ImageTake take) {
        look(take.media());
    }

    /** @param takes in the order in which they came */
    Lookalikes among(List<ImageTake> takes) {
        Map<MediaRef, Fingerprint> looks = new HashMap<>(records.takes().looks());
        return Lookalikes.among(takes, take -> Optional.ofNullable(looks.get(take.media())).or(() -> {
            Optional<Fingerprint> seen = look(take.media());
            seen.ifPresent(look -> looks.put(take.media(), look));
            return seen;
        }));
    }

    private Optional<Fingerprint> look(MediaRef picture) {
        Optional<Fingerprint> seen = Fingerprint.of(records.vault().file(picture));
        seen.ifPresent(look -> records.takes().keep(picture, look));
        return seen;
    }
}
