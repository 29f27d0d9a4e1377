package org.filmwright.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.List;
import java.util.Optional;
import org.filmwright.story.CameraFrames;
import org.filmwright.story.MoveChoice;
import org.filmwright.story.Person;
import org.filmwright.story.Portrait;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.Wording;
import org.filmwright.timeline.Item;
import org.filmwright.timeline.Source;

/** The inputs and outputs of steps, as the engine keeps them. */
final class Json {
    private static final ObjectMapper MAPPER = mapper();

    private Json() {}

    /** An item of a cut carries the name of its record in {@code is}. */
    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper().registerModule(new Jdk8Module()).addMixIn(Item.class, Named.class);
        mapper.addMixIn(ShotPlan.class, Unworded.class)
                .addMixIn(Person.class, AsIntroduced.class)
                .addMixIn(MoveChoice.class, Unframed.class);
        mapper.addMixIn(Item.Clip.class, Flat.class);
        mapper.registerSubtypes(Item.Clip.class, Item.Board.class, Item.Gap.class, Item.Title.class, Item.Sound.class);
        return mapper;
    }

    /** A plan of which nobody worded or portrayed anything reads as plans did before that could be done, so its digest stays. */
    private interface Unworded {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Wording> wordings();

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Portrait> portraits();
    }

    /** And so does one in which nobody changes clothes or is hurt. */
    private interface AsIntroduced {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        List<Person.Condition> conditions();
    }

    /** And one of which nobody framed a move. */
    private interface Unframed {
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        Optional<CameraFrames> frames();
    }

    /** A clip reads and is written as clips were before they could run slow. */
    private interface Flat {
        @JsonUnwrapped
        Source source();
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
    private interface Named {}

    static String of(Object record) {
        try {
            return MAPPER.writeValueAsString(record);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A record that cannot be written as JSON: " + record.getClass(), e);
        }
    }

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Nothing where it is no JSON. */
    static Optional<JsonNode> parsed(String text) {
        try {
            return Optional.ofNullable(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored output cannot be read: " + json, e);
        }
    }

    static <T> T read(String json, Class<T> type) {
        try {
            return MAPPER.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored " + type.getSimpleName() + " cannot be read: " + json, e);
        }
    }
}
