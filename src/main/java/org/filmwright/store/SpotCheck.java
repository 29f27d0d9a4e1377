package org.filmwright.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;

/** Looks at a few files that steps stand for, others each time: are they there, and some of them: are they what they were. */
final class SpotCheck {
    private static final int LOOKED_FOR = 64;
    private static final int READ = 4;
    /** A longer one takes too much of a start; the check of the project reads it. */
    private static final long LONGEST = 16 << 20;
    private final Database database;
    private final MediaVault vault;

    SpotCheck(Database database, MediaVault vault) {
        this.database = database;
        this.vault = vault;
    }

    List<Finding> findings() throws IOException {
        List<MediaRef> some = new ArrayList<>(named());
        Collections.shuffle(some);
        List<Finding> found = new ArrayList<>();
        int read = 0;
        for (MediaRef media : some.stream().limit(LOOKED_FOR).toList()) {
            Path file = vault.file(media);
            if (!Files.isRegularFile(file)) {
                found.add(Finding.of(Finding.Kind.MISSING_FILE, media.path(), "This file is gone."));
            } else if (read < READ && Files.size(file) <= LONGEST) {
                read++;
                damage(media, file).ifPresent(found::add);
            }
        }
        return found;
    }

    private static Optional<Finding> damage(MediaRef media, Path file) throws IOException {
        return Digest.ofFile(file).equals(media.digest())
                ? Optional.empty()
                : Optional.of(Finding.of(Finding.Kind.DAMAGED_FILE, media.path(),
                        "The content of this file is not what it was."));
    }

    private Set<MediaRef> named() {
        return database.read(sql -> {
            Set<String> gone = TrashRows.files(sql);
            Set<MediaRef> all = new HashSet<>(sql.list("select distinct sha256, extension from artifact",
                    row -> new MediaRef(new Digest(row.getString(1)), row.getString(2))));
            all.removeIf(media -> gone.contains(media.path()));
            return all;
        });
    }
}
