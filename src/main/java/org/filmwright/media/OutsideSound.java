package org.filmwright.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** A copy of somebody's sound, all of which was decoded once. @param peaks its outline, and how long it is */
public record OutsideSound(Path file, String extension, Peaks peaks) {
    private static final String AGAIN = "Fetch it or save it again.";
    private static final String KINDS = "Use a WAV, FLAC, MP3, M4A or OGG file.";
    /** A sound may miss so much of what it says it has: encoders pad, and some round. */
    private static final long MISSING = SoundTime.RATE / 2;
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    /** What programs write that do not know the length of a WAV yet, or cannot say it. */
    private static final long UNKNOWN = 0xFFFF_0000L;
    /** Bytes that a WAV may lack. */
    private static final int SLACK = 1024;
    /** The share of broken packets that is not heard. */
    private static final double BROKEN = 0.02;

    /** Copies a sound into a folder; refuses what is none, or not whole, and then leaves nothing there. */
    public static Outcome<OutsideSound> copied(Path sound, Path folder, Progress progress) {
        String extension = extension(sound);
        if (!MediaRef.SOUNDS.contains(extension)) {
            return refused(sound + " is not named as a sound is.", KINDS);
        }
        try (SoundReader reader = SoundReader.open(sound)) {
            if (reader.declared() > Peaks.LONGEST) {
                return tooLong(sound);
            }
            Optional<Failure> full = full(sound, folder);
            return full.isPresent()
                    ? Outcome.failed(full.get())
                    : adopted(sound, Files.createTempFile(folder, "outside", "." + extension), progress);
        } catch (MediaException e) {
            return Outcome.failed(e.failure());
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", sound + " could not be copied: " + e.getMessage()
                    + ". Nothing was imported."));
        }
    }

    /** In small letters, without the dot. */
    public static String extension(Path file) {
        String name = Optional.ofNullable(file.getFileName()).map(Path::toString).orElse("");
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<Failure> full(Path sound, Path folder) throws IOException {
        long bytes = Files.size(sound);
        long free = Files.getFileStore(folder).getUsableSpace();
        return free >= bytes
                ? Optional.empty()
                : Optional.of(new Failure.Exhausted("disk",
                        "%s has %d MB, and %d MB are left in the project. Nothing was imported. Free some space first."
                                .formatted(sound, bytes >> 20, free >> 20)));
    }

    /** The copy counts: the original may change while it is read. */
    private static Outcome<OutsideSound> adopted(Path sound, Path copy, Progress progress) throws IOException {
        boolean kept = false;
        try {
            Files.copy(sound, copy, StandardCopyOption.REPLACE_EXISTING);
            Outcome<Peaks> whole = checked(sound, copy, progress);
            kept = whole instanceof Outcome.Ok<Peaks>;
            return whole.then(peaks -> Outcome.ok(new OutsideSound(copy, extension(copy), peaks)));
        } finally {
            if (!kept) {
                Files.deleteIfExists(copy);
            }
        }
    }

    private static Outcome<Peaks> checked(Path sound, Path copy, Progress progress) throws IOException {
        long riff = riff(copy);
        if (riff > Files.size(copy) + SLACK) {
            return refused("%s is cut off: %d of %d KB are there.".formatted(sound, Files.size(copy) >> 10, riff >> 10),
                    AGAIN);
        }
        try (SoundReader reader = SoundReader.open(copy)) {
            long declared = reader.declared();
            Peaks peaks = Peaks.of(reader, progress);
            if (peaks.samples() > Peaks.LONGEST) {
                return tooLong(sound);
            }
            if (peaks.samples() < declared - MISSING) {
                return refused("%s is cut off: %.1f of %.1f seconds are there.".formatted(sound, SoundTime.seconds(
                        peaks.samples()), SoundTime.seconds(declared)), AGAIN);
            }
            if (reader.damaged() > 1 && reader.damaged() > BROKEN * reader.packets()) {
                return refused("%s is damaged: %d of its %d parts cannot be decoded.".formatted(sound, reader.damaged(),
                        reader.packets()), AGAIN);
            }
            return Outcome.ok(peaks);
        }
    }

    /** How long a WAV says that it is, in bytes; 0 for other files, and where it was written without knowing. */
    private static long riff(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ByteBuffer head = ByteBuffer.wrap(in.readNBytes(12)).order(ByteOrder.LITTLE_ENDIAN);
            boolean wave = head.limit() == 12 && head.getInt(0) == RIFF && head.getInt(8) == WAVE;
            long bytes = wave ? Integer.toUnsignedLong(head.getInt(4)) + 8 : 0;
            return bytes < UNKNOWN ? bytes : 0;
        }
    }

    private static <T> Outcome<T> tooLong(Path sound) {
        return refused(sound + " is longer than a day.", "Cut out the part that the film needs.");
    }

    private static <T> Outcome<T> refused(String what, String remedy) {
        return Outcome.failed(new Failure.Refused(what, remedy));
    }
}
