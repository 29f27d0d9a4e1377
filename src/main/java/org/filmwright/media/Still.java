package org.filmwright.media;

import static org.bytedeco.opencv.global.opencv_core.CV_8UC1;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC3;
import static org.bytedeco.opencv.global.opencv_core.CV_8UC4;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMREAD_COLOR;
import static org.bytedeco.opencv.global.opencv_imgcodecs.IMWRITE_JPEG_QUALITY;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imdecode;
import static org.bytedeco.opencv.global.opencv_imgcodecs.imencode;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGR2BGRA;
import static org.bytedeco.opencv.global.opencv_imgproc.COLOR_BGRA2BGR;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_AREA;
import static org.bytedeco.opencv.global.opencv_imgproc.INTER_CUBIC;
import static org.bytedeco.opencv.global.opencv_imgproc.cvtColor;
import static org.bytedeco.opencv.global.opencv_imgproc.resize;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;
import org.filmwright.base.FrameSize;

/** A picture in memory. */
public final class Still {
    private final FrameSize size;
    private final int[] argb;

    /** @param argb width x height pixels, 0xffRRGGBB, row by row; kept, not copied */
    public Still(FrameSize size, int[] argb) {
        if (argb.length != size.width() * size.height()) {
            throw new IllegalArgumentException(argb.length + " pixels for a picture of " + size);
        }
        this.size = size;
        this.argb = argb;
    }

    /** Reads a PNG or JPEG (turned upright as its EXIF says); refuses anything else, and what is too large. */
    public static Still read(Path file) throws MediaException {
        byte[] bytes = bytesOf(file);
        PictureHeader.of(bytes, file);
        try (Mat coded = new Mat(1, bytes.length, CV_8UC1);
                Mat bgr = decode(coded, bytes)) {
            if (bgr.empty()) {
                throw MediaException.refused(file + " is damaged: its pixels cannot be read.",
                        "Export the picture again as PNG or JPEG.");
            }
            return of(bgr);
        }
    }

    /** A picture file's size, from its header; refuses what {@link #read} refuses. */
    public static FrameSize sizeOf(Path file) throws MediaException {
        return PictureHeader.of(bytesOf(file), file);
    }

    private static Mat decode(Mat coded, byte[] bytes) {
        coded.data().put(bytes, 0, bytes.length);
        return imdecode(coded, IMREAD_COLOR);
    }

    static byte[] bytesOf(Path file) throws MediaException {
        try {
            if (Files.isDirectory(file)) {
                throw MediaException.refused(file + " is a folder, not a picture.", "Name a PNG or JPEG file.");
            }
            if (Files.size(file) > PictureHeader.MOST_BYTES) {
                throw MediaException.refused(file + " is larger than 256 MiB.", "Save it smaller.");
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw MediaException.refused("There is no file " + file + ".", "Check the name.");
        } catch (MediaException e) {
            throw e;
        } catch (IOException e) {
            throw MediaException.refused(file + " cannot be read: " + e.getMessage() + ".", "Check its permissions.");
        }
    }

    static Still of(Mat bgr) {
        FrameSize size = new FrameSize(bgr.cols(), bgr.rows());
        int[] argb = new int[size.width() * size.height()];
        try (Mat bgra = new Mat(size.height(), size.width(), CV_8UC4)) {
            cvtColor(bgr, bgra, COLOR_BGR2BGRA);
            new IntPointer(bgra.data()).get(argb, 0, argb.length);
        }
        return new Still(size, argb);
    }

    public FrameSize size() {
        return size;
    }

    /** The pixels themselves, 0xffRRGGBB; do not change them. */
    public int[] argb() {
        return argb;
    }

    /** A new 8-bit BGR copy in native memory; the caller closes it. */
    Mat bgr() {
        Mat bgr = new Mat(size.height(), size.width(), CV_8UC3);
        try (Mat bgra = new Mat(size.height(), size.width(), CV_8UC4)) {
            new IntPointer(bgra.data()).put(argb, 0, argb.length);
            cvtColor(bgra, bgr, COLOR_BGRA2BGR);
        }
        return bgr;
    }

    /** This picture at another width, in proportion. */
    public Still scaledTo(int width) {
        int height = Math.max(1, (int) Math.round(width / size.aspect()));
        try (Mat bgr = bgr(); Mat scaled = new Mat(); Size to = new Size(width, height)) {
            resize(bgr, scaled, to, 0, 0, width < size.width() ? INTER_AREA : INTER_CUBIC);
            return of(scaled);
        }
    }

    /** This picture filling another size: scaled in proportion, and what sticks out cut off on both sides alike. */
    public Still filling(FrameSize wanted) {
        double scale = Math.max((double) wanted.width() / size.width(), (double) wanted.height() / size.height());
        int width = Math.min(size.width(), (int) Math.round(wanted.width() / scale));
        int height = Math.min(size.height(), (int) Math.round(wanted.height() / scale));
        try (Rect middle = new Rect((size.width() - width) / 2, (size.height() - height) / 2, width, height);
                Mat bgr = bgr();
                Mat cut = new Mat(bgr, middle);
                Mat scaled = new Mat();
                Size to = new Size(wanted.width(), wanted.height())) {
            resize(cut, scaled, to, 0, 0, scale < 1 ? INTER_AREA : INTER_CUBIC);
            return of(scaled);
        }
    }

    /** Writes a JPEG of a quality 1..100, whole or not at all. */
    public void writeJpeg(Path file, int quality) throws IOException {
        write(file, ".jpg", IMWRITE_JPEG_QUALITY, quality);
    }

    /** Writes a PNG, whole or not at all. */
    public void writePng(Path file) throws IOException {
        write(file, ".png");
    }

    private void write(Path file, String format, int... options) throws IOException {
        Path part = file.resolveSibling("." + file.getFileName() + ".part");
        try (Mat bgr = bgr(); BytePointer coded = new BytePointer(); IntPointer settings = new IntPointer(options)) {
            imencode(format, bgr, coded, settings);
            byte[] bytes = new byte[(int) coded.limit()];
            coded.get(bytes);
            Files.write(part, bytes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
