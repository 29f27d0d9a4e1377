package org.filmwright.engine.flow;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** A place in a definition and what stands there; whatever is not as expected is refused with the place. */
record Field(String place, JsonNode value) {
    Field child(String name) {
        return new Field(place.isEmpty() ? name : place + "." + name, value.path(name));
    }

    Optional<Field> optional(String name) {
        return Optional.of(child(name)).filter(field -> !field.value.isMissingNode());
    }

    List<Field> items() {
        if (value.isMissingNode()) {
            return List.of();
        }
        if (!value.isArray()) {
            throw wrong("a list is expected.");
        }
        return IntStream.range(0, value.size())
                .mapToObj(i -> new Field(place + "[" + i + "]", value.get(i)))
                .toList();
    }

    void each(BiConsumer<String, Field> action) {
        value.fieldNames().forEachRemaining(name -> action.accept(name, child(name)));
    }

    String text() {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw wrong("a text is expected.");
        }
        return value.textValue();
    }

    String name(String field) {
        String text = child(field).text();
        if (!text.matches("[a-z][a-z0-9_]{0,39}")) {
            throw child(field).wrong("a name has 1 to 40 small letters, digits and underscores, not '" + text + "'.");
        }
        return text;
    }

    int number(String field, int least, int most) {
        JsonNode number = value.path(field);
        if (!number.isInt() || number.intValue() < least || number.intValue() > most) {
            throw child(field).wrong("a whole number from " + least + " to " + most + " is expected.");
        }
        return number.intValue();
    }

    double fraction() {
        if (!value.isNumber() || value.doubleValue() < 0 || value.doubleValue() > 1) {
            throw wrong("a number from 0 to 1 is expected.");
        }
        return value.doubleValue();
    }

    <E extends Enum<E>> E word(String field, E usual) {
        Optional<Field> word = optional(field);
        return word.isEmpty()
                ? usual
                : Arrays.stream(usual.getDeclaringClass().getEnumConstants())
                        .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(word.get().text()))
                        .findFirst()
                        .orElseThrow(() -> word.get().wrong("'" + word.get().text() + "' is not known here."));
    }

    /** JSON of an object; {@code {}} where there is none. */
    String object() {
        if (!value.isMissingNode() && !value.isObject()) {
            throw wrong("an object is expected.");
        }
        return value.isMissingNode() ? "{}" : value.toString();
    }

    /** Refuses fields that mean nothing: they would be mistakes in writing. */
    void only(String... known) {
        if (!value.isObject()) {
            throw wrong("an object is expected.");
        }
        Set<String> names = Set.of(known);
        each((name, field) -> {
            if (!names.contains(name)) {
                throw field.wrong("this is not known here.");
            }
        });
    }

    Malformed wrong(String reason) {
        return new Malformed(place.isEmpty() ? "The top" : place, reason);
    }
}
