package org.filmwright.generate.draft.paint;

import java.awt.Rectangle;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.filmwright.base.FrameSize;

/**
 * A board being painted. All coordinates and lengths are board units: the board is 720 high and as wide as its aspect
 * says (1280 for 16:9), whatever the pixels; shapes may stand beyond its edge, and should, by 100 or more, because a
 * Dutch angle turns the paper. Same seed and same calls, same pixels. Not for use by several threads at once.
 */
public final class Easel {
    private static final int MARGIN = 48;
    private final Canvas canvas;
    private final double scale;
    private final AffineTransform toPixels;
    private final Rectangle frame;
    private final Lighting lighting;
    private final SplittableRandom random;
    private Optional<Sheets> sheets = Optional.empty();
    private Plane plane = Plane.SKY;
    private Mask clip;

    /** @param roll degrees the camera is turned (Dutch angle), 0 for level */
    public Easel(FrameSize size, long seed, double roll) {
        canvas = new Canvas(size.width(), size.height());
        scale = size.height() / 720.0;
        random = new SplittableRandom(seed);
        lighting = new Lighting(canvas, scale);
        frame = new Rectangle(-MARGIN, -MARGIN, size.width() + 2 * MARGIN, size.height() + 2 * MARGIN);
        toPixels = AffineTransform.getScaleInstance(scale, scale);
        if (roll != 0) {
            toPixels.rotate(Math.toRadians(roll), width() / 2, height() / 2);
            double zoom = 1 + Math.abs(Math.sin(Math.toRadians(roll))) * .9;
            toPixels.translate(width() / 2, height() / 2);
            toPixels.scale(zoom, zoom);
            toPixels.translate(-width() / 2, -height() / 2);
        }
    }

    /** What was painted in one depth plane; the farthest has no alpha. */
    public record Layer(Plane plane, BufferedImage picture) {}

    /** Keeps the depth planes apart from now on, for {@link #layers}; the pixels are the same. */
    public Easel layered() {
        sheets = Optional.of(new Sheets(canvas));
        return this;
    }

    /** Board units across: 1280 for 16:9. */
    public double width() {
        return canvas.width / scale;
    }

    /** Always 720. */
    public double height() {
        return 720;
    }

    /** What follows belongs to this depth plane. */
    public void plane(Plane next) {
        plane = next;
        sheets.ifPresent(apart -> apart.reach(next));
    }

    public Plane plane() {
        return plane;
    }

    /** Where a board point lands, as fractions of the picture. */
    public Point2D onPicture(double x, double y) {
        Point2D p = toPixels.transform(new Point2D.Double(x, y), null);
        return new Point2D.Double(p.getX() / canvas.width, p.getY() / canvas.height);
    }

    /** The shape as coverage, to be combined, fused, clipped to. */
    public Mask mask(Shape shape) {
        return Mask.of(toPixels.createTransformedShape(shape), frame, (int) Math.ceil(30 * scale));
    }

    /** Melts joints into one outline; {@code radius} in board units, 2-6, only on things taller than 200. */
    public Mask fused(Shape shape, double radius) {
        return mask(shape).fused(radius * scale);
    }

    public void wash(Shape shape, Wash wash) {
        double pad = 3 + Math.max(wash.edge().displace() * 1.5, wash.edge().blur() * 1.7);
        wash(Mask.of(toPixels.createTransformedShape(shape), frame, (int) Math.ceil(pad * scale)), wash);
    }

    public void wash(Mask mask, Wash wash) {
        new Brush(canvas, clipped(mask), wash, scale, random.nextInt(512)).paint(plane.ordinal());
    }

    /** Everything painted by {@code work} stays inside the mask; nests. */
    public void within(Mask mask, Runnable work) {
        Mask before = clip;
        clip = clipped(mask);
        try {
            work.run();
        } finally {
            clip = before;
        }
    }

    /** One stroke a sub-path: wobbling, swelling in its middle, dry here and there. */
    public void ink(Shape path, Ink ink) {
        stroke(Pen.strokes(path, ink, random), ink);
    }

    /** The outline as broken strokes, left out where the surface faces the light (screen direction to the light). */
    public void contour(Shape shape, Ink ink, double lightX, double lightY) {
        stroke(Pen.contour(shape, ink, lightX, lightY, random), ink);
    }

    private void stroke(List<Shape> strokes, Ink ink) {
        for (Shape stroke : strokes) {
            Mask mask = clipped(Mask.of(toPixels.createTransformedShape(stroke), frame, 1));
            lighting.ink(mask, ink, plane.ordinal());
        }
    }

