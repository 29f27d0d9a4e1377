package org.filmwright.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Progress;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.VideoWriter;

/** Renders and codes the segments that are missing on a shelf, one after another. */
final class SegmentCoder {
    private final Renderer renderer;
    private final Function<MediaRef, Path> media;
    private final VideoSettings settings;
    private final SegmentShelf shelf;

    /** @param settings of the film; its captions belong to none of the segments */
    SegmentCoder(Renderer renderer, Function<MediaRef, Path> media, VideoSettings settings, SegmentShelf shelf) {
        this.renderer = renderer;
        this.media = media;
        this.settings = new VideoSettings(settings.size(), settings.rate(), settings.purpose());
        this.shelf = shelf;
    }

    void code(List<Segment> segments, Progress progress) throws IOException {
        int first = segments.getFirst().from();
        int all = segments.getLast().to() - first;
        IntConsumer written = n -> {
            progress.report((n + 1.0 - first) / all, "Frame " + (n + 1 - first) + " of " + all);
            progress.checkCancelled();
        };
        try (RenderAhead frames = new RenderAhead(renderer)) {
            for (Segment segment : segments) {
                if (!shelf.holds(segment)) {
                    code(segment, frames, written);
                }
                written.accept(segment.to() - 1);
            }
        }
    }

    /** Codes what the cut changes; a clip's own frames go over as they are coded, so none is coded twice. */
    private void code(Segment segment, RenderAhead frames, IntConsumer written) throws MediaException {
        try (VideoWriter writer = VideoWriter.open(shelf.place(segment), settings)) {
            for (Passage passage : segment.passages()) {
                if (!(passage instanceof Passage.Taken taken && takenOver(taken, writer))) {
                    frames.write(passage.from(), passage.to(), writer, written);
                }
                written.accept(passage.to() - 1);
            }
            writer.finish();
        }
    }

    private boolean takenOver(Passage.Taken taken, VideoWriter writer) throws MediaException {
        int end = taken.first() + taken.to() - taken.from();
        return renderer.frames(taken.clip()) >= end
                && writer.copy(media.apply(taken.clip()), taken.first(), end) > 0;
    }
}
