package org.filmwright.ui.shell;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

    /** Token by token: what reads whole trees would take a fifth of a second before the window is there. */
    private Map<String, List<String>> read() {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try (JsonParser json = new JsonFactory().createParser(Files.readString(file))) {
            return json.nextToken() == JsonToken.START_OBJECT ? object(json) : new TreeMap<>();
        } catch (JsonProcessingException e) {
            LOG.warn("The settings could not be read and were put aside.", e);
            putAside();
        } catch (IOException e) {
            LOG.warn("The settings could not be read.", e);
        }
        return new TreeMap<>();
    }

    private static Map<String, List<String>> object(JsonParser json) throws IOException {
        Map<String, List<String>> kept = new TreeMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            kept.put(key, values(json));
        }
        return kept;
    }

    private static List<String> values(JsonParser json) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            return List.of(value(json));
        }
        List<String> values = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(json));
        }
        return values;
    }

    /** No setting is an object. */
    private static String value(JsonParser json) throws IOException {
        if (json.currentToken().isStructStart()) {
            json.skipChildren();
            return "";
        }
        return json.getText();
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
        Path fresh = file.resolveSibling("settings.json.part");
        try {
            Files.createDirectories(file.getParent());
            try (JsonGenerator json = new JsonFactory().createGenerator(Files.newBufferedWriter(fresh))) {
                json.setPrettyPrinter(new DefaultPrettyPrinter());
                json.writeStartObject();
                for (var entry : new TreeMap<>(all).entrySet()) {
                    write(json, entry.getKey(), entry.getValue());
                }
                json.writeEndObject();
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            LOG.warn("The settings could not be kept.", e);
        }
    }

    private static void write(JsonGenerator json, String key, List<String> values) throws IOException {
        if (values.size() == 1) {
            json.writeStringField(key, values.getFirst());
        } else {
            json.writeFieldName(key);
            json.writeArray(values.toArray(String[]::new), 0, values.size());
        }
    }
}
