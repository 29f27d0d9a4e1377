package org.filmwright.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filmwright.base.ClipId;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.ShotId;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.VideoWriter;
import org.filmwright.timeline.Assembly;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Join;
import org.filmwright.timeline.Slot;
import org.filmwright.timeline.SpokenLine;

/** Small real clips for tests: a bar that moves to the right over a slope of grey, one colour a clip. */
final class Footage {
    static final FrameSize SIZE = new FrameSize(320, 180);

    private final Path folder;
    private final Map<MediaRef, Path> files = new HashMap<>();
    private final List<Slot> slots = new ArrayList<>();

    Footage(Path folder) {
        this.folder = folder;
    }

    /** Three shots, the third after a dissolve. */
    static Footage threeShots(Path folder) throws MediaException {
        return new Footage(folder).shot(60, Join.CUT, 0xC04030)
                .shot(48, Join.CUT, 0x3070C0)
                .shot(72, Join.DISSOLVE,
                        0x50A050);
    }

    Footage shot(int frames, Join join, int colour) throws MediaException {
        String name = "clip" + (slots.size() + 1);
        MediaRef media = new MediaRef(Digest.of(name), "mp4");
        Path file = folder.resolve(name + ".mp4");
        VideoSettings settings = new VideoSettings(SIZE, FrameRate.FILM, VideoSettings.Purpose.CLIP);
        try (VideoWriter writer = VideoWriter.open(file, settings)) {
            for (int n = 0; n < frames; n++) {
                writer.write(picture(n, colour));
            }
            writer.finish();
        }
        files.put(media, file);
        slots.add(new Slot(new ShotId("shot-" + name), new ClipId(name), media, (slots.size() + 1) + "-A", frames,
                join));
        return this;
    }

    private static int[] picture(int n, int colour) {
        int[] argb = new int[SIZE.width() * SIZE.height()];
        for (int i = 0; i < argb.length; i++) {
            int x = i % SIZE.width();
            int grey = 40 + x / 2 - i / SIZE.width() / 4;
            argb[i] = Math.abs(x - 2 * n - 20) < 12 ? 0xff000000 | colour : 0xff000000 | grey * 0x010101;
        }
        return argb;
    }

    Path file(MediaRef media) {
        return files.get(media);
    }

    List<Item.Clip> slots() {
        return slots.stream().map(Slot::item).map(Item.Clip.class::cast).toList();
    }

    Cut cut() {
        List<SpokenLine> lines = List
                .of(new SpokenLine(slots.getFirst().item().shot(), "MARA", "Leave the light on.", 0.5, 2));
        return new Assembly("Small Film", FrameRate.FILM, SIZE, List.of("Small Film", "Written by", "Nobody"), slots,
                lines).cut();
    }
}
