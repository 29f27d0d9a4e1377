package org.filmwright.generate.local.runner;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.filmwright.base.Failure;
import org.filmwright.generate.local.Companion;

/**
 * The words between the studio and the process of the models: one JSON object a line, in ASCII, which begins with the version. Native
 * code may print between them, so whatever does not hold that beginning is somebody else's.
 */
final class Protocol {
    private static final int VERSION = 1;
    private static final String MARK = "\"filmwright\":";
    private static final JsonMapper JSON = mapper();

    private Protocol() {}

    /** What a line is. */
    sealed interface Read<T> {
        record Ours<T>(T value) implements Read<T> {}

        /** Somebody else printed it. */
        record Noise<T>() implements Read<T> {}

        /** One of ours that cannot be read: cut in two, or of another version. */
        record Torn<T>(String why) implements Read<T> {}
    }

    /** With its end. */
    static String line(Object record) {
        try {
            return "{" + MARK + VERSION + "," + JSON.writeValueAsString(record).substring(1) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record that cannot be written as JSON: " + record.getClass(), e);
        }
    }

    /** What was printed before or after it in the same line is passed over. */
    static <T> Read<T> read(String line, Class<T> type) {
        int from = line.indexOf("{" + MARK);
        if (from < 0) {
            return new Read.Noise<>();
        }
        try {
            JsonNode node = JSON.readTree(line.substring(from));
            int version = node.path("filmwright").asInt();
            return version == VERSION
                    ? new Read.Ours<>(JSON.treeToValue(node, type))
                    : new Read.Torn<>("it speaks version " + version + ", not " + VERSION);
        } catch (JsonProcessingException e) {
            return new Read.Torn<>("a line of it was torn: " + e.getOriginalMessage());
        }
    }

    private static JsonMapper mapper() {
        JsonMapper.Builder mapper = JsonMapper.builder()
                .addModule(new Jdk8Module())
                .addModule(new JavaTimeModule())
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(com.fasterxml.jackson.core.json.JsonWriteFeature.ESCAPE_NON_ASCII)
                .addMixIn(Failure.class, Named.class)
                .addMixIn(Companion.Question.class, Named.class)
                .addMixIn(Companion.Answer.class, Named.class);
        mapper.registerSubtypes(Failure.class.getPermittedSubclasses());
        mapper.registerSubtypes(Companion.Question.class.getPermittedSubclasses());
        mapper.registerSubtypes(Companion.Answer.class.getPermittedSubclasses());
        return mapper.build();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Named {}
}
