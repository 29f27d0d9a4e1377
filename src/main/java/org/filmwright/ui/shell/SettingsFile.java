package org.filmwright.ui.shell;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.kit.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The settings as one small JSON object, {@code "key": "value"} or a list of values; only what differs from the normal
 * values stands in it. A file that cannot be read is put aside, and the studio starts with the normal values.
 */
public final class SettingsFile implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsFile.class);
    private static final JsonMapper JSON = new JsonMapper();

    private final Path file;
    private final Offstage writer = new Offstage("filmwright-settings");
    private final Settings settings;

    private SettingsFile(Path file) {
        this.file = file;
        settings = new Settings(read(), this::keep);
    }

    public static SettingsFile in(Path folder) {
        return new SettingsFile(folder.resolve("settings.json"));
    }

    public Settings settings() {
        return settings;
    }

    /** Ends when everything is written. */
    @Override
    public void close() {
        writer.finish();
    }

    private Map<String, List<String>> read() {
        Map<String, List<String>> kept = new TreeMap<>();
        try {
            if (Files.exists(file) && JSON.readTree(Files.readString(file)) instanceof ObjectNode object) {
                object.properties().forEach(entry -> kept.put(entry.getKey(), values(entry.getValue())));
            }
        } catch (JsonProcessingException e) {
            LOG.warn("The settings could not be read and were put aside.", e);
            putAside();
        } catch (IOException e) {
            LOG.warn("The settings could not be read.", e);
        }
        return kept;
    }

    private static List<String> values(JsonNode value) {
        return value.isArray()
                ? StreamSupport.stream(value.spliterator(), false).map(JsonNode::asText).toList()
                : List.of(value.asText());
    }

    private void putAside() {
        try {
            Files.move(file, file.resolveSibling("settings.unreadable.json"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("The unreadable settings could not be put aside.", e);
        }
    }

    private void keep(Map<String, List<String>> all) {
        writer.run(() -> write(all));
    }

    private void write(Map<String, List<String>> all) {
        ObjectNode object = JSON.createObjectNode();
        new TreeMap<>(all).forEach((key, values) -> {
            if (values.size() == 1) {
                object.put(key, values.getFirst());
            } else {
                values.forEach(object.withArray(key)::add);
            }
        });
        try {
            Files.createDirectories(file.getParent());
            Path fresh = file.resolveSibling("settings.json.part");
            Files.writeString(fresh, object.toPrettyString());
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The settings could not be kept.", e);
        }
    }
}
