package org.filmwright.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.filmwright.base.FrameSize;

/** Files as they come from elsewhere and should not: cut off, lying, of another kind than their name says. */
final class BrokenFiles {
    private static final String PATTERN = "testsrc2=size=320x180:rate=24:duration=2";

    private final Path folder;
    private final FfmpegProgram ffmpeg;

    BrokenFiles(Path folder) throws IOException {
        this.folder = folder;
        ffmpeg = FfmpegProgram.unpack(folder);
    }

    Path whole() throws IOException {
        Path file = folder.resolve("whole.mp4");
        if (!Files.exists(file)) {
            Scenes.film(file, Scenes.clip(new FrameSize(320, 180)), 48);
        }
        return file;
    }

    /** The index is there, a part of the pictures is not. */
    Path cutOff() throws IOException {
        byte[] bytes = Files.readAllBytes(whole());
        return Files.write(folder.resolve("cut-off.mp4"), Arrays.copyOf(bytes, bytes.length * 3 / 5));
    }

    /** The index stood at the end. */
    Path withoutIndex() throws IOException {
        Path late = drawn("late.mp4", PATTERN, "-c:v", "mpeg4");
        byte[] bytes = Files.readAllBytes(late);
        return Files.write(folder.resolve("without-index.mp4"), Arrays.copyOf(bytes, bytes.length / 2));
    }

    Path words() throws IOException {
        return Files.writeString(folder.resolve("words.mp4"), "INT. HARBOUR - NIGHT\n".repeat(200));
    }

    Path unevenInTime() throws IOException {
        return drawn("uneven.mp4", PATTERN, "-vf", "select='lt(n,20)+not(mod(n,5))'", "-fps_mode", "vfr", "-c:v",
                "mpeg4");
    }

    /** A telephone that was held upright. */
    Path onItsSide() throws IOException {
        Path file = folder.resolve("side.mp4");
        ffmpeg.run(List.of("-display_rotation:v:0", "90", "-i", whole().toString(), "-c", "copy", file.toString()));
        return file;
    }

    Path odd() throws IOException {
        return drawn("odd.mov", "testsrc2=size=321x179:rate=24:duration=1", "-c:v", "mjpeg", "-pix_fmt", "yuvj444p");
    }

    Path withoutFrames() throws IOException {
        return drawn("none.mov", PATTERN, "-c:v", "mjpeg", "-pix_fmt", "yuvj420p", "-t", "0");
    }

    Path large() throws IOException {
        return drawn("large.mov", "color=c=orange:size=7680x4320:rate=24", "-frames:v", "2", "-c:v", "mjpeg",
                "-pix_fmt", "yuvj420p");
    }

    Path tenBits() throws IOException {
        return drawn("ten.mov", PATTERN, "-c:v", "prores_ks", "-pix_fmt", "yuv422p10le");
    }

    Path soundOnly() throws IOException {
        return drawn("sound.mp4", "sine=frequency=440:duration=1", "-c:a", "aac");
    }

    /** Says that its pictures are 15000 pixels wide and high. */
    Path boastful() throws IOException {
        Path small = drawn("small.mov", "testsrc2=size=64x36:rate=24:duration=1", "-c:v", "rawvideo", "-pix_fmt",
                "rgb24");
        byte[] bytes = Files.readAllBytes(small);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("raw ");
        for (int side = at + 4 + 24; side < at + 4 + 28; side += 2) {
            bytes[side] = (byte) (15000 >> 8);
            bytes[side + 1] = (byte) 15000;
        }
        return Files.write(folder.resolve("boastful.mov"), bytes);
    }

    private Path drawn(String name, String source, String... how) throws IOException {
        Path file = folder.resolve(name);
        ffmpeg.run(Stream.of(List.of("-f", "lavfi", "-i", source), List.of(how), List.of(file.toString()))
                .flatMap(List::stream)
                .toList());
        return file;
    }
}
