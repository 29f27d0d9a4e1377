package org.filmwright.production;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.Artist;
import org.filmwright.generate.draft.places.Sets;
import org.filmwright.generate.draft.props.PropStore;
import org.filmwright.story.Planner;
import org.filmwright.story.ScriptFile;
import org.filmwright.story.ShotPlan;

/** Every board of a screenplay on one sheet, to be looked at: script, sheet, columns, takes a shot, first and last shot. */
public final class FilmBoards {
    private FilmBoards() {}

    public static void main(String[] args) throws IOException {
        ShotPlan plan = Planner.plan(ScriptFile.read(Path.of(args[0])).orElse(failure -> {
            throw new IllegalArgumentException(failure.what());
        }).screenplay(), 7);
        List<Staging> all = plan.shots().stream().map(shot -> Stagings.of(plan, shot)).toList();
        int columns = Integer.parseInt(args[2]);
        int takes = Integer.parseInt(args[3]);
        int from = args.length > 4 ? Integer.parseInt(args[4]) : 0;
        int to = Math.min(all.size(), args.length > 5 ? Integer.parseInt(args[5]) : all.size());
        int w = columns > 3 ? 480 : columns == 1 ? 1280 : 640;
        int h = w * 9 / 16;
        int count = (to - from) * takes;
        BufferedImage sheet = new BufferedImage(columns * w, (count + columns - 1) / columns * h,
                BufferedImage.TYPE_INT_RGB);
        Artist artist = new Artist(new Sets(), new PropStore());
        Graphics2D g = sheet.createGraphics();
        for (int i = 0; i < count; i++) {
            Staging staging = all.get(from + i / takes);
            System.out.println(from + i / takes + "  " + staging.slate() + "  " + staging.angle() + "  "
                    + staging.place() + "  " + staging.props() + "  " + staging.action());
            BufferedImage board = artist.draw(staging, FrameSize.HD, from + i / takes, i % takes + 1).picture();
            g.drawImage(board.getScaledInstance(w, h, Image.SCALE_AREA_AVERAGING), i % columns * w, i / columns * h,
                    null);
        }
        g.dispose();
        Path file = Path.of(args[1]);
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(sheet, "png", file.toFile());
    }
}
