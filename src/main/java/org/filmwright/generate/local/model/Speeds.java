package org.filmwright.generate.local.model;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.FrameSize;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How fast models were on this machine: one small file, read anew whenever somebody asks and replaced whole under a lock, since each
 * process of models writes there. It can be lost: then it is measured again.
 */
public final class Speeds {
    private static final Logger LOG = LoggerFactory.getLogger(Speeds.class);
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** How much the newest picture counts against those before. */
    private static final double NEW = 0.3;
    private static final int MOST = 300;

    private final Optional<Path> file;

    private Speeds(Optional<Path> file) {
        this.file = file;
    }

    /** @param file need not exist */
    public static Speeds in(Path file) {
        return new Speeds(Optional.of(file.toAbsolutePath()));
    }

    /** Knows nothing and learns nothing. */
    public static Speeds forgetful() {
        return new Speeds(Optional.empty());
    }

    /** What is timed. @param model its fingerprint; @param device {@code cpu}, or the name of a card */
    public record Place(String model, FrameSize size, String device) {}

    /**
     * Means in which newer pictures count more.
     *
     * @param step seconds of one step
     * @param rest seconds of everything else: reading the words, loading, decoding
     * @param pictures how many were measured
     */
    public record Pace(double step, double rest, int pictures) {
        public double seconds(int steps) {
            return steps * step + rest;
        }

        private Pace with(Pace newest) {
            return new Pace(mean(step, newest.step), mean(rest, newest.rest), pictures + 1);
        }

        private static double mean(double before, double now) {
            return before + NEW * (now - before);
        }
    }

    private record Row(String model, int width, int height, String device, double step, double rest, int pictures) {
        static Row of(Place at, Pace pace) {
            return new Row(at.model, at.size.width(), at.size.height(), at.device, pace.step, pace.rest, pace.pictures);
        }

        boolean is(Place at) {
            return model.equals(at.model) && width == at.size.width() && height == at.size.height()
                    && device.equals(at.device);
        }

        Pace pace() {
            return new Pace(step, rest, pictures);
        }
    }

    /** Nothing where that was never measured. */
    public Optional<Pace> of(Place at) {
        return rows().stream().filter(row -> row.is(at)).map(Row::pace).findFirst();
    }

    /** A picture is done. @param steps that were computed, at least one */
    public void learn(Place at, int steps, double stepSeconds, double restSeconds) {
        if (file.isEmpty() || steps < 1) {
            return;
        }
        Path lock = file.get().resolveSibling("speeds.lock");
        try {
            Files.createDirectories(lock.getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                write(file.get(), with(at, new Pace(stepSeconds / steps, restSeconds, 1)));
            }
        } catch (IOException e) {
            LOG.debug("How long the picture took is not remembered.", e);
        }
    }

    /** What was measured last stands last, so that what nobody paints with any more goes first. */
    private List<Row> with(Place at, Pace newest) {
        List<Row> rows = new ArrayList<>(rows());
        Pace pace = of(at).map(before -> before.with(newest)).orElse(newest);
        rows.removeIf(row -> row.is(at));
        rows.add(Row.of(at, pace));
        return rows.subList(Math.max(0, rows.size() - MOST), rows.size());
    }

    private List<Row> rows() {
        if (file.filter(Files::isRegularFile).isEmpty()) {
            return List.of();
        }
        try {
            return JSON.readValue(file.get().toFile(), new TypeReference<List<Row>>() {
            });
        } catch (IOException e) {
            LOG.debug("What was measured cannot be read and begins anew.", e);
            return List.of();
        }
    }

    private static void write(Path file, List<Row> rows) throws IOException {
        Path part = Files.createTempFile(file.getParent(), "speeds", ".part");
        try {
            JSON.writeValue(part.toFile(), rows);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
