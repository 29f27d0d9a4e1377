package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8U;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.filmwright.base.FrameSize;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SamplePlaneTest {
    /** What linear sampling of a soft picture must show anywhere, to a level: upright, tilted and at odd sizes. */
    @ParameterizedTest
    @CsvSource({"64, 36, 0, 0", "65, 37, 0, 0.3", "66, 38, 0.004, 0", "67, 39, -0.006, 0.7", "90, 51, 0.01, 0.1"})
    void everySampleShowsThePictureWhereItLies(int width, int height, double angle, double shift) {
        SamplePlane plane = plane(4 * width, 4 * height);
        double cos = 2.1 * Math.cos(angle);
        double sin = 2.1 * Math.sin(angle);
        SamplePlane.Affine map = new SamplePlane.Affine(cos, -sin, 40 + shift, sin, cos, 30 - shift);
        FrameSize even = new FrameSize(width * 2 & ~3, height * 2 & ~3);
        try (YuvFrame frame = new YuvFrame(even)) {
            for (int p = 0; p < 3; p++) {
                frame.draw(p, plane, map);
                int columns = p == 0 ? even.width() : even.width() / 2;
                int lines = p == 0 ? even.height() : even.height() / 2;
                for (int i = 0; i < columns * lines; i++) {
                    int column = i % columns;
                    int line = i / columns;
                    double x = Math.clamp(cos * column - sin * line + 40 + shift, 0, 4 * width - 1);
                    double y = Math.clamp(sin * column + cos * line + 30 - shift, 0, 4 * height - 1);
                    boolean inside = x > 1 && y > 1 && x < 4 * width - 2 && y < 4 * height - 2;
                    assertEquals(tone(x, y), frame.sample(p, column, line), inside ? 1.2 : 4,
                            p + ": " + column + ", " + line);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "16", "127", "128", "235", "255"})
    void anEvenToneStaysAsItIs(int tone) {
        byte[] samples = new byte[40 * 30];
        java.util.Arrays.fill(samples, (byte) tone);
        try (Mat mat = new Mat(30, 40, CV_8U); YuvFrame frame = new YuvFrame(new FrameSize(18, 14))) {
            mat.data().put(samples);
            SamplePlane plane = new SamplePlane(mat);
            for (double tilt : new double[]{0, 0.003}) {
                frame.draw(0, plane, new SamplePlane.Affine(2.03, -tilt, 0.7, tilt, 2.03, 0.4));
                IntStream.range(0, 18 * 14).forEach(i -> assertEquals(tone, frame.sample(0, i % 18, i / 18)));
            }
        }
    }

    private static SamplePlane plane(int width, int height) {
        byte[] samples = new byte[width * height];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) Math.round(tone(i % width, i / width));
        }
        try (Mat mat = new Mat(height, width, CV_8U)) {
            mat.data().put(samples);
            return new SamplePlane(mat);
        }
    }

    private static double tone(double x, double y) {
        return 128 + 60 * Math.sin(x * 0.05) + 50 * Math.cos(y * 0.06);
    }
}
