package org.filmwright.production;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.filmwright.production.Crew.Remark;
import org.filmwright.production.Crew.Suggestion;
import org.filmwright.story.Bible;
import org.filmwright.story.Bible.Kind;
import org.filmwright.story.Portrait;

/**
 * An agent's answer, whatever its schema, as a person reads it: what is long is text, what is short says what it is about.
 * Items with {@code before} and {@code after} are suggestions for the script, those with {@code looks} and the
 * {@code name} of somebody in the bible for the bible.
 */
final class Remarks {
    /** Longer values are text, not a label. */
    private static final int LABEL = 24;
    private static final String BEFORE = "before";
    private static final String AFTER = "after";
    private static final String NAME = "name";
    private static final String LOOKS = "looks";
    private static final String BECAUSE = "because";
    private static final Set<String> OF_A_LOOK = Set.of(NAME, LOOKS, BECAUSE);
    private static final String WORLD = "world";
    private final List<Remark> remarks = new ArrayList<>();
    private final List<Suggestion> suggestions = new ArrayList<>();

    private final Function<String, Optional<Kind>> bible;

    private Remarks(Function<String, Optional<Kind>> bible) {
        this.bible = bible;
    }

    /** @param bible as what the bible knows a name */
    static Remarks of(JsonNode answer, Function<String, Optional<Kind>> bible) {
        Remarks read = new Remarks(bible);
        read.field("", answer);
        return read;
    }

    List<Remark> remarks() {
        return remarks;
    }

    List<Suggestion> suggestions() {
        return suggestions;
    }

    private void field(String name, JsonNode value) {
        if (value.isArray()) {
            list(name, value);
        } else if (value.isObject()) {
            object(name, value);
        } else if (!value.asText().isBlank()) {
            remarks.add(new Remark(name, value.asText()));
        }
    }

    /** Plain values stand together, things each on their own. */
    private void list(String name, JsonNode items) {
        List<String> plain = new ArrayList<>();
        for (JsonNode item : items) {
            if (item.isValueNode()) {
                plain.add(item.asText());
            } else {
                field(name, item);
            }
        }
        if (!plain.isEmpty()) {
            boolean labels = plain.stream().allMatch(each -> each.length() <= LABEL);
            remarks.add(new Remark(name, String.join(labels ? ", " : "\n", plain)));
        }
    }

    private void object(String name, JsonNode object) {
        if (object.has(BEFORE) && object.has(AFTER)) {
            suggestions.add(new Suggestion(object.get(BEFORE).asText(), object.get(AFTER).asText(),
                    object.path("why").asText()));
            return;
        }
        Optional<Portrait> look = look(name, object);
        look.ifPresent(each -> remarks.add(new Remark(each.name(),
                (each.words() + "\n" + object.path(BECAUSE).asText()).strip(), look)));
        List<String> labels = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        List<Map.Entry<String, JsonNode>> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> part : object.properties()) {
            JsonNode value = part.getValue();
            if (look.isPresent() && OF_A_LOOK.contains(part.getKey())) {
                continue;
            }
            if (!value.isValueNode() || name.isEmpty()) {
                parts.add(part);
            } else if (value.isNumber() || value.isBoolean()) {
                labels.add(words(part.getKey()) + " " + value.asText());
            } else if (value.asText().length() <= LABEL) {
                labels.add(value.asText());
            } else {
                texts.add(value.asText());
            }
        }
        if (!labels.isEmpty() || !texts.isEmpty()) {
            String about = texts.isEmpty() ? name : String.join(" · ", labels);
            remarks.add(new Remark(about, texts.isEmpty() ? String.join(", ", labels) : String.join("\n", texts)));
        }
        parts.forEach(part -> field(words(part.getKey()), part.getValue()));
    }

    /** The world of the film is named by its field. */
    private Optional<Portrait> look(String field, JsonNode object) {
        String words = object.path(LOOKS).asText().strip();
        boolean film = field.equals(WORLD);
        String name = film ? Bible.FILM : object.path(NAME).asText().strip();
        return words.isEmpty() || name.isEmpty()
                ? Optional.empty()
                : (film ? Optional.of(Kind.WORLD) : bible.apply(name)).map(kind -> new Portrait(kind, name, words));
    }

    /** {@code averageShot} as {@code average shot}. */
    private static String words(String key) {
        return key.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
