package org.filmwright;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Writers;

/**
 * Who writes, and with which keys: two small JSON files in a person's config folder, read anew whenever somebody asks, so
 * that a change holds at once in every window. Only their owner may read them.
 */
final class WriterFile {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Path setups;
    private final Path keys;

    WriterFile(Path folder) {
        this.setups = folder.resolve("writers.json");
        this.keys = folder.resolve("keys.json");
    }

    /** @param chosen id of who writes; empty where rules answer @param setups by id */
    record Chosen(Optional<String> chosen, Map<String, Setup> setups) {
        Chosen {
            setups = setups == null ? Map.of() : Map.copyOf(setups);
            chosen = chosen == null ? Optional.empty() : chosen;
        }
    }

    /**
     * As it stands in the file.
     *
     * @param inputPrice @param outputPrice US dollars for a million tokens, where somebody wrote them there
     */
    record Setup(URI address, String model, int contextTokens, Optional<String> inputPrice,
            Optional<String> outputPrice) {
        Writers.Setup plain() {
            return new Writers.Setup(address, model, contextTokens);
        }
    }

    private record Keys(Map<String, String> keys) {
        Keys {
            keys = keys == null ? Map.of() : keys;
        }
    }

    Outcome<Chosen> read() {
        return read(setups, Chosen.class, new Chosen(Optional.empty(), Map.of()));
    }

    /** What is no key goes no further, so that nobody who is given it can repeat it in words. */
    Outcome<Optional<String>> key(String id) {
        return keys().then(all -> {
            Optional<String> key = Optional.ofNullable(all.keys.get(id));
            return key.isEmpty() || WriterRules.key(key.get()) instanceof Outcome.Ok
                    ? Outcome.ok(key)
                    : Outcome.failed(new Failure.Misconfigured("What stands in " + keys + " for " + id + " is no key.",
                            "Set it again: filmwright providers set-key " + id + "."));
        });
    }

    Outcome<Chosen> change(UnaryOperator<Chosen> how) {
        return read().then(before -> {
            Chosen after = how.apply(before);
            return write(setups, after).then(_ -> Outcome.ok(after));
        });
    }

    Outcome<Boolean> setKey(String id, Optional<String> key) {
        return keys().then(before -> {
            Map<String, String> after = new TreeMap<>(before.keys);
            after.remove(id);
            key.ifPresent(secret -> after.put(id, secret));
            return write(keys, new Keys(after));
        });
    }

    private Outcome<Keys> keys() {
        return read(keys, Keys.class, new Keys(Map.of()));
    }

    private static <T> Outcome<T> read(Path file, Class<T> type, T nothing) {
        try {
            return Files.exists(file) ? Outcome.ok(JSON.readValue(file.toFile(), type)) : Outcome.ok(nothing);
        } catch (JsonProcessingException e) {
            // The text around a mistake may be a key: it is not repeated.
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            return Outcome.failed(new Failure.Misconfigured(file + ", line " + line + " cannot be read.",
                    "Correct it, or remove the file and set it up again."));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Misconfigured(file + " could not be read: " + e.getMessage() + ".",
                    "Check that it may be read."));
        }
    }

    private static Outcome<Boolean> write(Path file, Object content) {
        try {
            Files.createDirectories(file.getParent());
            Path part = Files.createTempFile(file.getParent(), "writers", ".part");
            if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rw-------"));
            }
            JSON.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), content);
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return Outcome.ok(true);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk",
                    file + " could not be written: " + e.getMessage() + ". Nothing was changed."));
        }
    }
}
