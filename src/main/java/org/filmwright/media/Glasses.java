package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_UNCHANGED;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;

/** A picture as glasses of the same size that hang one behind the other, far to near; the farthest has no hole. */
public final class Glasses {
    /** How far before the picture's glass the camera stands, where the horizon is 1 behind it. */
    private static final double BEFORE = 0.15;
    /** Less of a point than that is too little to tell its colour. */
    private static final int FAINT = 24;
    /** A glass that shows less of itself than this is none. */
    private static final double LEAST = 0.0005;
    /** Points of a subject's box, each way, that are asked how near they are. */
    private static final int PROBES = 24;

    private final List<Glass> farToNear;

    private Glasses(List<Glass> farToNear) {
        this.farToNear = List.copyOf(farToNear);
    }

    /** 1 / distance from the camera. @param depth 0 at the glass of the picture, 1 at the horizon */
    public static double nearness(double depth) {
        return 1 / (BEFORE + depth);
    }

    /** One plane of a drawing. @param picture a PNG with alpha; its colours not multiplied by it */
    public record Pane(Path picture, double depth) {}

    /** The planes of a drawing. Those at one depth become one. */
    public static Glasses of(List<Pane> panes) throws MediaException {
        List<Pane> sorted = panes.stream().sorted(Comparator.comparingDouble((Pane pane) -> -pane.depth())).toList();
        List<Glass> glasses = new ArrayList<>();
        for (Pane pane : sorted) {
            glasses.add(filled(read(pane)));
        }
        return of(glasses, sorted.isEmpty() ? "planes" : sorted.getFirst().picture().toString());
    }

    /**
     * A picture and how near its points are.
     *
     * @param nearness a grey PNG of 8 or 16 bits: 0 is the farthest point, white the nearest; its shape is the picture's
     */
    public static Glasses cut(Path picture, Path nearness) throws MediaException {
        return of(DepthCut.of(Still.read(picture), nearness).glasses(), picture.toString());
    }

    static Glasses of(List<Glass> farToNear, String what) throws MediaException {
        if (farToNear.isEmpty() || farToNear.stream().map(Glass::size).distinct().count() > 1) {
            throw MediaException.refused("The planes of " + what + " are not of one size, or there are none.",
                    "Use planes that were drawn together.");
        }
        List<Glass> glasses = new ArrayList<>();
        for (Glass glass : farToNear) {
            boolean same = !glasses.isEmpty() && Math.abs(glasses.getLast().nearness() - glass.nearness()) < 1e-9;
            if (same) {
                glasses.set(glasses.size() - 1, joined(glasses.getLast(), glass));
            } else if (glasses.isEmpty() || shows(glass)) {
                glasses.add(glass);
            }
        }
        Glass farthest = glasses.getFirst();
        glasses.set(0, new Glass(farthest.colour(), Optional.empty(), farthest.nearness()));
        return new Glasses(glasses);
    }

    private static boolean shows(Glass glass) {
        long faint = IntStream.range(0, glass.size().width() * glass.size().height())
                .filter(i -> glass.matte().map(matte -> (matte[i] & 255) >= FAINT).orElse(true))
                .count();
        return faint > LEAST * glass.size().width() * glass.size().height();
    }

    private static Glass joined(Glass below, Glass above) {
        int[] argb = below.colour().argb().clone();
        byte[] matte = new byte[argb.length];
        for (int i = 0; i < argb.length; i++) {
            double over = above.matte().map(Glasses::of).orElse(FULL).at(i);
            double under = below.matte().map(Glasses::of).orElse(FULL).at(i) * (1 - over);
            int top = above.colour().argb()[i];
            double all = Math.max(1e-9, over + under);
            argb[i] = 0xff000000 | mixed(argb[i], top, 16, over / all) | mixed(argb[i], top, 8, over / all)
                    | mixed(argb[i], top, 0, over / all);
            matte[i] = (byte) Math.round(255 * (over + under));
        }
        return new Glass(new Still(below.size(), argb), Optional.of(matte), below.nearness());
    }

    private static int mixed(int under, int over, int shift, double share) {
        int a = under >> shift & 255;
        int b = over >> shift & 255;
        return (int) Math.round(a + (b - a) * share) << shift;
    }

    private interface Share {
        double at(int i);
    }

    private static final Share FULL = _ -> 1;

    private static Share of(byte[] matte) {
        return i -> (matte[i] & 255) / 255.0;
    }

    /** Its colours go on beyond what is painted. */
    private static Glass filled(Glass glass) {
        if (glass.matte().isEmpty()) {
            return glass;
        }
        byte[] matte = glass.matte().get();
        boolean[] known = new boolean[matte.length];
        boolean all = true;
        boolean whole = true;
        for (int i = 0; i < matte.length; i++) {
            known[i] = (matte[i] & 255) >= FAINT;
            all &= known[i];
            whole &= matte[i] == -1;
        }
        Still colour = all ? glass.colour() : Fill.beyond(glass.colour(), known);
        return new Glass(colour, whole ? Optional.empty() : glass.matte(), glass.nearness());
    }

    private static Glass read(Pane pane) throws MediaException {
        byte[] bytes = Still.bytesOf(pane.picture());
        FrameSize size = PictureHeader.of(bytes, pane.picture());
        try (Mat coded = new Mat(1, bytes.length, CV_8UC1); Mat bgra = decode(coded, bytes)) {
            if (bgra.empty() || bgra.channels() != 4) {
                throw MediaException.refused(pane.picture() + " is not a plane: it has no alpha.",
                        "Use planes that were drawn as such.");
            }
            int[] argb = new int[size.width() * size.height()];
            new IntPointer(bgra.data()).get(argb, 0, argb.length);
            byte[] matte = new byte[argb.length];
            for (int i = 0; i < argb.length; i++) {
                matte[i] = (byte) (argb[i] >>> 24);
                argb[i] |= 0xff000000;
            }
            return new Glass(new Still(size, argb), Optional.of(matte), nearness(pane.depth()));
        }
    }

    private static Mat decode(Mat coded, byte[] bytes) {
        coded.data().put(bytes, 0, bytes.length);
        return imdecode(coded, IMREAD_UNCHANGED);
    }

    public FrameSize size() {
        return farToNear.getFirst().size();
    }

    List<Glass> farToNear() {
        return farToNear;
    }

    /** How many there are; one is a flat picture. */
    public int count() {
        return farToNear.size();
    }

    /** How near the glasses hang, and what lies in a subject's box: the middle one of what is seen there. */
    public DepthPath.Range range(Region subject) {
        double[] seen = new double[PROBES * PROBES];
        for (int i = 0; i < seen.length; i++) {
            double x = subject.x() + subject.width() * (0.5 + i % PROBES) / PROBES;
            double y = subject.y() + subject.height() * (0.5 + i / PROBES) / PROBES;
            seen[i] = seen((int) Math.clamp(x * size().width(), 0, size().width() - 1),
                    (int) Math.clamp(y * size().height(), 0, size().height() - 1));
        }
        Arrays.sort(seen);
        return new DepthPath.Range(farToNear.getFirst().nearness(), seen[seen.length / 2], farToNear.getLast()
                .nearness());
    }

    /** How near the nearest glass hangs that is half or more painted there. */
    private double seen(int x, int y) {
        return farToNear.reversed()
                .stream()
                .filter(glass -> glass.painted(x, y) > 127)
                .findFirst()
                .orElse(farToNear.getFirst())
                .nearness();
    }
}
