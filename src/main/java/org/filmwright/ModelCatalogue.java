package org.filmwright;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/**
 * Where models come from, as a person wrote it into {@code models.json} of the config folder: {@code {NAME: address of its
 * manifest.json}}. Nothing is known from the start.
 */
record ModelCatalogue(Path file) {
    private static final ObjectMapper JSON = new ObjectMapper();

    static ModelCatalogue in(Path config) {
        return new ModelCatalogue(config.resolve("models.json"));
    }

    /** The address of a manifest. @param nameOrAddress an address, or a name in the catalogue */
    Outcome<URI> address(String nameOrAddress) {
        if (nameOrAddress.contains("://")) {
            return parsed(nameOrAddress, "");
        }
        String remedy = "Give the address of its manifest.json, or write one into " + file + ": {\"" + nameOrAddress
                + "\": \"https://...\"}.";
        try {
            JsonNode known = Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
            return known.path(nameOrAddress).isTextual()
                    ? parsed(known.get(nameOrAddress).asText(), " in " + file)
                    : Outcome.failed(new Failure.Misconfigured("Where '" + nameOrAddress
                            + "' comes from is not known.", remedy));
        } catch (IOException e) {
            return Outcome.failed(new Failure.Misconfigured(file + " cannot be read: " + e.getMessage() + ".", remedy));
        }
    }

    /** All names, as they stand there. */
    Outcome<List<String>> names() {
        if (!Files.exists(file)) {
            return Outcome.ok(List.of());
        }
        try {
            List<String> names = new ArrayList<>();
            JSON.readTree(file.toFile()).fieldNames().forEachRemaining(names::add);
            return Outcome.ok(names);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Misconfigured(file + " cannot be read: " + e.getMessage() + ".",
                    "Mend it: {NAME: address of its manifest.json}."));
        }
    }

    private static Outcome<URI> parsed(String address, String where) {
        try {
            return Outcome.ok(URI.create(address));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(new Failure.Refused("'" + address + "'" + where + " is no address.",
                    "Example: https://example.org/model/manifest.json"));
        }
    }
}
