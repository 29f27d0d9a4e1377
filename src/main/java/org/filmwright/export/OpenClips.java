package org.filmwright.export;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoReader;
import org.filmwright.timeline.Item;

/**
 * The few clips that a renderer has open at a time: the originals, or their proxies where there are some and they may be
 * used. One thread at a time; native memory: close it.
 */
final class OpenClips implements AutoCloseable {
    /** Two for a dissolve, two for jumping about a cut. */
    private static final int MOST = 4;

    private final Function<MediaRef, Path> originals;
    private final Function<MediaRef, Optional<Path>> proxies;
    private final SequencedMap<MediaRef, Opened> opened = new LinkedHashMap<>(8, 0.75f, true);
    private final Map<MediaRef, MediaException> broken = new HashMap<>();

    OpenClips(Function<MediaRef, Path> originals, Function<MediaRef, Optional<Path>> proxies) {
        this.originals = originals;
        this.proxies = proxies;
    }

    /** @param spoilt whether its proxy could not be read, so that none is looked for again */
    private record Opened(VideoReader reader, Stock stock, boolean spoilt) {}

    /** How a frame is read. */
    interface Reading {
        void from(VideoReader reader) throws MediaException;
    }

    /**
     * Reads from a clip; where its proxy cannot be read, from the original.
     *
     * @throws MediaException naming the shot
     */
    Stock read(Item.Clip clip, Reading reading) throws MediaException {
        try {
            Opened from = open(clip.media());
            try {
                reading.from(from.reader);
                return from.stock;
            } catch (MediaException e) {
                if (from.stock != Stock.PROXY) {
                    throw e;
                }
                Opened original = original(clip.media(), true);
                reading.from(original.reader);
                return original.stock;
            }
        } catch (MediaException e) {
            throw unreadable(clip, e.failure());
        }
    }

    /** The reader of a clip for whoever reads only originals. @throws MediaException naming the shot */
    VideoReader of(Item.Clip clip) throws MediaException {
        try {
            return open(clip.media()).reader;
        } catch (MediaException e) {
            throw unreadable(clip, e.failure());
        }
    }

    /** The original of a clip or picture. */
    Path file(MediaRef media) {
        return originals.apply(media);
    }

    /** How many frames a clip's file has. */
    int frames(MediaRef clip) throws MediaException {
        return open(clip).reader.frames();
    }

    private static MediaException unreadable(Item.Clip clip, Failure failure) {
        return new MediaException(failure instanceof Failure.Refused(String what, String remedy)
                ? new Failure.Refused("The clip of shot " + clip.label() + " cannot be read: " + what, remedy)
                : failure);
    }

    /** A proxy that has come since is taken up. */
    private Opened open(MediaRef clip) throws MediaException {
        Opened now = opened.get(clip);
        if (now != null && (now.stock == Stock.PROXY || now.spoilt)) {
            return now;
        }
        Optional<Path> proxy = proxies.apply(clip);
        if (proxy.isPresent()) {
            try {
                return put(clip, new Opened(VideoReader.open(proxy.get()), Stock.PROXY, false));
            } catch (MediaException spoilt) {
                return original(clip, true);
            }
        }
        return now != null ? now : original(clip, false);
    }

    /** What could not be opened is not tried again for every frame. */
    private Opened original(MediaRef clip, boolean spoilt) throws MediaException {
        if (broken.containsKey(clip)) {
            throw broken.get(clip);
        }
        Path file = originals.apply(clip);
        try {
            if (!Files.isRegularFile(file)) {
                throw new MediaException(new Failure.Refused("its file is missing: " + file + ".",
                        "Make that clip again."));
            }
            return put(clip, new Opened(VideoReader.open(file), Stock.ORIGINAL, spoilt));
        } catch (MediaException e) {
            broken.put(clip, e);
            throw e;
        }
    }

    private Opened put(MediaRef clip, Opened now) {
        Opened before = opened.put(clip, now);
        if (before != null) {
            before.reader.close();
        } else if (opened.size() > MOST) {
            opened.pollFirstEntry().getValue().reader.close();
        }
        return now;
    }

    @Override
    public void close() {
        opened.values().forEach(each -> each.reader.close());
        opened.clear();
    }
}
