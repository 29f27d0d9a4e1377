package org.filmwright.media;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.filmwright.base.Progress;

/**
 * The outline of a sound: the lowest and the highest of every 256 samples, of both channels together, and of every 16 of
 * those, and so on, so that a line of pixels is drawn from a few of them whatever it spans. A byte each, 127 for full scale:
 * 675 KB an hour.
 */
public final class Peaks {
    /** Samples of the finest outline in one step. */
    public static final int STEP = 256;
    /** What a file with them is called beside the others that are worked out of a sound. */
    public static final String DERIVED = "peaks";
    /** A day: what is longer is no sound for a film. */
    static final long LONGEST = 24L * 3600 * SoundTime.RATE;

    private static final int MARK = 0x46575032;
    private static final int FACTOR = 16;
    private static final int FULL = 127;

    private final long samples;
    /** From the finest to the coarsest; low and high in turn. */
    private final byte[][] levels;

    /** An outline over a range; full scale is 1. */
    public record Extent(float low, float high) {
        public static final Extent SILENCE = new Extent(0, 0);
    }

    private Peaks(long samples, byte[] finest) {
        this.samples = samples;
        int count = 1;
        for (int steps = finest.length / 2; steps > FACTOR; steps = Math.ceilDiv(steps, FACTOR)) {
            count++;
        }
        levels = new byte[count][];
        levels[0] = finest;
        for (int i = 1; i < count; i++) {
            levels[i] = coarser(levels[i - 1]);
        }
    }

    private static byte[] coarser(byte[] finer) {
        int steps = finer.length / 2;
        byte[] coarse = new byte[2 * Math.ceilDiv(steps, FACTOR)];
        for (int i = 0; i < coarse.length / 2; i++) {
            byte low = FULL;
            byte high = -FULL;
            for (int j = i * FACTOR; j < Math.min(steps, (i + 1) * FACTOR); j++) {
                low = (byte) Math.min(low, finer[2 * j]);
                high = (byte) Math.max(high, finer[2 * j + 1]);
            }
            coarse[2 * i] = low;
            coarse[2 * i + 1] = high;
        }
        return coarse;
    }

    /** Decodes all of a sound from its start on. */
    static Peaks of(SoundReader sound, Progress progress) throws MediaException {
        Outline outline = new Outline();
        long declared = Math.max(1, sound.declared());
        do {
            progress.checkCancelled();
            outline.reach(sound.at());
            outline.add(sound.chunk(), sound.length());
            progress.report(Math.min(1, (double) outline.samples / declared), "outline");
        } while (outline.samples <= LONGEST && sound.next());
        return outline.whole();
    }

    /** The same of a file. */
    public static Peaks of(Path sound, Progress progress) throws MediaException {
        try (SoundReader reader = SoundReader.open(sound)) {
            return of(reader, progress);
        }
    }

    /** The steps while they come. */
    private static final class Outline {
        private byte[] steps = new byte[1 << 12];
        private int used;
        private long samples;
        private float low = 1;
        private float high = -1;

        /** Silence up to there, where something is missing. */
        void reach(long sample) {
            float[] none = new float[2 * STEP];
            while (samples < sample && samples <= LONGEST) {
                add(none, (int) Math.min(STEP, sample - samples));
            }
        }

        void add(float[] chunk, int length) {
            for (int i = 0; i < length; i++) {
                float left = chunk[2 * i];
                float right = chunk[2 * i + 1];
                low = Math.min(low, Math.min(left, right));
                high = Math.max(high, Math.max(left, right));
                if (++samples % STEP == 0) {
                    close();
                }
            }
        }

        private void close() {
            if (used + 2 > steps.length) {
                steps = Arrays.copyOf(steps, steps.length * 2);
            }
            steps[used++] = (byte) Math.clamp((long) Math.floor(low * FULL), -FULL, FULL);
            steps[used++] = (byte) Math.clamp((long) Math.ceil(high * FULL), -FULL, FULL);
            low = 1;
            high = -1;
        }

        Peaks whole() {
            if (samples % STEP != 0) {
                close();
            }
            return new Peaks(samples, Arrays.copyOf(steps, used));
        }
    }

    /** How long the sound is. */
    public long samples() {
        return samples;
    }

    /** What lies from one sample up to another; silence beside the sound. */
    public Extent over(long from, long to) {
        long begin = Math.max(0, from);
        long stop = Math.min(to, samples);
        if (begin >= stop) {
            return Extent.SILENCE;
        }
        int level = 0;
        long step = STEP;
        while (level + 1 < levels.length && step * FACTOR <= stop - begin) {
            step *= FACTOR;
            level++;
        }
        byte[] steps = levels[level];
        int last = Math.min(steps.length / 2 - 1, (int) ((stop - 1) / step));
        int low = FULL;
        int high = -FULL;
        for (int i = (int) (begin / step); i <= last; i++) {
            low = Math.min(low, steps[2 * i]);
            high = Math.max(high, steps[2 * i + 1]);
        }
        return new Extent((float) low / FULL, (float) high / FULL);
    }

    /** Those that are kept, else made now and kept. */
    public static Peaks kept(Path at, Path sound, Progress progress) throws MediaException {
        try {
            return read(at);
        } catch (IOException missing) {
            Peaks made = of(sound, progress);
            try {
                made.write(at);
            } catch (IOException full) {
                System.getLogger(Peaks.class.getName()).log(System.Logger.Level.DEBUG, "Not kept: " + at, full);
            }
            return made;
        }
    }

    /** Writes them whole or not at all. */
    public void write(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        Path part = Files.createTempFile(target.getParent(), "peaks", ".part");
        try {
            try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(part)))) {
                out.writeInt(MARK);
                out.writeLong(samples);
                out.write(levels[0]);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** @throws IOException where they are not there, or are not whole */
    public static Peaks read(Path from) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(from)))) {
            int mark = in.readInt();
            long samples = in.readLong();
            byte[] steps = in.readAllBytes();
            if (mark != MARK || steps.length != 2 * Math.ceilDiv(samples, STEP)) {
                throw new IOException(from + " is not the outline of a sound");
            }
            return new Peaks(samples, steps);
        }
    }
}
