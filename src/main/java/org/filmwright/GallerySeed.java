package org.filmwright;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Region;
import org.filmwright.base.ShotId;
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

/**
 * Fills a project with takes, four a shot. Few pictures are painted; {@link #PICTURES} names stand for them by hard links,
 * each of which is decoded for itself, and takes share those.
 */
final class GallerySeed {
    static final int LOOKS = 24;
    /** More than are ever kept decoded, so that going on never meets a picture again that is still there. */
    static final int PICTURES = 2048;
    private static final int TAKES_A_SHOT = 4;
    private static final int AT_ONCE = 1000;
    private static final int SHOTS_A_SCENE = 12;

    private final List<List<Path>> looks = new ArrayList<>();

    /** @param folder on the same disk as the projects @param painted how many pictures are painted */
    GallerySeed(Path folder, int painted) throws IOException {
        PreviewFiles previews = new PreviewFiles(folder);
        Files.createDirectories(folder);
        for (int i = 0; i < painted; i++) {
            Path file = folder.resolve(i + ".png");
            ImageIO.write(paint(i), "png", file.toFile());
            MediaRef media = new MediaRef(Digest.of("look " + i), "png");
            looks.add(List.of(file, previews.of(media, file, Preview.THUMB.width()), previews.of(media, file,
                    Preview.REVIEW.width())));
        }
    }

    void fill(Records records, Path film, int takes) throws IOException {
        fill(records, film, plan(takes / TAKES_A_SHOT), takes, TAKES_A_SHOT);
    }

    /** @param each how many takes a shot has */
    void fill(Records records, Path film, ShotPlan plan, int takes, int each) throws IOException {
        records.scripts().save(new Scripts.Script("gallery.fountain", "", plan));
        List<MediaRef> pictures = new ArrayList<>();
        for (int i = 0; i < Math.min(PICTURES, takes); i++) {
            pictures.add(new MediaRef(Digest.of("gallery " + i), "png"));
            link(film, pictures.getLast(), looks.get(i % looks.size()));
        }
        List<Shot> shots = plan.shots();
        Map<ShotId, Digest> briefs = new HashMap<>();
        List<ImageTake> all = IntStream.range(0, takes).mapToObj(i -> {
            Shot shot = shots.get(i / each % shots.size());
            Digest brief = briefs.computeIfAbsent(shot.id(), id -> ImageBrief.of(plan, shot).digest());
            return new ImageTake(new TakeId("gallery-" + i), shot.id(), 1 + i % each, pictures.get(i
                    % pictures.size()), brief, new ImageTake.Origin("draft", i), Region.WHOLE);
        }).toList();
        for (int from = 0; from < takes; from += AT_ONCE) {
            records.takes().addAll(all.subList(from, Math.min(takes, from + AT_ONCE)));
        }
    }

    private static ShotPlan plan(int shots) {
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder text = new StringBuilder();
        for (int scene = 1; scene <= Math.max(1, shots / SHOTS_A_SCENE); scene++) {
            text.append("INT. ROOM ").append(scene).append(" - NIGHT\n\n");
            for (int line = 0; line < SHOTS_A_SCENE; line++) {
                text.append("MARA looks at door ").append(random.nextInt(1000)).append(" of the house.\n\n");
            }
        }
        return Planner.plan(FountainReader.read(text.toString()), 1);
    }

    private static void link(Path film, MediaRef media, List<Path> look) throws IOException {
        List<Path> places = List.of(film.resolve(media.path()), preview(film, media, Preview.THUMB), preview(film,
                media, Preview.REVIEW));
        for (int i = 0; i < places.size(); i++) {
            Files.createDirectories(places.get(i).getParent());
            Files.createLink(places.get(i), look.get(i));
        }
    }

    private static Path preview(Path film, MediaRef media, Preview size) {
        String hex = media.digest().hex();
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
