package org.filmwright.store;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.engine.EngineFact;
import org.filmwright.engine.Hold;
import org.filmwright.engine.StepSpec;
import org.filmwright.history.Change;
import org.filmwright.story.Scripts;
import org.filmwright.story.ShotPlan;
import org.filmwright.timeline.Item;

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

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Named {}
}
