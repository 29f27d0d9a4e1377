package org.filmwright.generate.draft.places;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import org.filmwright.generate.draft.paint.Plane;
import org.filmwright.generate.draft.paint.Spline;
import org.filmwright.generate.draft.paint.Tone;
import org.filmwright.generate.draft.stage.Stage.Spot;

/**
 * Four walls less one: floor, ceiling, the back wall at {@code depth} behind the mark and side walls that run towards
 * the camera. The side the camera looks in from is left open, as on a stage.
 *
 * @param left,right x of the side walls, metres
 */
record Room(Carpenter set, double left, double right, double depth, double height, Tone wall, Tone floor) {
    /** What walls are covered with. */
    enum Finish {
        PLASTER, PLANKS, WAINSCOT, TILES, METAL, BRICK
    }

    static Room of(Carpenter set, double width, double depth, double height, Tone wall, Tone floor) {
        double lean = set.signature().between("off centre", -.12, .12) * width;
        return new Room(set, lean - width / 2, lean + width / 2, depth, height, wall, floor);
    }

    Flat back() {
        return Flat.back(set.stage(), depth);
    }

    Flat leftWall() {
        return Flat.side(set.stage(), left);
    }

    Flat rightWall() {
        return Flat.side(set.stage(), right);
    }

    boolean seesLeft() {
        return set.eyeX() > left + .3;
    }

    boolean seesRight() {
        return set.eyeX() < right - .3;
    }

    double front() {
        return set.eyeZ() + .4;
    }

    Room shell(Finish finish) {
        set.easel().plane(Plane.FAR);
        Carpenter.Grain grain = new Carpenter.Grain(84, finish == Finish.PLANKS || finish == Finish.METAL ? .12 : .04);
        double x0 = seesLeft() ? left : left - 30;
        double x1 = seesRight() ? right : right + 30;
        set.flat(back(), wall, grain, x0, 0, x1, height);
        finish(back(), finish, x0, x1);
        set.easel().plane(Plane.MIDDLE);
        if (seesLeft()) {
            set.flat(leftWall(), wall.times(.9), grain, depth, 0, front(), height);
            finish(leftWall(), finish, front(), depth);
        }
        if (seesRight()) {
            set.flat(rightWall(), wall.times(.9), grain, depth, 0, front(), height);
            finish(rightWall(), finish, front(), depth);
        }
        set.level(wall.times(.72), height, x0, front(), x1, depth);
        set.level(floor, 0, x0, front(), x1, depth);
        corners(x0, x1);
        return this;
    }

    private void corners(double x0, double x1) {
        Path2D lines = new Path2D.Double();
        lines.append(back().line(x0, 0, x1, 0), false);
        lines.append(back().line(x0, height, x1, height), false);
        for (double x : new double[]{x0, x1}) {
            lines.append(set.line(new Spot(x, 0, depth), new Spot(x, height, depth)), false);
            lines.append(set.floorLine(x, depth, x, front()), false);
            lines.append(set.line(new Spot(x, height, depth), new Spot(x, height, front())), false);
        }
        set.ink(lines, set.stage().depth(0, depth), .8);
        double metre = set.stage().metre(0, depth);
        set.easel().shade(set.stage().floor(x0, depth - .5, x1, depth), Tone.BLACK, .2 * metre, .3);
    }

    private void finish(Flat flat, Finish finish, double u0, double u1) {
        if (set.soft() && finish != Finish.WAINSCOT && finish != Finish.TILES) {
            return;
        }
        switch (finish) {
            case PLASTER -> set.ink(strip(flat, u0, u1, .12), 12, .7);
            case PLANKS -> set.ink(uprights(flat, u0, u1, .55, 0, height), 14, .6);
            case METAL -> {
                set.ink(uprights(flat, u0, u1, 1.2, 0, height), 12, .7);
                set.ink(strip(flat, u0, u1, height * .45), 12, .7);
            }
            case WAINSCOT -> {
                set.flat(flat.out(.02), wall.times(.74), u0, 0, u1, .95);
                set.ink(uprights(flat, u0, u1, .6, .12, .9), 12, .6);
                set.ink(strip(flat, u0, u1, .95), 10, .9);
            }
            case TILES -> {
                set.flat(flat.out(.02), wall.mix(Tone.WHITE, .18).times(.95), u0, 0, u1, 1.5);
                set.ink(grid(flat, u0, u1), 16, .5);
                set.ink(strip(flat, u0, u1, 1.5), 10, .9);
            }
            case BRICK -> set.ink(bricks(flat, u0, u1), 14, .6);
        }
    }

