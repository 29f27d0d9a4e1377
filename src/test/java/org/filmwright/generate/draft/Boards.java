package org.filmwright.generate.draft;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.places.Sets;
import org.filmwright.generate.draft.props.PropStore;

/**
 * Whole boards on one sheet under {@code target/boards}, to be looked at. Arguments: rows such as
 * {@code EXT|HARBOUR|DAWN|FOG|WS|1|Mara leans on the rail|SUITCASE}; the take, the action and the props may be missing; an
 * action without a name in capitals has nobody in it.
 */
final class Boards {
    private static final ThreadMXBean CLOCK = ManagementFactory.getThreadMXBean();

    private Boards() {}

    public static void main(String[] rows) throws IOException {
        File folder = new File("target/boards");
        folder.mkdirs();
        int columns = rows.length > 12 ? 4 : rows.length > 4 ? 3 : 2;
        int w = columns > 3 ? 480 : 640;
        BufferedImage sheet = new BufferedImage(columns * w, w * 9 / 16 * ((rows.length + columns - 1) / columns),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        Artist artist = new Artist(new Sets(), new PropStore());
        for (int i = 0; i < rows.length; i++) {
            String[] c = rows[i].split("\\|");
            int take = c.length > 5 ? Integer.parseInt(c[5]) : 1;
            long start = CLOCK.getCurrentThreadCpuTime();
            BufferedImage board = artist.draw(staging(c), FrameSize.HD, 11, take).picture();
            System.out.printf("%4d ms  %s%n", (CLOCK.getCurrentThreadCpuTime() - start) / 1_000_000, rows[i]);
            ImageIO.write(board, "png", new File(folder, "%02d.png".formatted(i)));
            g.drawImage(board.getScaledInstance(w, w * 9 / 16, java.awt.Image.SCALE_AREA_AVERAGING), i % columns * w,
                    i / columns * (w * 9 / 16), null);
        }
        g.dispose();
        ImageIO.write(sheet, "png", new File(folder, "sheet.png"));
    }

    private static Staging staging(String[] c) {
        Staging.Place place = new Staging.Place(Setting.valueOf(c[0]), c[1], TimeOfDay.valueOf(c[2]),
                Weather.valueOf(c[3]));
        String action = c.length > 6 ? c[6] : "";
        List<Staging.Person> people = action.contains("MARA")
                ? List.of(new Staging.Person("MARA", "30s, ochre scarf, long dark coat, long black hair", true, action,
                        "", Optional.empty(), -1))
                : List.of();
        List<String> props = c.length > 7 ? List.of(c[7].split(",")) : List.of();
        return new Staging(place, ShotSize.valueOf(c[4]), CameraAngle.EYE_LEVEL, people, props, action, "");
    }
}
