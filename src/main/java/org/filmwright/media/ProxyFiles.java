package org.filmwright.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/**
 * Small copies of clips to play and to look for a frame in: at most 960 pixels wide, every frame a key frame, frame
 * <i>n</i> what it is in the original. They lie in a folder that may be deleted at any time, by what they are a copy of
 * and how it was made: {@code proxies/960-intra-24/ab/abcdef….mp4}. No film is made of them.
 */
public final class ProxyFiles {
    /** Pixels; what a preview is wide (decision 0108). */
    public static final int WIDTH = 960;

    private static final String RECIPE = WIDTH + "-intra-" + VideoSettings.Purpose.PROXY.quantiser();
    /** The least an encoder takes. */
    private static final int SMALLEST = 16;

    private final Path folder;

    /** @param cache of the project */
    public ProxyFiles(Path cache) {
        folder = cache.resolve("proxies").resolve(RECIPE);
    }

    /** The copy of a clip, where it is made. */
    public Optional<Path> find(MediaRef clip) {
        return Optional.of(place(clip)).filter(Files::isRegularFile);
    }

    private Path place(MediaRef clip) {
        String hex = clip.digest().hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex + ".mp4");
    }

    /**
     * Makes the copy, whole or not at all; one that is there already stays.
     *
     * @param progress how far it is; may ask to stop
     * @throws org.filmwright.base.Cancelled when asked to stop
     */
    public Outcome<Path> make(MediaRef clip, Path original, Progress progress) {
        Path place = place(clip);
        if (Files.isRegularFile(place)) {
            return Outcome.ok(place);
        }
        Path unchecked = place.resolveSibling(clip.digest().hex() + ".unchecked.mp4");
        try {
            Files.createDirectories(place.getParent());
            int frames = copy(original, unchecked, progress);
            if (VideoProbe.of(unchecked).frames() != frames) {
                throw MediaException.refused("The proxy of " + original + " has not all of its frames.",
                        "The original is shown instead.");
            }
            Files.move(unchecked, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return Outcome.ok(place);
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "The proxy of " + original + " could not be written: "
                    + e.getMessage() + ". The original is shown instead."));
        } finally {
            discard(unchecked);
        }
    }

    /** Published, it is gone already. */
    private static void discard(Path unchecked) {
        try {
            Files.deleteIfExists(unchecked);
        } catch (IOException e) {
            System.getLogger(ProxyFiles.class.getName())
                    .log(System.Logger.Level.WARNING, "Could not remove " + unchecked + ": " + e.getMessage());
        }
    }

    /** @return how many frames were copied: all */
    private static int copy(Path original, Path to, Progress progress) throws MediaException {
        try (VideoReader reader = VideoReader.open(original)) {
            FrameSize size = small(reader.size());
            VideoSettings settings = new VideoSettings(size, reader.rate(), VideoSettings.Purpose.PROXY);
            try (VideoWriter writer = VideoWriter.open(to, settings)) {
                int[] argb = new int[size.width() * size.height()];
                for (int n = 0; n < reader.frames(); n++) {
                    progress.checkCancelled();
                    reader.read(n, size, argb);
                    writer.write(argb);
                    progress.report((n + 1.0) / reader.frames(), "proxy");
                }
                writer.finish();
            }
            return reader.frames();
        }
    }

    /** The original's shape, in even sides; a picture like a ribbon gets the height that can be coded. */
    private static FrameSize small(FrameSize original) {
        double scale = Math.min(1, Math.min((double) WIDTH / original.width(), (double) WIDTH / original.height()));
        return new FrameSize(even(original.width() * scale), even(original.height() * scale));
    }

    private static int even(double side) {
        return Math.max(SMALLEST, 2 * (int) Math.round(side / 2));
    }
}
