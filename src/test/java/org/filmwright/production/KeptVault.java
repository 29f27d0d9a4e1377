package org.filmwright.production;

import java.nio.file.Path;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.store.MediaVault;

/** The media of a project as the store keeps them, without the smaller copies; for tests that take nothing in. */
record KeptVault(MediaVault media, Path unfinished) implements Vault {
    @Override
    public Outcome<MediaRef> publish(Path staged, String extension) {
        return media.publish(staged, extension);
    }

    @Override
    public Outcome<MediaRef> adopt(Path picture) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path unfinished() {
        return Path.of("unfinished");
    }

    @Override
    public Path file(MediaRef ref) {
        return media.file(ref);
    }
}
