package org.filmwright.production;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Companions;

/** Sees the middle of every picture as near, doubles every pixel, and remembers what it was asked. */
final class SeeingCompanions implements Companions {
    private final List<String> asked = new ArrayList<>();

    synchronized List<String> asked() {
        return List.copyOf(asked);
    }

    @Override
    public Set<Skill> skills() {
        return Set.of(Skill.DEPTH, Skill.ENLARGE);
    }

    @Override
    public String version(Skill skill) {
        return skill + "-1";
    }

    @Override
    public synchronized Outcome<Path> depth(Path picture, Path to, Progress progress) {
        asked.add("depth");
        BufferedImage seen = read(picture);
        BufferedImage map = new BufferedImage(seen.getWidth(), seen.getHeight(), BufferedImage.TYPE_USHORT_GRAY);
        WritableRaster raster = map.getRaster();
        for (int y = 0; y < map.getHeight(); y++) {
            for (int x = 0; x < map.getWidth(); x++) {
                boolean near = Math.abs(x - map.getWidth() / 2) < map.getWidth() / 6;
                raster.setSample(x, y, 0, near ? 65535 : 0);
            }
        }
        return write(map, to);
    }

    @Override
    public synchronized Outcome<Path> enlarge(Path picture, Path to, Progress progress) {
        asked.add("enlarge");
        BufferedImage small = read(picture);
        BufferedImage large = new BufferedImage(2 * small.getWidth(), 2 * small.getHeight(),
                BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < large.getHeight(); y++) {
            for (int x = 0; x < large.getWidth(); x++) {
                large.setRGB(x, y, small.getRGB(x / 2, y / 2));
            }
        }
        return write(large, to);
    }

    private static BufferedImage read(Path picture) {
        try {
            return ImageIO.read(picture.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Outcome<Path> write(BufferedImage picture, Path to) {
        try {
            ImageIO.write(picture, "png", to.toFile());
            return Outcome.ok(to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Outcome<Path> between(Path first, Path second, double at, Path to, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<List<float[]>> likenessOfPictures(List<Path> pictures, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<List<float[]>> likenessOfWords(List<String> texts, Progress progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Outcome<List<float[]>> meaning(List<String> texts, Progress progress) {
        throw new UnsupportedOperationException();
    }
}
