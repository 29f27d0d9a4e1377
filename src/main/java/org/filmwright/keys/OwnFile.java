package org.filmwright.keys;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** A file that nobody but its owner may read, written whole or not at all. */
public record OwnFile(Path path) {
    /** Made when a file is read: the window opens before that. */
    private static final class Form {
        private static final JsonMapper JSON = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Its JSON, or {@code nothing} where there is no file. */
    public <T> Outcome<T> read(Class<T> type, T nothing) {
        try {
            return Files.exists(path) ? Outcome.ok(Form.JSON.readValue(path.toFile(), type)) : Outcome.ok(nothing);
        } catch (JsonProcessingException e) {
            // The text around a mistake may be a key: it is not repeated.
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return Outcome.failed(new Failure.Misconfigured(path + ", line " + line + " cannot be read.",
                    "Correct it, or remove the file and set it up again."));
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    public Outcome<Boolean> write(Object content) {
        try {
            return bytes(Form.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
        } catch (JsonProcessingException e) {
            return unwritten(e);
        }
    }

    Outcome<byte[]> bytes() {
        try {
            return Outcome.ok(Files.readAllBytes(path));
        } catch (IOException e) {
            return unreadable(e);
        }
    }

    Outcome<Boolean> bytes(byte[] content) {
        try {
            Files.createDirectories(path.getParent());
            Path part = Files.createTempFile(path.getParent(), "own", ".part");
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
            }
            Files.write(part, content);
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return Outcome.ok(true);
        } catch (IOException e) {
            return unwritten(e);
        }
    }

    Outcome<Boolean> remove() {
        try {
            return Outcome.ok(Files.deleteIfExists(path));
        } catch (IOException e) {
            return unwritten(e);
        }
    }

    private <T> Outcome<T> unreadable(IOException e) {
        return Outcome.failed(new Failure.Misconfigured(path + " could not be read: " + e.getMessage() + ".",
                "Check that it may be read."));
    }

    private <T> Outcome<T> unwritten(IOException e) {
        return Outcome.failed(new Failure.Exhausted("disk",
                path + " could not be written: " + e.getMessage() + ". Nothing was changed."));
    }
}
