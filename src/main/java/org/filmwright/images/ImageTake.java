package org.filmwright.images;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/**
 * One picture that came back; immutable.
 *
 * @param number of the take within its shot, from 1; no other take of the shot ever has it
 * @param brief digest of the brief it answered
 * @param origin who made it
 * @param subject where the eye should land
 */
public record ImageTake(TakeId id, ShotId shot, int number, MediaRef media, Digest brief, Origin origin,
        Region subject) {
    /**
     * The same with a number that no other take of its shot has. Of a shot that is drawn anew for what it is now, takes go
     * on where those of before end, in their own order.
     *
     * @param others of the shot
     */
    public ImageTake among(List<ImageTake> others) {
        Set<Integer> taken = others.stream().map(ImageTake::number).collect(Collectors.toSet());
        int before = last(others.stream().filter(other -> !other.brief().equals(brief)));
        int free = IntStream.of(number, before + number, 1 + last(others.stream()))
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElseThrow();
        return new ImageTake(id, shot, free, media, brief, origin, subject);
    }

    private static int last(Stream<ImageTake> takes) {
        return takes.mapToInt(ImageTake::number).max().orElse(0);
    }

    /** Generator id, and the seed it was given. */
    public record Origin(String generator, long seed) {}
}
