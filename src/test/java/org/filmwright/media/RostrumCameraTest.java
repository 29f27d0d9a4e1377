package org.filmwright.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.CameraMove;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Region;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class RostrumCameraTest {
    private static final FrameSize FRAME = new FrameSize(1024, 576);

    /** The measure of film.md 4.2: a spot on a 1920x1080 still, zoom 1.00 to 1.15 over 120 frames. */
    @Test
    void aSlowPushFollowsItsPathToATwentiethOfAPixelAndNeverStepsBack() {
        FrameSize picture = new FrameSize(1920, 1080);
        double x = 700;
        double y = 400;
        double side = 1 / 1.15;
        CameraPath path = new CameraPath(Region.WHOLE, new Region(0.5 - side / 2, 0.5 - side / 2, side, side),
                Easing.LINEAR, Shake.NONE, 120, FrameRate.FILM);
        RostrumCamera camera = new RostrumCamera(spot(picture, x, y), path, FRAME);
        double squares = 0;
        int backward = 0;
        double[] before = {Double.MAX_VALUE, Double.MAX_VALUE};
        try (YuvFrame frame = new YuvFrame(FRAME)) {
            for (int n = 0; n < 120; n++) {
                camera.frame(n, frame);
                double[] seen = centre(frame.luma());
                CameraPath.Point exact = path.onScreen(n, picture, FRAME, x, y);
                squares += Math.pow(seen[0] - exact.x(), 2) + Math.pow(seen[1] - exact.y(), 2);
                backward += (seen[0] >= before[0] ? 1 : 0) + (seen[1] >= before[1] ? 1 : 0);
                before = seen;
            }
        }
        double rms = Math.sqrt(squares / 240);
        assertTrue(rms < 0.01, "rms " + rms);
        assertEquals(0, backward);
    }

    /** On white paper a black edge would show as a sample below white. */
    @TestFactory
    List<DynamicTest> noMoveEverShowsAnEdge() {
        List<DynamicTest> tests = new ArrayList<>();
        for (String sizes : List.of("320x180 160x90", "101x333 160x90", "333x101 160x90", "97x89 90x160",
                "64x64 100x30",
                "700x395 64x64", "31x17 160x90")) {
            FrameSize picture = FrameSize.parse(sizes.split(" ")[0]);
            FrameSize frame = FrameSize.parse(sizes.split(" ")[1]);
            for (CameraMove move : List.of(CameraMove.PUSH_IN, CameraMove.HANDHELD)) {
                tests.add(DynamicTest.dynamicTest(sizes + " " + move, () -> staysWhite(picture, frame, move)));
            }
        }
        return tests;
    }

    private static void staysWhite(FrameSize picture, FrameSize size, CameraMove move) {
        Still paper = Scenes.plain(picture, 0xffffffff);
        Random random = new Random(3);
        try (YuvFrame frame = new YuvFrame(size)) {
            for (int i = 0; i < 12; i++) {
                CameraPath path = CameraPath.of(move, window(random), window(random), 7, FrameRate.FILM, i);
                RostrumCamera camera = new RostrumCamera(paper, path, size);
                for (int n = 0; n < 7; n++) {
                    camera.frame(n, frame);
                    for (byte luma : frame.luma()) {
                        assertEquals(235, luma & 255);
                    }
                    assertEquals(128, frame.sample(1, 0, 0));
                    assertEquals(128, frame.sample(2, size.width() / 2 - 1, size.height() / 2 - 1));
                }
            }
        }
    }

    private static Region window(Random random) {
        double width = 0.3 + 0.7 * random.nextDouble();
        double height = 0.3 + 0.7 * random.nextDouble();
        return new Region((1 - width) * random.nextDouble(), (1 - height) * random.nextDouble(), width, height);
    }

    @Test
    void aStillShotOfTheFramesSizeIsThePictureItself() {
        Still boxes = Scenes.boxes(FRAME);
        RostrumCamera camera = new RostrumCamera(boxes,
                new CameraPath(Region.WHOLE, Region.WHOLE, Easing.SOFT, Shake.NONE, 5, FrameRate.FILM), FRAME);
        try (YuvFrame frame = new YuvFrame(FRAME)) {
            camera.frame(3, frame);
            byte[] luma = frame.luma();
            for (int i = 0; i < luma.length; i++) {
                int rgb = boxes.argb()[i];
                double y = 16 + 219 / 255.0
                        * (0.2126 * (rgb >> 16 & 255) + 0.7152 * (rgb >> 8 & 255) + 0.0722 * (rgb & 255));
                assertEquals(y, luma[i] & 255, 1);
            }
        }
    }

    @Test
    void aHandHeldCameraNeverJerks() {
        CameraPath path = CameraPath.of(CameraMove.HANDHELD, new Region(0.05, 0.05, 0.9, 0.9),
                new Region(0.05, 0.05, 0.9, 0.9), 96, FrameRate.FILM, 11);
        double furthest = 0;
        for (int n = 1; n < 96; n++) {
            CameraPath.Point a = path.onScreen(n - 1, FRAME, FRAME, 512, 288);
            CameraPath.Point b = path.onScreen(n, FRAME, FRAME, 512, 288);
            assertTrue(Math.hypot(b.x() - a.x(), b.y() - a.y()) < 2.5);
            furthest = Math.max(furthest, Math.hypot(b.x() - 512, b.y() - 288));
        }
        assertTrue(furthest > 0.002 * 1024 && furthest < 0.012 * 1024, "furthest " + furthest);
    }

    @Test
    void easingStartsAndStopsSoftlyAndNeverGoesBack() {
        for (Easing easing : Easing.values()) {
            assertEquals(0, easing.at(0), 1e-12);
            assertEquals(1, easing.at(1), 1e-12);
            for (int i = 1; i <= 1000; i++) {
                assertTrue(easing.at(i / 1000.0) > easing.at((i - 1) / 1000.0));
            }
        }
        assertEquals(0.5, Easing.SOFT.at(0.5), 1e-12);
        assertTrue(Easing.SOFT.at(0.01) < 0.0005);
        assertTrue(Easing.IN.at(0.01) < 0.0005 && Easing.IN.at(0.99) < 0.99, "leaves at full speed");
        assertEquals(Easing.IN.at(0.3), 1 - Easing.OUT.at(0.7), 1e-12);
    }

    private static Still spot(FrameSize size, double x, double y) {
        int[] argb = new int[size.width() * size.height()];
        for (int i = 0; i < argb.length; i++) {
            double dx = i % size.width() + 0.5 - x;
            double dy = i / size.width() + 0.5 - y;
            argb[i] = 0xff000000 | (int) Math.round(255 * Math.exp(-(dx * dx + dy * dy) / 72)) * 0x10101;
        }
        return new Still(size, argb);
    }

    private static double[] centre(byte[] luma) {
        double light = 0;
        double x = 0;
        double y = 0;
        for (int i = 0; i < luma.length; i++) {
            double level = Math.max(0, (luma[i] & 255) - 18);
            light += level;
            x += level * (i % FRAME.width() + 0.5);
            y += level * (i / FRAME.width() + 0.5);
        }
        return new double[]{x / light, y / light};
    }
}
