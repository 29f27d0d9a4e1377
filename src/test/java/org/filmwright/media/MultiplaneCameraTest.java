package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;
import org.filmwright.clips.MotionPlan;
import org.filmwright.clips.MotionPlanner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MultiplaneCameraTest {
    private static final FrameSize PICTURE = new FrameSize(640, 360);
    private static final FrameSize FRAME = new FrameSize(320, 180);
    private static final Region SUBJECT = new Region(0.4, 0.3, 0.15, 0.3);
    private static final int FRAMES = 25;

    static Stream<CameraMove> travels() {
        return Stream.of(CameraMove.values()).filter(CameraMove::travels);
    }

    @ParameterizedTest
    @MethodSource("travels")
    void glassesAtOneDepthShowThePlainMoveToTheBit(CameraMove move) throws MediaException {
        Glass far = glass(Scenes.boxes(PICTURE), Optional.empty(), 1);
        Glass near = glass(Scenes.grain(PICTURE), Optional.of(blobs(PICTURE, 3)), 1);
        Glasses one = Glasses.of(List.of(far, near), "one");
        DepthPath path = new DepthPath(path(move), move, one.range(SUBJECT));
        assertEquals(1, one.count());
        MultiplaneCamera camera = new MultiplaneCamera(one, path, FRAME);
        RostrumCamera plain = new RostrumCamera(one.farToNear().getFirst().colour(), path.path(), FRAME);
        for (int n : new int[]{0, 7, FRAMES - 1}) {
            assertArrayEquals(samples(plain, n), samples(camera, n), move + " frame " + n);
        }
    }

    @ParameterizedTest
    @MethodSource("travels")
    void everyDepthFollowsItsOwnPathToATwentiethOfAPixel(CameraMove move) throws MediaException {
        double[] nearness = {1, 1.7, 3};
        List<Glass> glasses = new ArrayList<>();
        glasses.add(glass(Scenes.plain(PICTURE, 0xffffffff), Optional.empty(), 0.9));
        for (int i = 0; i < nearness.length; i++) {
            glasses.add(glass(Scenes.plain(PICTURE, 0xff000000), Optional.of(disc(200 + 100 * i, 170, 14)),
                    nearness[i]));
        }
        Glasses hung = Glasses.of(glasses, "discs");
        DepthPath path = new DepthPath(path(move), move, new DepthPath.Range(0.9, 1.7, 3));
        MultiplaneCamera camera = new MultiplaneCamera(hung, path, FRAME);
        try (YuvFrame frame = new YuvFrame(FRAME)) {
            for (int n : new int[]{0, 5, 12, FRAMES - 1}) {
                camera.frame(n, frame);
                for (int i = 0; i < nearness.length; i++) {
                    CameraPath.Window window = path.window(n, nearness[i], PICTURE, FRAME.aspect());
                    double scale = FRAME.width() / window.width();
                    double x = FRAME.width() / 2.0 + (200 + 100 * i - window.x()) * scale;
                    double y = FRAME.height() / 2.0 + (170 - window.y()) * scale;
                    double reach = 14 * scale + 6;
                    if (y + reach > FRAME.height() || x - reach < 0 || x + reach > FRAME.width() || y < reach) {
                        continue;
                    }
                    double[] seen = darkest(frame, x, y, reach);
                    assertEquals(x, seen[0], 0.05, move + " disc " + i + " frame " + n);
                    assertEquals(y, seen[1], 0.05, move + " disc " + i + " frame " + n);
                }
            }
        }
    }

    @Test
    void inATruckWhatIsTwiceAsNearPassesTwiceAsFar() {
        DepthPath path = new DepthPath(path(CameraMove.TRUCK_RIGHT), CameraMove.TRUCK_RIGHT,
                new DepthPath.Range(0.5, 2, 4));
        double one = way(path, 1);
        assertTrue(one > 2, "way " + one);
        for (double q : new double[]{0.5, 1.5, 2, 4}) {
            assertEquals(q * one, way(path, q), 1e-9);
        }
    }

    @Test
    void anOrbitHoldsItsSubjectAndWhatIsBehindPassesAgainstWhatIsBefore() {
        DepthPath path = new DepthPath(path(CameraMove.ORBIT_RIGHT), CameraMove.ORBIT_RIGHT,
                new DepthPath.Range(0.5, 2, 4));
        assertEquals(0, way(path, 2), 1e-9);
        assertTrue(way(path, 0.5) < -1, "who orbits to the right sees what is behind go right: the window goes left");
        assertEquals(-way(path, 1), way(path, 3), 1e-9);
    }

    @Test
    void aDollyZoomHoldsItsSubjectWhileWhatIsBehindGrows() {
        DepthPath path = new DepthPath(path(CameraMove.DOLLY_ZOOM), CameraMove.DOLLY_ZOOM,
                new DepthPath.Range(0.5, 2, 4));
        double aspect = FRAME.aspect();
        CameraPath.Window held = path.window(0, 2, PICTURE, aspect);
        for (int n = 0; n < FRAMES; n++) {
            assertEquals(held.width(), path.window(n, 2, PICTURE, aspect).width(), 1e-9);
        }
        assertTrue(path.window(0, 0.5, PICTURE, aspect).width() > 1.1
                * path.window(FRAMES - 1, 0.5, PICTURE, aspect).width());
        assertTrue(path.window(0, 4, PICTURE, aspect).width() < path.window(FRAMES - 1, 4, PICTURE, aspect).width());
    }

    /** On white glasses a black edge, a hole or a seam would show as a sample below white. */
    @ParameterizedTest
    @MethodSource("travels")
    void nothingIsEverUncovered(CameraMove move) throws MediaException {
        for (String sizes : List.of("320x180 160x90", "333x101 160x90", "97x89 90x160", "64x64 100x30")) {
            FrameSize picture = FrameSize.parse(sizes.split(" ")[0]);
            FrameSize size = FrameSize.parse(sizes.split(" ")[1]);
            List<Glass> glasses = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                glasses.add(glass(Scenes.plain(picture, 0xffffffff), Optional.of(blobs(picture, i)), 0.9 + i));
            }
            Glasses hung = Glasses.of(glasses, "paper");
            MotionPlan plan = new MotionPlanner(picture.aspect(), size.aspect(), FrameRate.FILM).plan(move, SUBJECT, 2,
                    "");
            CameraPath path = CameraPath.of(move, plan.start(), plan.end(), 9, FrameRate.FILM, 1);
            MultiplaneCamera camera = new MultiplaneCamera(hung, new DepthPath(path, move, hung.range(SUBJECT)), size);
            for (int n = 0; n < 9; n++) {
                int[] seen = samples(camera, n);
                int luma = size.width() * size.height();
                for (int i = 0; i < seen.length; i++) {
                    assertEquals(i < luma ? 235 : 128, seen[i], sizes + " frame " + n + " sample " + i);
                }
            }
        }
    }

    /** A dark disc before white paper: as much dark as the disc has, wherever it goes, and white where it was. */
    @Test
    void aPictureThatIsCutNeitherTearsNorLeavesAGhost() throws MediaException {
        byte[] disc = disc(330, 180, 60);
        int[] argb = new int[PICTURE.width() * PICTURE.height()];
        float[] near = new float[argb.length];
        for (int i = 0; i < argb.length; i++) {
            int tone = 255 - (disc[i] & 255) * 9 / 10;
            argb[i] = 0xff000000 | tone << 16 | tone << 8 | tone;
            near[i] = (disc[i] & 255) > 20 ? 1 : 0;
        }
        Glasses glasses = Glasses.of(new DepthCut(new Still(PICTURE, argb), near).glasses(), "disc");
        DepthPath path = new DepthPath(path(CameraMove.ORBIT_LEFT), CameraMove.ORBIT_LEFT, glasses.range(
                new Region(0.48, 0.45, 0.05, 0.1)));
        MultiplaneCamera camera = new MultiplaneCamera(glasses, path, FRAME);
        double first = dark(samples(camera, 0));
        for (int n = 0; n < FRAMES; n++) {
            assertEquals(first, dark(samples(camera, n)), 0.01 * first, "frame " + n);
        }
    }

    /** In the middle of a truck all depths see through one window. */
    @Test
    void aPictureThatIsCutIsAtRestThePictureItself() throws MediaException {
        Still picture = Scenes.boxes(new FrameSize(128, 72)).scaledTo(PICTURE.width());
        float[] near = new float[PICTURE.width() * PICTURE.height()];
        for (int i = 0; i < near.length; i++) {
            int x = i % PICTURE.width();
            double box = Math.clamp((110 - Math.abs(x - 300)) / 12.0, 0, 1);
            near[i] = (float) Math.max(0.85 * box, (double) i / near.length / 2);
        }
        Glasses glasses = Glasses.of(new DepthCut(picture, near).glasses(), "ramp");
        assertTrue(glasses.count() > 4);
        CameraPath path = path(CameraMove.TRUCK_LEFT);
        int[] cut = samples(new MultiplaneCamera(glasses, new DepthPath(path, CameraMove.TRUCK_LEFT, glasses.range(
                SUBJECT)), FRAME), FRAMES / 2);
        int[] plain = samples(new RostrumCamera(picture, path, FRAME), FRAMES / 2);
        double off = 0;
        for (int i = 0; i < cut.length; i++) {
            off += Math.abs(plain[i] - cut[i]);
        }
        assertTrue(off / cut.length < 0.75, off / cut.length + " levels off");
    }

    @Test
    void threadsThatDrawAtOnceDrawTheSame() throws Exception {
        Glasses glasses = Glasses.of(List.of(glass(Scenes.boxes(PICTURE), Optional.empty(), 1),
                glass(Scenes.grain(PICTURE), Optional.of(blobs(PICTURE, 3)), 3)), "two");
        MultiplaneCamera camera = new MultiplaneCamera(glasses, new DepthPath(path(CameraMove.DOLLY_IN),
                CameraMove.DOLLY_IN, glasses.range(SUBJECT)), FRAME);
        int[] alone = samples(camera, 9);
        try (ExecutorService crew = Executors.newFixedThreadPool(4)) {
            List<Future<int[]>> drawn = new ArrayList<>();
            for (int i = 0; i < 16; i++) {
                int n = i % 4 == 0 ? 9 : i;
                drawn.add(crew.submit(() -> samples(camera, n)));
            }
            for (int i = 0; i < 16; i += 4) {
                assertArrayEquals(alone, drawn.get(i).get());
            }
        }
    }

    private static Glass glass(Still colour, Optional<byte[]> matte, double nearness) {
        return new Glass(colour, matte, nearness);
    }

    private static CameraPath path(CameraMove move) {
        MotionPlan plan = new MotionPlanner(PICTURE.aspect(), FRAME.aspect(), FrameRate.FILM).plan(move, SUBJECT, 4,
                "");
        return CameraPath.of(move, plan.start(), plan.end(), FRAMES, FrameRate.FILM, 1);
    }

    /** How far the window goes, in pixels of the picture. */
    private static double way(DepthPath path, double nearness) {
        return path.window(FRAMES - 1, nearness, PICTURE, FRAME.aspect()).x()
                - path.window(0, nearness, PICTURE, FRAME.aspect()).x();
    }

    /** Soft spots, some of them cut by the picture's edge. */
    private static byte[] blobs(FrameSize size, int seed) {
        Random random = new Random(seed);
        byte[] matte = new byte[size.width() * size.height()];
        for (int blob = 0; blob < 6; blob++) {
            byte[] one = disc(size, size.width() * random.nextDouble(), size.height() * random.nextDouble(),
                    size.height() * (0.1 + 0.2 * random.nextDouble()));
            for (int i = 0; i < matte.length; i++) {
                matte[i] = (byte) Math.max(matte[i] & 255, one[i] & 255);
            }
        }
        return matte;
    }

    private static byte[] disc(double x, double y, double radius) {
        return disc(PICTURE, x, y, radius);
    }

    private static byte[] disc(FrameSize size, double x, double y, double radius) {
        byte[] matte = new byte[size.width() * size.height()];
        for (int i = 0; i < matte.length; i++) {
            double distance = Math.hypot(i % size.width() + 0.5 - x, i / size.width() + 0.5 - y);
            matte[i] = (byte) Math.round(255 * Math.clamp((radius - distance) / 3 + 0.5, 0, 1));
        }
        return matte;
    }

    /** All samples of a frame: Y, then U, then V. */
    private static int[] samples(Camera camera, int n) {
        FrameSize size = camera.size();
        int[] samples = new int[size.width() * size.height() * 3 / 2];
        try (YuvFrame frame = new YuvFrame(size)) {
            camera.frame(n, frame);
            int at = 0;
            for (int plane = 0; plane < 3; plane++) {
                int shift = plane == 0 ? 0 : 1;
                for (int y = 0; y < size.height() >> shift; y++) {
                    for (int x = 0; x < size.width() >> shift; x++) {
                        samples[at++] = frame.sample(plane, x, y);
                    }
                }
            }
        }
        return samples;
    }

    private static double dark(int[] samples) {
        return Arrays.stream(samples, 0, FRAME.width() * FRAME.height()).mapToDouble(luma -> 235 - luma).sum();
    }

    /** Centre of what is dark within a radius. */
    private static double[] darkest(YuvFrame frame, double aroundX, double aroundY, double radius) {
        double sum = 0;
        double sumX = 0;
        double sumY = 0;
        for (int y = 0; y < FRAME.height(); y++) {
            for (int x = 0; x < FRAME.width(); x++) {
                if (Math.hypot(x + 0.5 - aroundX, y + 0.5 - aroundY) < radius) {
                    double weight = 235 - frame.sample(0, x, y);
                    sum += weight;
                    sumX += weight * (x + 0.5);
                    sumY += weight * (y + 0.5);
                }
            }
        }
        return new double[]{sumX / sum, sumY / sum};
    }
}
