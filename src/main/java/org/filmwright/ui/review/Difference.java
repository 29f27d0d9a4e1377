package org.filmwright.ui.review;

import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;

/** What differs between two pictures: black where they are the same. */
final class Difference {
    private Difference() {}

    /** In the size of the first; of the second, the pixel at the same share of its width and height counts. */
    static Image of(Image first, Image second) {
        int width = (int) first.getWidth();
        int height = (int) first.getHeight();
        int otherWidth = (int) second.getWidth();
        int otherHeight = (int) second.getHeight();
        int[] row = new int[width];
        int[] other = new int[otherWidth];
        PixelReader one = first.getPixelReader();
        PixelReader two = second.getPixelReader();
        WritableImage image = new WritableImage(width, height);
        for (int y = 0; y < height; y++) {
            one.getPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
            two.getPixels(0, y * otherHeight / height, otherWidth, 1, PixelFormat.getIntArgbInstance(), other, 0,
                    otherWidth);
            for (int x = 0; x < width; x++) {
                row[x] = between(row[x], other[x * otherWidth / width]);
            }
            image.getPixelWriter().setPixels(0, y, width, 1, PixelFormat.getIntArgbInstance(), row, 0, width);
        }
        return image;
    }

    private static int between(int a, int b) {
        return 0xff << 24 | channel(a, b, 16) | channel(a, b, 8) | channel(a, b, 0);
    }

    private static int channel(int a, int b, int shift) {
        return Math.abs((a >> shift & 0xff) - (b >> shift & 0xff)) << shift;
    }
}
