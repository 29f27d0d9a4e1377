package org.filmwright.generate.draft;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.LayeredGenerator;
import org.filmwright.generate.Png;
import org.filmwright.generate.Receipt;
import org.filmwright.generate.Request;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.places.Sets;
import org.filmwright.generate.draft.props.PropStore;

/** The built-in storyboard artist: needs no model, draws from the staging, the same picture for the same request. */
public final class DraftGenerator implements LayeredGenerator {
    private static final String VERSION = "1";
    private final InstantSource clock;
    private final Artist artist;

    public DraftGenerator(InstantSource clock) {
        this(clock, new Artist(new Sets(), new PropStore()));
    }

    DraftGenerator(InstantSource clock, Artist artist) {
        this.clock = clock;
        this.artist = artist;
    }

    @Override
    public Descriptor describe() {
        return new Descriptor("draft", "Storyboard artist", VERSION, "cpu");
    }

    @Override
    public Answer start(Request request, Progress progress) {
        return switch (request) {
            case Request.Image image -> draw(image, progress);
            case Request.Clip clip -> new Answer.Failed(
                    new Failure.Refused("The storyboard artist draws pictures, not clips.",
                            "Let the camera-move renderer make the clip."));
        };
    }

    private Answer draw(Request.Image order, Progress progress) {
        Instant began = clock.instant();
        progress.checkCancelled();
        Artist.Drawing drawing = artist.draw(order.staging(), order.size(), order.seed(), order.take());
        progress.checkCancelled();
        progress.report(.8, "drawn");
        try {
            Map<String, String> receipt = Receipt.of(order, describe());
            Path file = order.folder().resolve("draft-" + order.take() + "-" + Long.toHexString(order.seed()) + ".png");
            write(Png.bytes(drawing.picture(), receipt), file);
            double seconds = Duration.between(began, clock.instant()).toNanos() / 1e9;
            return new Answer.Done(List.of(new Answer.Output(file, drawing.subject(), receipt)),
                    new Answer.Usage(seconds));
        } catch (IOException e) {
            return new Answer.Failed(unwritten(order, e));
        }
    }

    private static Failure unwritten(Request.Image order, IOException e) {
        return new Failure.Exhausted("disk", "The drawing could not be written into " + order.folder() + ": "
                + e.getMessage() + ". Nothing half-written was kept. Make room or choose another folder.");
    }

    @Override
    public Outcome<List<Request.Plane>> planes(Request.Image order, Path picture, Progress progress) {
        try {
            byte[] file = Files.readAllBytes(picture);
            BufferedImage there = ImageIO.read(new ByteArrayInputStream(file));
            progress.checkCancelled();
            Artist.Drawing drawing = again(order, there, Png.texts(file));
            progress.checkCancelled();
            return shows(there, drawing.picture())
                    ? Outcome.ok(kept(drawing, order.folder()))
                    : Outcome.failed(new Failure.Refused(
                            "The storyboard artist would draw this picture otherwise by now, so its planes are gone.",
                            "Draw the shot again."));
        } catch (IOException e) {
            return Outcome.failed(unwritten(order, e));
        }
    }

    /** The receipt knows the take, its seed and the slate that hung before it: a slate's words decide small things. */
    private Artist.Drawing again(Request.Image order, BufferedImage there, Map<String, String> receipt) {
        Staging now = order.staging();
        Staging then = new Staging(now.place(), now.size(), now.angle(), now.people(), now.props(), now.action(),
                receipt.getOrDefault("slate", now.slate()));
        return artist.inLayers(then, new FrameSize(there.getWidth(), there.getHeight()), number(receipt, "seed", order
                .seed()), (int) number(receipt, "take", order.take()));
    }

    private static long number(Map<String, String> receipt, String key, long otherwise) {
        String text = receipt.getOrDefault(key, "");
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static boolean shows(BufferedImage one, BufferedImage other) {
        int width = one.getWidth();
        return Arrays.equals(one.getRGB(0, 0, width, one.getHeight(), null, 0, width),
                other.getRGB(0, 0, width, other.getHeight(), null, 0, width));
    }

    private static List<Request.Plane> kept(Artist.Drawing drawing, Path folder) throws IOException {
        List<Request.Plane> planes = new ArrayList<>();
        for (Easel.Layer layer : drawing.layers()) {
            Path file = folder.resolve("plane-" + planes.size() + ".png");
            write(Png.bytes(withAlpha(layer.picture()), Map.of()), file);
            planes.add(new Request.Plane(file, layer.plane().depth()));
        }
        return planes;
    }

    private static BufferedImage withAlpha(BufferedImage picture) {
        if (picture.getColorModel().hasAlpha()) {
            return picture;
        }
        BufferedImage opaque = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_ARGB);
        int[] rgb = picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth());
        opaque.setRGB(0, 0, picture.getWidth(), picture.getHeight(), rgb, 0, picture.getWidth());
        return opaque;
    }

    /** Whole or not at all: beside its place first, then renamed. */
    private static void write(byte[] bytes, Path file) throws IOException {
        Path part = Files.createTempFile(file.getParent(), "draft", ".part");
        try {
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Answers at once, so there is never a job to take up again. */
    @Override
    public Answer resume(String handle, Progress progress) {
        return new Answer.Failed(new Failure.Bug("draft-resume", "The storyboard artist leaves no unfinished work."));
    }

    @Override
    public void close() {}
}