    private static Path2D strip(Flat flat, double u0, double u1, double v) {
        return flat.line(u0, v, u1, v);
    }

    private static Path2D uprights(Flat flat, double u0, double u1, double step, double v0, double v1) {
        Path2D lines = new Path2D.Double();
        for (double u = Math.ceil(u0 / step) * step; u < u1; u += step) {
            lines.append(flat.line(u, v0, u, v1), false);
        }
        return lines;
    }

    private static Path2D grid(Flat flat, double u0, double u1) {
        Path2D lines = uprights(flat, u0, u1, .3, 0, 1.5);
        for (double v = .3; v < 1.5; v += .3) {
            lines.append(flat.line(u0, v, u1, v), false);
        }
        return lines;
    }

    private Path2D bricks(Flat flat, double u0, double u1) {
        Path2D lines = new Path2D.Double();
        int row = 0;
        for (double v = .25; v < height; v += .25, row++) {
            for (double u = Math.ceil(u0) + row % 3 * .7; u < u1; u += 2.1) {
                if (set.signature().likely("brick" + row + (int) (u * 10), .45)) {
                    lines.append(flat.line(u, v, u + .6, v), false);
                }
            }
        }
        return lines;
    }

    /** Boards of the floor, running away from the camera. */
    Room boards(double step) {
        if (set.soft()) {
            return this;
        }
        Path2D lines = new Path2D.Double();
        double x0 = seesLeft() ? left : left - 10;
        double x1 = seesRight() ? right : right + 10;
        for (double x = Math.ceil(x0 / step) * step; x < x1; x += step) {
            lines.append(set.floorLine(x, front(), x, depth), false);
        }
        set.ink(lines, 14, .55);
        return this;
    }

    /** Tiles or slabs on the floor. */
    Room slabs(double step) {
        boards(step);
        Path2D lines = new Path2D.Double();
        for (double z = Math.ceil(front() / step) * step; z < depth && !set.soft(); z += step) {
            lines.append(set.floorLine(left, z, right, z), false);
        }
        set.ink(lines, 14, .55);
        return this;
    }

    /** The shine of a day window on the floor: a slanted patch before it, and the shaft in the air. */
    void sunPatch(Flat flat, double u0, double u1, double v0, double v1) {
        Spot low = flat.spot(u0, v0);
        Spot high = flat.spot(u1, v1);
        double inward = flat.ux() == 0 ? Math.signum((left + right) / 2 - flat.origin().x()) : 0;
        double ix = inward;
        double iz = inward == 0 ? -1 : -.35;
        double near = .5 + v0 * .7;
        double far = .5 + v1 * .85;
        Path2D patch = set.stage()
                .face(low.x() + ix * near, 0, low.z() + iz * near, high.x() + ix * near, 0, high.z() + iz * near,
                        high.x() + ix * far, 0, high.z() + iz * far, low.x() + ix * far, 0, low.z() + iz * far);
        double metre = set.stage().metre(low.x(), low.z());
        set.easel().lift(patch, set.palette().light(), .05 * metre, .34);
        Path2D shaft = hull(flat.at(u0, v1), flat.at(u1, v1), patch);
        set.easel().lift(shaft, set.palette().light(), .22 * metre, .09);
    }

    private static Path2D hull(Point2D a, Point2D b, Path2D patch) {
        var box = patch.getBounds2D();
        Path2D path = new Path2D.Double();
        path.moveTo(a.getX(), a.getY());
        path.lineTo(b.getX(), b.getY());
        path.lineTo(box.getMaxX(), box.getMaxY());
        path.lineTo(box.getMinX(), box.getMaxY());
        path.closePath();
        return path;
    }

    /** Darkness gathers under the ceiling and in the corners, so that the stage stays the lightest place. */
    void gather(double strength) {
        double w = set.easel().width();
        double top = Math.clamp(back().at(0, height).getY(), -60, 300);
        set.easel().shade(Heavens.rectangle(set, -140, top + 40), Tone.BLACK, 70, strength);
        set.easel()
                .shade(Spline.poly(-200, -100, w * .08, -100, w * .16, 820, -200, 820), Tone.BLACK, 90, strength * .8);
        set.easel()
                .shade(Spline.poly(w + 200, -100, w * .92, -100, w * .84, 820, w + 200, 820), Tone.BLACK, 90,
                        strength * .8);
    }
}
