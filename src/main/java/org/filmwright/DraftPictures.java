package org.filmwright;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.draft.DraftGenerator;
import org.filmwright.production.OnePicture;

/** Pictures of a sentence by the storyboard artist. */
final class DraftPictures {
    static final FrameSize SIZE = new FrameSize(1280, 720);

    private DraftPictures() {}

    static ImageReport make(ImageOrder order) {
        List<ImageReport.Picture> pictures = new ArrayList<>();
        for (int i = 0; i < order.files().size(); i++) {
            pictures.add(make(order, order.files().get(i), order.sampling().seed() + i));
        }
        return ImageReport.of(pictures, Optional.empty(), Optional.empty(), "draft", "cpu", Optional.empty());
    }

    private static ImageReport.Picture make(ImageOrder order, Path file, long seed) {
        Instant began = Wiring.clock().instant();
        FrameSize size = order.size().orElse(SIZE);
        OnePicture picture = new OnePicture(order.words(), size, seed, 1);
        draw(picture, file);
        double seconds = Duration.between(began, Wiring.clock().instant()).toNanos() / 1e9;
        return new ImageReport.Picture(file.toString(), seed, size.toString(), Map.of("drawing", seconds), List.of(),
                Optional.empty());
    }

    static void draw(OnePicture picture, Path file) {
        try (DraftGenerator artist = new DraftGenerator(Wiring.clock())) {
            Answer.Output made = CommandFailed.orFail(picture.draw(artist, file.toAbsolutePath()
                    .getParent(), Progress.NONE));
            ImageCommand.publish(made.file(), file);
        }
    }
}