    /** A lamp's halo: screened, strength (1 - d/radius)^2. */
    public void glow(double x, double y, double radius, Tone light, double strength) {
        Point2D p = toPixels.transform(new Point2D.Double(x, y), null);
        lighting.glow(p.getX(), p.getY(), radius * scale, light, strength, clip);
    }

    /** Light lifted out of the paint (screen): pools, cones, windows' light on a floor. */
    public void lift(Shape shape, Tone light, double blur, double strength) {
        lift(padded(shape, blur), light, blur, strength);
    }

    public void lift(Mask mask, Tone light, double blur, double strength) {
        lighting.screen(clipped(mask.blurred(blur * scale)), light, strength);
    }

    /** Shade (multiply): cast shadows .6-.85 in black, or a tint with another tone. */
    public void shade(Shape shape, Tone tone, double blur, double strength) {
        shade(padded(shape, blur), tone, blur, strength);
    }

    public void shade(Mask mask, Tone tone, double blur, double strength) {
        lighting.multiply(clipped(mask.blurred(blur * scale)), tone, strength);
    }

    private Mask padded(Shape shape, double blur) {
        Rectangle wide = new Rectangle(frame);
        int pad = (int) Math.ceil(blur * 1.7 * scale) + 4;
        wide.grow(pad, pad);
        return Mask.of(toPixels.createTransformedShape(shape), wide, pad);
    }

    /** A drifting band of fog, an ellipse of (1 - d^2)^2 torn by noise; paint it before the figures. */
    public void fog(double x, double y, double rx, double ry, Tone tone, double strength) {
        Mask where = Mask.of(toPixels.createTransformedShape(new Ellipse2D.Double(x - rx, y - ry, 2 * rx, 2 * ry)),
                frame, 1);
        Point2D p = toPixels.transform(new Point2D.Double(x, y), null);
        lighting.fog(clipped(where), p.getX(), p.getY(), rx * scale, ry * scale, tone, strength);
    }

    /** Mixes the whole picture so far towards a tone: air between the planes. */
    public void haze(Tone tone, double share) {
        lighting.haze(tone, share);
    }

    /** Light along the edge that faces it, broken by noise. Direction points to the light on screen. */
    public void rim(Mask mask, double lightX, double lightY, double breadth, Tone light, double strength) {
        double length = Math.max(1e-6, Math.hypot(lightX, lightY));
        double reach = breadth * scale / length;
        lighting.rim(mask, clip, lightX * reach, lightY * reach, breadth * scale * .6, light, strength);
    }

    /** The part of a mask that turns away from the light (or to it, with the direction reversed): a crescent. */
    public Mask crescent(Mask mask, double lightX, double lightY, double breadth) {
        double reach = breadth * scale / Math.max(1e-6, Math.hypot(lightX, lightY));
        return mask.without(mask.shifted((int) Math.round(lightX * reach), (int) Math.round(lightY * reach)));
    }

    /** A wet or watery surface: the picture above {@code axisY} mirrored into the mask, torn sideways. */
    public void mirror(Mask mask, double axisY, double strength) {
        lighting.mirror(clipped(mask), axisY * scale, strength);
    }

    /** Throws everything painted so far out of focus (radius 2-14). */
    public void defocus(double radius) {
        lighting.defocus(radius * scale);
        sheets.ifPresent(apart -> apart.defocus(radius * scale));
    }

    /** Darkens the corners: .16 by day, .30-.42 at night. */
    public void vignette(double strength) {
        everywhere(each -> each.vignette(strength));
    }

    /** Paper tooth over everything, last of all. */
    public void tooth(double strength) {
        everywhere(each -> each.tooth(strength));
    }

    private void everywhere(Consumer<Lighting> work) {
        work.accept(lighting);
        sheets.ifPresent(apart -> apart.aside().forEach(paper -> work.accept(new Lighting(paper, scale))));
    }

    /** The finished picture; fewer bits make a smaller file (7 at night, 6 by day). */
    public BufferedImage picture(int bits) {
        return canvas.image(bits);
    }

    /** Its depth planes, far to near; laid over each other they are {@link #picture}. Only of a board that is layered. */
    public List<Layer> layers(int bits) {
        return sheets.map(apart -> apart.layers(bits)).orElse(List.of());
    }

    /** The depth plane on top at each pixel, row by row, as {@link Plane} ordinals: for parallax. */
    public byte[] planes() {
        return canvas.plane.clone();
    }

    private Mask clipped(Mask mask) {
        return clip == null || mask.isEmpty() ? mask : mask.and(clip);
    }
}
