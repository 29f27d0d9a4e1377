package org.filmwright.store;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.filmwright.base.Failure;
import org.filmwright.engine.EngineFact;
import org.filmwright.engine.Hold;
import org.filmwright.engine.StepSpec;
import org.filmwright.history.Change;
import org.filmwright.story.Scripts;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Source;

/** Records as JSON. A value of a sealed interface carries the name of its record in {@code is}. */
final class Codec {
    private static final ObjectMapper MAPPER = mapper();

    private Codec() {}

    static String json(Object record) {
        try {
            return MAPPER.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record that cannot be written as JSON: " + record.getClass(), e);
        }
    }

    /** @throws Unreadable when the text is not what was written */
    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new Unreadable(type.getSimpleName(), e);
        }
    }

    /** As text of a tenth the length: what is large and written often. */
    static String packed(Object record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream packing = new GZIPOutputStream(bytes)) {
            MAPPER.writeValue(packing, record);
        } catch (IOException e) {
            throw new IllegalStateException("A record that cannot be written as JSON: " + record.getClass(), e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** Reads what was {@link #packed}, or plain JSON, as earlier versions wrote it. @throws Unreadable when it is neither */
    static <T> T unpacked(String text, Class<T> type) {
        if (text.startsWith("{")) {
            return read(text, type);
        }
        try (InputStream bytes = new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return MAPPER.readValue(bytes, type);
        } catch (IOException | IllegalArgumentException e) {
            throw new Unreadable(type.getSimpleName(), e);
        }
    }

    @SuppressWarnings("unchecked")
    static Map<String, String> map(String json) {
        return new TreeMap<>(read(json, Map.class));
    }

    /** A stored record that this version cannot read. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Unreadable(String type, Throwable cause) {
            super("A stored " + type + " cannot be read", cause);
        }
    }

    private static ObjectMapper mapper() {
        JsonMapper.Builder mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        for (Class<?> sealed : new Class<?>[]{Failure.class, Item.class, StepSpec.Work.class, EngineFact.class,
            Hold.class, Fact.class, Change.class}) {
            mapper.addMixIn(sealed, Named.class);
            mapper.registerSubtypes(records(sealed).toArray(Class<?>[]::new));
        }
        mapper.addMixIn(Scripts.Script.class, OlderScript.class);
        mapper.addMixIn(Item.Clip.class, OlderClip.class);
        return mapper.build();
    }

    /** The records of a sealed interface, also of those between it and them. */
    private static Stream<Class<?>> records(Class<?> sealed) {
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(each -> each.isInterface() ? records(each) : Stream.of(each));
    }

    /** Before people could direct shots, a script had one plan only. */
    private interface OlderScript {
        @JsonAlias("plan")
        ShotPlan drafted();
    }

    /** Before clips could run slow, a clip had its part of the shot beside its length. */
    private interface OlderClip {
        @JsonUnwrapped
        Source source();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Named {}
}
