package org.filmwright.generate.draft.places;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.filmwright.base.CameraAngle;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Setting;
import org.filmwright.base.ShotSize;
import org.filmwright.base.TimeOfDay;
import org.filmwright.base.Weather;
import org.filmwright.generate.Staging;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Idea;
import org.filmwright.generate.draft.stage.Mark;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Scenery;
import org.filmwright.generate.draft.stage.Setup;
import org.filmwright.generate.draft.stage.Stage;

/**
 * Paints sets to PNG under {@code target/sets} so that a person can judge them. Arguments: rows such as
 * {@code EXT|HARBOUR|DAWN|FOG|WS}; sizes EWS, WS, MS, CU.
 */
final class ContactSheet {
    private ContactSheet() {}

    public static void main(String[] rows) throws IOException {
        File folder = new File("target/sets");
        folder.mkdirs();
        BufferedImage sheet = new BufferedImage(1280, 360 * ((rows.length + 1) / 2), BufferedImage.TYPE_INT_RGB);
        Graphics2D g = sheet.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        for (int i = 0; i < rows.length; i++) {
            String[] cells = rows[i].split("\\|");
            paint(setup(cells));
            long start = System.nanoTime();
            BufferedImage board = paint(setup(cells));
            System.out.printf("%s %d ms%n", rows[i], (System.nanoTime() - start) / 1_000_000);
            ImageIO.write(board, "png", new File(folder, rows[i].replaceAll("[^A-Za-z]+", "-") + ".png"));
            g.drawImage(board, i % 2 * 640, i / 2 * 360, 640, 360, null);
        }
        g.setColor(Color.RED);
        g.dispose();
        ImageIO.write(sheet, "png", new File(folder, "sheet.png"));
    }

    static Setup setup(String[] cells) {
        Setting setting = Setting.valueOf(cells[0]);
        ShotSize size = ShotSize.valueOf(cells[4]);
        Staging.Place place = new Staging.Place(setting, cells[1], TimeOfDay.valueOf(cells[2]),
                Weather.valueOf(cells[3]));
        int take = cells.length > 5 ? Integer.parseInt(cells[5]) : 1;
        String action = cells.length > 6 ? cells[6] : "";
        Staging staging = new Staging(place, size, CameraAngle.EYE_LEVEL, List.of(), List.of(), action, "");
        int side = take % 2 == 0 ? -1 : 1;
        Idea idea = new Idea(take, side, take == 3 ? 1 : -1, 1, take == 2 ? 0 : take, side);
        double head = size.headHeight() * 720;
        double focal = 1280 * (size == ShotSize.CU ? 1.3 : size == ShotSize.MS ? 1.0 : .75);
        double distance = .225 * focal / head;
        double horizon = size == ShotSize.CU || size == ShotSize.MS ? 300 : 360;
        double markX = idea.third() < 0 ? 430 : 850;
        Stage stage = new Stage(1280, horizon, 1280 - markX, markX, focal, size == ShotSize.EWS ? 2.4 : 1.6, distance,
                side
                        * .16);
        return new Setup(staging, stage, Palette.of(place), idea, List.of(new Mark(0, 0, Mark.Support.GROUND, 1, true)),
                Signature.of(cells[1]).seed(), 7 + take, size == ShotSize.CU ? .8 : size == ShotSize.MS ? .4 : 0);
    }

    static BufferedImage paint(Setup setup) {
        Easel easel = new Easel(FrameSize.HD, setup.seed(), 0);
        Scenery scenery = new Sets().dress(setup);
        scenery.paintBehind(easel);
        if (setup.close() > .3) {
            easel.defocus(setup.close() * 11);
        }
        dummy(easel, setup);
        scenery.paintBefore(easel);
        easel.vignette(setup.palette().mood().dark() ? .36 : .16);
        easel.tooth(.02);
        return easel.picture(8);
    }

    /** A grey figure of 1.7 m on the mark, for scale. */
    private static void dummy(Easel easel, Setup setup) {
        easel.plane(Plane.FIGURES);
        Point2D foot = setup.stage().at(0, 0, 0);
        double metre = setup.stage().metre(0, 0);
        Path2D body = new Path2D.Double();
        body.append(new Ellipse2D.Double(foot.getX() - .1 * metre, foot.getY() - 1.7 * metre, .2 * metre, .25 * metre),
                false);
        body.moveTo(foot.getX() - .13 * metre, foot.getY());
        body.lineTo(foot.getX() - .24 * metre, foot.getY() - 1.38 * metre);
        body.lineTo(foot.getX() + .24 * metre, foot.getY() - 1.38 * metre);
        body.lineTo(foot.getX() + .13 * metre, foot.getY());
        body.closePath();
        easel.wash(body, Wash.flat(Tone.hex(0x2B2E36)));
    }
}
