package org.filmwright.timeline;

import java.util.Optional;
import java.util.stream.IntStream;
import org.filmwright.base.Outcome;

/** How sounds come to lie in a cut. */
public final class Sounds {
    private Sounds() {}

    /**
     * Lays all of a sound where nothing is covered by it: on the first sound track that is not locked and has room there,
     * else on a further one.
     *
     * @param frame on which it begins; 0 or more
     */
    public static Outcome<Cut> lay(Cut cut, int frame, Recording recording) {
        Item.Sound sound = item(cut, recording);
        Optional<Integer> free = IntStream.rangeClosed(1, cut.tracks().size())
                .filter(track -> takes(cut.track(track), frame, sound.frames()))
                .boxed()
                .findFirst();
        return free.isPresent()
                ? TrackEdits.put(cut, free.get(), frame, sound)
                : TrackEdits.add(cut, Track.Kind.SOUND)
                        .then(more -> TrackEdits.put(more, more.tracks().size(), frame, sound));
    }

    private static Item.Sound item(Cut cut, Recording recording) {
        int frames = Math.max(1, (int) Math.ceil(recording.seconds() * cut.rate().perSecond() - 1e-6));
        return new Item.Sound(recording.media(), recording.label(), frames, new Source(0, frames), Level.PLAIN, 0);
    }

    private static boolean takes(Track track, int frame, int frames) {
        return track.kind() == Track.Kind.SOUND && !track.locked() && isFree(track, frame, frame + frames);
    }

    private static boolean isFree(Track track, int from, int to) {
        int start = 0;
        for (Item item : track.items()) {
            int end = start + item.frames();
            if (!(item instanceof Item.Gap) && start < to && end > from) {
                return false;
            }
            start = end;
        }
        return true;
    }
}
