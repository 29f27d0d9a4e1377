package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Money;

/**
 * A model of a provider, and how it wants to be asked.
 *
 * @param name short: {@code flux-schnell}; @param model as the provider calls it
 * @param byVersion whether it is asked for by the id of its newest version, not by its name
 * @param version raised when the same words would now give another picture
 * @param form names and values of the fields that it knows
 * @param price absent where nobody knows it: then a person has to agree
 */
public record Offering(String provider, String name, Makes makes, String model, boolean byVersion, String version,
        Optional<Price> price, JsonNode form) {
    /** What comes out. */
    public enum Makes {
        IMAGE, CLIP
    }

    /** @param amount for one @param per of what @param on the day on which it was read */
    public record Price(Money amount, Per per, LocalDate on) {
        /** What is counted. */
        public enum Per {
            PICTURE, SECOND, CLIP
        }
    }

    /** As on the command line: {@code replicate:flux-schnell}. */
    public String id() {
        return provider + ":" + name;
    }

    /** @param seconds of film; 0 for a picture */
    Optional<Money> price(double seconds) {
        return price.map(known -> known.per == Price.Per.SECOND ? known.amount.times(seconds) : known.amount);
    }

    static Offering of(JsonNode json, Optional<Offering> before) {
        String provider = Provider.text(json, "provider", Optional.empty());
        String name = Provider.text(json, "name", Optional.empty());
        String model = Provider.text(json, "model", before.map(Offering::model));
        if (!name.matches("[a-z0-9][a-z0-9._-]{0,39}") || !isModel(provider, model)) {
            throw new IllegalArgumentException("'" + name + "' is no name of a model.");
        }
        Makes makes = json.has("makes")
                ? kind(Makes.class, json.path("makes").asText())
                : before.map(Offering::makes)
                        .orElse(Makes.IMAGE);
        JsonNode form = json.has("form") ? json.get("form") : before.map(Offering::form).orElse(Wire.object());
        return new Offering(provider, name, makes, model,
                json.path("byVersion").asBoolean(before.map(Offering::byVersion).orElse(false)),
                json.path("version").asText(before.map(Offering::version).orElse("1")),
                json.has("price") ? Optional.of(price(json.get("price"))) : before.flatMap(Offering::price), form);
    }

    /** Where it becomes part of an address it is a plain path; at home it is the name of a file there. */
    private static boolean isModel(String provider, String model) {
        return provider.equals(ComfyPainter.ID)
                ? model.matches("[^\\p{Cntrl}]{1,200}")
                : model.matches(provider.equals("gemini") ? "[\\w.-]{1,200}" : "[\\w.-]+(/[\\w.-]+)+")
                        && model.length() <= 200 && !model.contains("..");
    }

    private static Price price(JsonNode json) {
        try {
            return new Price(Money.parse(json.path("amount").asText() + json.path("currency").asText("USD")),
                    kind(Price.Per.class, json.path("per").asText("picture")),
                    LocalDate.parse(json.path("on").asText()));
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("A price has a day, such as \"on\": \"2026-05-01\".", e);
        }
    }

    private static <E extends Enum<E>> E kind(Class<E> kinds, String text) {
        for (E each : kinds.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(text)) {
                return each;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is none of " + Set.of(kinds.getEnumConstants()) + ".");
    }
}
