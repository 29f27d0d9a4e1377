package org.filmwright.generate.draft.people;

import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.people.Modelling.Stuff;

/** What makes a coat a coat: collar, front edge, buttons, pockets, folds from the pull points. */
final class Tailoring {
    private final Modelling model;
    private final Identity who;
    private final View view;
    private final Clothes clothes;
    private final double middle;

    Tailoring(Modelling model, Identity who, View view, Clothes clothes) {
        this.model = model;
        this.who = who;
        this.view = view;
        this.clothes = clothes;
        middle = view == View.PROFILE ? 38 : view == View.THREE_QUARTER ? 24 : 0;
    }

    void paint() {
        if (model.unit() < .4) {
            return;
        }
        switch (who.coat()) {
            case SUIT -> suit();
            case JACKET, LONG_COAT -> {
                front(-200);
                collar();
                buttons();
                pocket(-34, 18);
            }
            case OVERALL -> {
                front(-10);
                collar();
                pocket(-40, 150);
            }
            case SWEATER -> neckline();
            case DRESS -> {
                neckline();
                line(.7, -50, 64, 0, 58, 52, 66);
            }
        }
        line(.7, -46, 196, -34, 150, -30, 118);
        line(.7, -54, 52, -34, 34, -8, 28);
        line(.6, -50, 34, -30, 20, -12, 16);
        line(.6, 26, 70, 38, 44, 44, 10);
    }

    private void front(double low) {
        if (view == View.PROFILE) {
            return;
        }
        line(.9, middle * .75, 222, middle * .95, 110, middle, 0);
        line(.9, middle, 4, middle + 2, (low - 20) / 2, middle + 5, low);
    }

    /** Two flaps that stand away from the neck. */
    private void collar() {
        if (view == View.PROFILE) {
            flap(who.trim(), -14, 262, 24, 250, 34, 226, 6, 224);
            return;
        }
        flap(who.trim(), middle * .5 - 18, 262, middle * .6 - 40, 240, middle * .7 - 14, 204, middle * .8 + 1, 226);
        flap(who.trim(), middle * .5 + 20, 262, middle * .6 + 38, 240, middle * .8 + 16, 204, middle * .8 + 1, 226);
    }

    private void flap(Tone tone, double... wv) {
        Spline s = new Spline();
        for (int i = 0; i < wv.length; i += 2) {
            double[] p = clothes.spot(wv[i], wv[i + 1]);
            if (i == 0) {
                s.at(p[0], p[1]);
            } else {
                s.corner(p[0], p[1]);
            }
        }
        Path2D shape = s.closed();
        model.wash(shape, tone, Stuff.CLOTH);
        model.contour(shape, .9);
    }

    private void suit() {
        if (view == View.PROFILE) {
            line(.9, 20, 250, 40, 200, 44, 130);
            return;
        }
        double m = middle;
        fill(Tone.hex(0xCFC8BC), m * .7 - 20, 258, m * .7 + 22, 258, m + 2, 130);
        fill(who.scarf().isPresent() ? who.coatTone() : who.trim().times(.9), m * .75 - 5, 246, m * .75 + 7, 246, m + 8,
                150, m + 2, 134, m - 5, 150);
        flap(who.coatTone().times(1.16), m * .6 - 24, 260, m - 52, 190, m - 36, 176, m, 118, m * .7 - 16, 226);
        flap(who.coatTone().times(1.16), m * .6 + 26, 260, m + 48, 190, m + 34, 176, m + 2, 118, m * .7 + 18, 226);
        line(.9, m, 118, m + 3, 50, m + 8, -54);
    }

    private void fill(Tone tone, double... wv) {
        double[] xy = new double[wv.length];
        for (int i = 0; i < wv.length; i += 2) {
            double[] p = clothes.spot(wv[i], wv[i + 1]);
            xy[i] = p[0];
            xy[i + 1] = p[1];
        }
        model.wash(Spline.poly(xy), tone, Stuff.CLOTH);
    }

    private void neckline() {
        if (view == View.PROFILE) {
            line(.8, -18, 250, 4, 240, 24, 242);
            return;
        }
        double m = middle * .6;
        line(.9, m - 26, 252, m, 234, m + 28, 250);
        line(.6, m - 30, 246, m, 227, m + 32, 244);
    }

    private void buttons() {
        if (view == View.PROFILE || model.unit() < .8) {
            return;
        }
        for (int i = 0; i < 4; i++) {
            double[] p = clothes.spot(middle * .9 - 9, 176 - i * 62);
            model.touch(new Ellipse2D.Double(p[0] - 4, p[1] - 4, 8, 8), model.shaded(who.coatTone().times(.4)), 0, .9);
        }
    }

    private void pocket(double w, double v) {
        line(.8, w - 16, v + 4, w, v, w + 16, v + 2);
    }

    private void line(double weight, double... wv) {
        double[] xy = new double[wv.length];
        for (int i = 0; i < wv.length; i += 2) {
            double[] p = clothes.spot(wv[i] * clothes.girth(), wv[i + 1]);
            xy[i] = p[0];
            xy[i + 1] = p[1];
        }
        model.line(Spline.line(xy), weight);
    }
}
