package org.filmwright;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Preferences;
import org.filmwright.production.Remembered;

/**
 * What is remembered of a person: one small JSON file in the config folder, read anew whenever somebody asks and replaced
 * whole under a lock, so that two programs at once lose nothing. What cannot be read is put aside.
 */
final class PreferenceFile implements Preferences {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** Bytes; what this program writes is far smaller. */
    private static final long LARGEST = 2 << 20;
    /** A lock of the file system holds for a whole process: among its threads this one does. */
    private static final ReentrantLock HERE = new ReentrantLock();
    private final Path file;
    private final Path aside;
    private final Path lock;

    PreferenceFile(Path folder) {
        file = folder.resolve("preferences.json");
        aside = folder.resolve("preferences.unreadable.json");
        lock = folder.resolve("preferences.lock");
    }

    /** For this person on this machine. */
    static PreferenceFile here() {
        return new PreferenceFile(ConfigFolder.here());
    }

    @Override
    public Remembered remembered() {
        try {
            return read();
        } catch (IOException e) {
            return alone(this::readOrPutAside).orElse(_ -> Remembered.NOTHING);
        }
    }

    @Override
    public Optional<String> trouble() {
        return Files.exists(aside)
                ? Optional.of("What was remembered could not be read and was put aside as " + aside
                        + ". It counts no more; forget everything to delete it.")
                : Optional.empty();
    }

    @Override
    public Outcome<Remembered> change(UnaryOperator<Remembered> how) {
        return alone(() -> {
            Remembered before = readOrPutAside();
            Remembered after = how.apply(before);
            if (!after.equals(before)) {
                write(after);
            }
            return after;
        });
    }

    @Override
    public Outcome<Remembered> forgetAll() {
        return alone(() -> {
            Files.deleteIfExists(file);
            Files.deleteIfExists(aside);
            return Remembered.NOTHING;
        });
    }

    private interface Work {
        Remembered done() throws IOException;
    }

    private Outcome<Remembered> alone(Work work) {
        HERE.lock();
        try {
            Files.createDirectories(lock.getParent());
            try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock _ = channel.lock()) {
                return Outcome.ok(work.done());
            }
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", "What you took or refused could not be remembered: "
                    + e.getMessage() + ". What was remembered before is kept."));
        } finally {
            HERE.unlock();
        }
    }

    private Remembered readOrPutAside() throws IOException {
        try {
            return read();
        } catch (Unreadable e) {
            Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
            return Remembered.NOTHING;
        }
    }

    /** What stands there was never written by this program, or not to its end. */
    private static final class Unreadable extends IOException {
        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    private Remembered read() throws IOException {
        if (!Files.exists(file)) {
            return Remembered.NOTHING;
        }
        if (Files.size(file) > LARGEST) {
            throw new Unreadable(file + " is larger than " + LARGEST + " bytes");
        }
        return parsed(Files.readAllBytes(file));
    }

    private static Remembered parsed(byte[] content) throws Unreadable {
        try {
            return Optional.ofNullable(JSON.readValue(content, Remembered.class)).orElse(Remembered.NOTHING);
        } catch (IOException e) {
            throw new Unreadable(e.getMessage());
        }
    }

    private void write(Remembered content) throws IOException {
        Path part = Files.createTempFile(file.getParent(), "preferences", ".part");
        try {
            JSON.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
