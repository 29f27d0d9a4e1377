package org.filmwright.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.PathType;
import java.util.List;
import java.util.Locale;

/** JSON Schema 2020-12, in English, with JSON pointers; nothing is ever fetched. */
final class Schemas {
    private static final SchemaRegistry STANDARD = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(SchemaRegistryConfig.builder()
                    .locale(Locale.ENGLISH)
                    .pathType(PathType.JSON_POINTER)
                    .build()));

    private Schemas() {}

    /** Something that does not fit. @param pointer to the value; empty for the whole */
    record Flaw(String pointer, String reason) {
        String sentence() {
            return (pointer.isEmpty() ? "The document" : pointer) + ": " + reason + ".";
        }
    }

    /** A schema as the library has it, ready to be used many times. */
    static Schema compiled(JsonNode schema) {
        return STANDARD.getSchema(schema);
    }

    /** What a file that comes with this program, or the standard itself, says. */
    static Schema named(String address, JsonNode schema) {
        return STANDARD.getSchema(SchemaLocation.of(address), schema);
    }

    static List<Flaw> flaws(Schema schema, JsonNode value) {
        return schema.validate(value)
                .stream()
                .map(error -> new Flaw(place(error), error.getMessage()))
                .distinct()
                .toList();
    }

    /** What is too much is found where it stands, not around it. */
    private static String place(Error error) {
        String around = error.getInstanceLocation().toString();
        return error.getKeyword().equals("additionalProperties") ? around + "/" + error.getProperty() : around;
    }
}
