package org.filmwright.production;

import java.util.HexFormat;
import org.filmwright.base.Digest;

/** Seeds that a shot keeps however the rest of the film changes. */
final class Seeds {
    private Seeds() {}

    /** Depends on the film's seed, the shot and the take, and on nothing else. At least 0. */
    static long of(long film, String shot, int take) {
        String hex = Digest.of(film + "/" + shot + "/" + take).hex().substring(0, 15);
        return HexFormat.fromHexDigitsToLong(hex);
    }
}
