package org.filmwright.generate.draft;

import java.awt.geom.Ellipse2D;
import java.util.SplittableRandom;
import org.filmwright.base.Setting;
import org.filmwright.base.Weather;
import org.filmwright.generate.draft.paint.Easel;
import org.filmwright.generate.draft.paint.Ink;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.stage.Setup;

/** Rain, snow, fog and wind before everything (draft-boards.md 3, README technique 11). */
final class Elements {
    private final Easel easel;
    private final Setup setup;
    private final SplittableRandom random;

    Elements(Easel easel, Setup setup) {
        this.easel = easel;
        this.setup = setup;
        random = setup.board();
    }

    void paint() {
        Weather weather = setup.staging().place().weather();
        if (setup.staging().place().setting() == Setting.INT) {
            return;
        }
        switch (weather) {
            case RAIN -> rain();
            case SNOW -> snow();
            case FOG -> fog();
            case WIND -> gusts();
            case CLEAR, OVERCAST -> {
            }
        }
    }

    private void rain() {
        double angle = Math.toRadians(9);
        Tone tone = setup.palette().mood().dark() ? Tone.hex(0xB9C6DA) : Tone.hex(0xF2F5F6);
        strokes(150, 18, 44, .30, 1.2, angle, tone);
        strokes(46, 60, 140, .34, 1.8, angle, tone);
        for (int i = 0; i < 26; i++) {
            double x = random.nextDouble(easel.width());
            double y = random.nextDouble(Math.max(420, setup.stage().horizon() + 60), 712);
            double k = 2 + (y - 400) / 60;
            easel.ink(Spline.poly(x - k, y - k, x, y, x + k, y - k * .9), Ink.of(tone, 1.2).opacity(.45));
        }
    }

    private void strokes(int count, double shortest, double longest, double opacity, double width, double angle,
            Tone tone) {
        java.awt.geom.Path2D all = new java.awt.geom.Path2D.Double();
        for (int i = 0; i < count; i++) {
            double x = random.nextDouble(-60, easel.width() + 60);
            double y = random.nextDouble(-60, 720);
            double l = random.nextDouble(shortest, longest);
            all.moveTo(x, y);
            all.lineTo(x - Math.sin(angle) * l, y + Math.cos(angle) * l);
        }
        easel.ink(all, Ink.of(tone, width).opacity(opacity).wobble(.2).dry(.1));
    }

    private void snow() {
        java.awt.geom.Path2D flakes = new java.awt.geom.Path2D.Double();
        for (int i = 0; i < 230; i++) {
            double size = i % 9 == 0
                    ? random.nextDouble(3.4, 6)
                    : i % 3 == 0 ? random.nextDouble(2, 3.2) : random.nextDouble(1, 1.8);
            flakes.append(new Ellipse2D.Double(random.nextDouble(easel.width()), random.nextDouble(720), size * 2,
                    size * 2.1), false);
        }
        easel.lift(flakes, Tone.WHITE, 1, .8);
    }

    private void fog() {
        Tone air = setup.palette().horizon().mix(setup.palette().light(), .12);
        double close = setup.close();
        for (int i = 0; i < 3; i++) {
            easel.fog(random.nextDouble(easel.width()), 590 + i * 65, easel.width() * .6, 80, air,
                    (.34 - .26 * close) * (i == 0 ? .5 : 1));
        }
    }

    private void gusts() {
        for (int i = 0; i < 9; i++) {
            double x = random.nextDouble(-100, easel.width());
            double y = random.nextDouble(120, 620);
            double l = random.nextDouble(90, 220);
            easel.ink(Spline.line(x, y, x + l * .4, y - 6, x + l * .8, y + 3, x + l, y - 2),
                    Ink.of(setup.palette().light(), 1.4).opacity(.28).dry(.4));
        }
    }
}
