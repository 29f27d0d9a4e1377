package org.filmwright;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Preview;
import org.filmwright.media.PreviewFiles;
import org.filmwright.production.Records;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.shell.GalleryBench;

/** {@code bench gallery}: looking at and deciding about the takes of projects of 1,000, 10,000 and 50,000 takes. */
final class BenchGallery implements Bench {
    private static final List<Integer> SIZES = List.of(1_000, 10_000, 50_000);
    private static final int LOOKS = 24;
    private static final int CLIENTS = 64;
    private static final double FLAT = 3;

    @Override
    public List<BenchResult> run() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        List<GalleryBench.Looked> looked = SIZES.stream().map(BenchGallery::look).toList();
        List<BenchResult> results = new ArrayList<>();
        add(results, looked, "key to next image, p50", "ms", 100, GalleryBench.Looked::next);
        add(results, looked, "key to next image, p95", "ms", 100, GalleryBench.Looked::nextP95);
        add(results, looked, "key to recorded verdict shown, p95", "ms", 250, GalleryBench.Looked::decided);
        add(results, looked, "a verdict, window's thread, p95", "ms", 250, GalleryBench.Looked::change);
        add(results, looked, "grid scroll, window's thread a pulse, p99", "ms", 16, GalleryBench.Looked::page);
        add(results, looked, "opening the grid, window's thread", "ms", 3000, GalleryBench.Looked::opening);
        add(results, looked, "pictures waiting, at most", "", 64, GalleryBench.Looked::waiting);
        add(results, looked, "heap with project open", "MB", 1000, GalleryBench.Looked::heap);
        double small = looked.getFirst().nextP95();
        double large = looked.getLast().nextP95();
        results.add(new BenchResult("key to next image, 50,000 over 1,000", large / small, "times", small,
                "with 1,000 takes, ms", large / small, "value <= " + FLAT, large / small <= FLAT));
        return results;
    }

    private static void add(List<BenchResult> results, List<GalleryBench.Looked> looked, String name, String unit,
            double most, ToDoubleFunction<GalleryBench.Looked> figure) {
        double base = figure.applyAsDouble(looked.getFirst());
        for (int i = 0; i < SIZES.size(); i++) {
            double value = figure.applyAsDouble(looked.get(i));
            results.add(new BenchResult(name + ", " + SIZES.get(i) + " takes", value, unit, base, "with 1000 takes",
                    base == 0 ? 1 : value / base, "value <= " + (long) most, value <= most));
        }
    }

    private static GalleryBench.Looked look(int takes) {
        return ScratchFolder.with(folder -> {
            Path film = folder.resolve("gallery.filmwright");
            try (Wiring wiring = CommandFailed.orFail(Wiring.openOrCreate(film))) {
                seed(wiring.records(), film, takes);
            }
            StudioDesk desk = new StudioDesk();
            return GalleryBench.look(CommandFailed.orFail(desk.open(film)), desk);
        });
    }

    /** A script long enough, four takes a shot; a few pictures, painted once, stand for all. */
    private static void seed(Records records, Path film, int takes) throws IOException, InterruptedException {
        ShotPlan plan = plan(takes / 4);
        records.scripts().save(new Scripts.Script("gallery.fountain", "", plan));
        List<List<Path>> looks = looks(film);
        List<Shot> shots = plan.shots();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            for (int i = 0; i < takes; i++) {
                int number = i;
                clients.execute(() -> {
                    Shot shot = shots.get(number / 4 % shots.size());
                    MediaRef media = new MediaRef(Digest.of("gallery " + number), "png");
                    link(film, media, looks.get(number % LOOKS));
                    records.takes()
                            .add(new ImageTake(new TakeId("gallery-" + number), shot.id(), 1 + number % 4, media,
                                    ImageBrief.of(plan, shot).digest(), new ImageTake.Origin("draft", number),
                                    Region.WHOLE));
                });
            }
        }
    }

    private static ShotPlan plan(int shots) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder();
        for (int scene = 1; scene <= Math.max(1, shots / 12); scene++) {
            text.append("INT. ROOM ").append(scene).append(" - NIGHT\n\n");
            for (int line = 0; line < 12; line++) {
                text.append("MARA looks at door ").append(random.nextInt(1000)).append(" of the house.\n\n");
            }
        }
        return Planner.plan(FountainReader.read(text.toString()), 1);
    }

    /** An original with its copies, so many times; other takes are links to them. */
    private static List<List<Path>> looks(Path film) throws IOException {
        PreviewFiles previews = new PreviewFiles(film.resolve("cache"));
        List<List<Path>> looks = new ArrayList<>();
        Files.createDirectories(film.resolve("looks"));
        for (int i = 0; i < LOOKS; i++) {
            Path file = film.resolve("looks").resolve(i + ".png");
            ImageIO.write(paint(i), "png", file.toFile());
            MediaRef media = new MediaRef(Digest.of("look " + i), "png");
            looks.add(List.of(file, previews.of(media, file, Preview.THUMB.width()), previews.of(media, file,
                    Preview.REVIEW.width())));
        }
        return looks;
    }

    private static void link(Path film, MediaRef media, List<Path> look) {
        String hex = media.digest().hex();
        List<Path> places = List.of(film.resolve(media.path()), preview(film, hex, Preview.THUMB), preview(film, hex,
                Preview.REVIEW));
        IntStream.range(0, places.size()).forEach(i -> {
            try {
                Files.createDirectories(places.get(i).getParent());
                Files.createLink(places.get(i), look.get(i));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
    }

    private static Path preview(Path film, String hex, Preview size) {
        return film.resolve("cache/previews/" + size.width() + "/" + hex.substring(0, 2) + "/" + hex + ".jpg");
    }

    /** 1344 by 768, as models draw: a sky, and noise that does not compress. */
    private static BufferedImage paint(int seed) {
        BufferedImage image = new BufferedImage(1344, 768, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setPaint(new GradientPaint(0, 0, new Color(20 + seed * 4, 30, 60), 0, 768, new Color(200, 160, 90)));
        pen.fillRect(0, 0, 1344, 768);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 4000; i++) {
            pen.setColor(new Color(random.nextInt(1 << 24)));
            pen.fillOval(random.nextInt(1344), random.nextInt(768), 2 + random.nextInt(24), 2 + random.nextInt(24));
        }
        pen.dispose();
        return image;
    }
}
