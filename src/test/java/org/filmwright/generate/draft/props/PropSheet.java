package org.filmwright.generate.draft.props;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.filmwright.base.FrameSize;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.paint.Wash;
import org.filmwright.generate.draft.stage.Light;
import org.filmwright.generate.draft.stage.Palette;
import org.filmwright.generate.draft.stage.Props;

/** Paints every prop on one sheet under {@code target/props.png}, so that a person can judge them. */
final class PropSheet {
    private PropSheet() {}

    public static void main(String[] only) throws IOException {
        PropKind[] kinds = only.length == 0
                ? PropKind.values()
                : List.of(only).stream().map(PropKind::valueOf).toArray(PropKind[]::new);
        int columns = only.length == 0 ? 8 : 2;
        int cell = only.length == 0 ? 200 : 640;
        int rows = (kinds.length + columns - 1) / columns;
        double unit = 720.0 / (rows * cell);
        Easel easel = new Easel(new FrameSize(columns * cell, rows * cell), 5, 0);
        easel.wash(new Rectangle2D.Double(-50, -50, 4000, 900), Wash.flat(Tone.hex(0x8D7A62)).streak(2, .1));
        Light light = new Light(-.6, -.8, Tone.hex(0xFFF1D8), Tone.hex(0x8090A0), new Light.Strength(.5, .9), List.of(),
                new Light.Haze(Tone.hex(0xAAAAAA), .3));
        for (int i = 0; i < kinds.length; i++) {
            Props.Prop prop = new PropStore().find(kinds[i].name()).orElseThrow();
            double high = Math.min(.8, .9 / prop.aspect()) * cell * unit;
            double x = (i % columns + .5) * cell * unit;
            double y = (i / columns + .5) * cell * unit;
            prop.paint(easel, new Props.Pose(x, y, high, 0, 77L * 128), Palette.of(Palette.Mood.ROOM_NIGHT), light);
        }
        BufferedImage picture = easel.picture(8);
        ImageIO.write(picture, "png", new File("target/props.png"));
    }
}
