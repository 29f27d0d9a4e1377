package org.filmwright.ui.shell;

import java.util.Optional;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.LineUnavailableException;
import javax.sound.sampled.SourceDataLine;
import org.filmwright.media.SoundTime;
import org.filmwright.ui.kit.Loudspeaker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The sound device that this desktop uses for everything. */
final class DesktopSpeaker implements Loudspeaker {
    private static final Logger LOG = LoggerFactory.getLogger(DesktopSpeaker.class);
    private static final AudioFormat FORMAT = new AudioFormat(SoundTime.RATE, 16, SoundTime.CHANNELS, true, false);
    /** A fifth of a second: what an edit may be late, and a busy machine as well. */
    private static final int BUFFER = SoundTime.RATE / 5 * SoundTime.CHANNELS * 2;

    @Override
    public Optional<Line> open() {
        try {
            SourceDataLine line = AudioSystem.getSourceDataLine(FORMAT);
            line.open(FORMAT, BUFFER);
            return Optional.of(new Device(line));
        } catch (LineUnavailableException | IllegalArgumentException | SecurityException none) {
            LOG.info("Films are silent: {}", none.getMessage());
            return Optional.empty();
        }
    }

    private record Device(SourceDataLine line) implements Line {
        @Override
        public int room() {
            return line.available();
        }

        @Override
        public void write(byte[] bytes, int length) {
            line.write(bytes, 0, length);
        }

        @Override
        public void start() {
            line.start();
        }

        @Override
        public void drop() {
            line.stop();
            line.flush();
        }

        @Override
        public long heard() {
            return line.getLongFramePosition();
        }

        @Override
        public void close() {
            line.close();
        }
    }
}
