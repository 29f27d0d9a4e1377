package org.filmwright.generate.draft;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.places.Sets;
import org.filmwright.generate.draft.props.PropStore;

/** Draws many boards on one sheet, to be looked at: arguments are file, columns, takes a shot, first and last shot. */
public final class ContactSheet {
    private ContactSheet() {}

    public static void main(String[] args) throws IOException {
        Path file = Path.of(args.length > 0 ? args[0] : "target/contact-sheet.png");
        int columns = args.length > 1 ? Integer.parseInt(args[1]) : 4;
        int takes = args.length > 2 ? Integer.parseInt(args[2]) : 1;
        List<Staging> all = Boolean.getBoolean("rarities") ? Stagings.rarities() : Stagings.spread();
        int from = args.length > 3 ? Integer.parseInt(args[3]) : 0;
        int to = args.length > 4 ? Integer.parseInt(args[4]) : all.size();
        write(sheet(all.subList(from, to), takes, columns), file);
    }

    static BufferedImage sheet(List<Staging> stagings, int takes, int columns) {
        Artist artist = new Artist(new Sets(), new PropStore());
        int w = columns > 3 ? 480 : columns == 1 ? 1280 : 640;
        int h = w * 9 / 16;
        int count = stagings.size() * takes;
        BufferedImage sheet = new BufferedImage(columns * w, (count + columns - 1) / columns * h,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        for (int i = 0; i < count; i++) {
            long began = cpu();
            BufferedImage picture = artist.draw(stagings.get(i / takes), FrameSize.HD, i / takes * 7 + 1, i % takes + 1)
                    .picture();
            System.out.println(i + "  " + (cpu() - began) / 1_000_000 + " ms  " + stagings.get(i / takes).slate());
            g.drawImage(picture.getScaledInstance(w, h, java.awt.Image.SCALE_AREA_AVERAGING), i % columns * w,
                    i / columns * h, null);
        }
        g.dispose();
        return sheet;
    }

    /** Work of this thread alone: others may share the machine. */
    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void write(BufferedImage sheet, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        ImageIO.write(sheet, "png", file.toFile());
    }
}
