package org.filmwright.generate.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** Who makes pictures and clips for money, what they offer, and at which price on which day. Data, which a person may change. */
public record Catalogue(List<Provider> providers, List<Offering> offerings) {
    public Catalogue {
        providers = List.copyOf(providers);
        offerings = List.copyOf(offerings);
    }

    /** As it comes with the program. */
    public static Catalogue shipped() {
        try (InputStream json = Objects.requireNonNull(Catalogue.class.getResourceAsStream("offerings.json"))) {
            return read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Optional<Provider> provider(String id) {
        return providers.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    /**
     * This one, with what a person wrote down: a provider or an offering of the same name is changed in the fields that are
     * given, another one is added.
     *
     * @param own of the form of {@code offerings.json}; @param place as messages name it
     */
    public Outcome<Catalogue> with(String own, String place) {
        try {
            JsonNode json = Wire.JSON.readTree(own);
            Set<String> known = Set.of("providers", "offerings");
            if (json == null || !json.isObject() || json.propertyStream().anyMatch(e -> !known.contains(e.getKey()))) {
                return refused(place + " is no list of providers.");
            }
            return Outcome.ok(merged(json));
        } catch (JsonProcessingException e) {
            return refused(place + ", line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                    + " cannot be read.");
        } catch (IllegalArgumentException e) {
            return refused(place + ": " + e.getMessage());
        }
    }

    private static Outcome<Catalogue> refused(String what) {
        return Outcome.failed(new Failure.Misconfigured(what + " Nothing was sent.",
                "Correct it, or remove the file: then what comes with the program holds."));
    }

    private static Catalogue read(String json) {
        return new Catalogue(List.of(), List.of()).merged(Wire.read(json));
    }

    private Catalogue merged(JsonNode json) {
        Map<String, Provider> houses = new LinkedHashMap<>();
        providers.forEach(each -> houses.put(each.id(), each));
        json.path("providers").forEach(each -> {
            String id = each.path("id").asText();
            houses.put(id, Provider.of(each, Optional.ofNullable(houses.get(id))));
        });
        Map<String, Offering> all = new LinkedHashMap<>();
        offerings.forEach(each -> all.put(each.id(), each));
        json.path("offerings").forEach(each -> {
            String id = each.path("provider").asText() + ":" + each.path("name").asText();
            all.put(id, Offering.of(each, Optional.ofNullable(all.get(id))));
        });
        all.values().stream().filter(each -> !houses.containsKey(each.provider())).findFirst().ifPresent(stray -> {
            throw new IllegalArgumentException("There is no provider '" + stray.provider() + "' for " + stray.id()
                    + ".");
        });
        return new Catalogue(new ArrayList<>(houses.values()), new ArrayList<>(all.values()));
    }
}
