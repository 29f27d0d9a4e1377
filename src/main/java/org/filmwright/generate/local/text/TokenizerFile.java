package org.filmwright.generate.local.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One file of a model's tokenizer folder. */
record TokenizerFile(Path path) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final long LARGEST = 64L << 20;

    boolean isThere() {
        return Files.isRegularFile(path);
    }

    /** As messages name it: with its folder, of which a model has several. */
    String name() {
        Path folder = path.toAbsolutePath().getParent();
        return folder == null || folder.getFileName() == null
                ? path.getFileName().toString()
                : folder.getFileName() + "/" + path.getFileName();
    }

    List<String> lines() throws UnfitFile {
        return text().lines().toList();
    }

    JsonNode object() throws UnfitFile {
        try {
            JsonNode json = JSON.readTree(text());
            if (!json.isObject()) {
                throw unfit("is not a JSON object");
            }
            return json;
        } catch (JsonProcessingException e) {
            throw unfit("is not JSON: " + e.getOriginalMessage());
        }
    }

    /** A special token is written as itself, or as an object with its content. */
    Optional<String> special(JsonNode object, String key) throws UnfitFile {
        JsonNode token = object.path(key);
        if (token.isMissingNode() || token.isNull()) {
            return Optional.empty();
        }
        JsonNode content = token.isObject() ? token.path("content") : token;
        if (!content.isTextual()) {
            throw unfit("has a " + key + " that is not a word");
        }
        return Optional.of(content.textValue());
    }

    UnfitFile unfit(String why) {
        return new UnfitFile("The model's " + name() + " " + why + ".");
    }

    private String text() throws UnfitFile {
        try {
            if (!isThere()) {
                throw unfit("is missing");
            }
            if (Files.size(path) > LARGEST) {
                throw unfit("is larger than a tokenizer's file is");
            }
            String text = Files.readString(path);
            // Of Git's large files only a note is there before they are fetched; its lines could be taken for merges.
            if (text.startsWith("version https://git-lfs")) {
                throw unfit("was never fetched: it is the note that Git keeps in its place");
            }
            return text;
        } catch (CharacterCodingException e) {
            throw unfit("is not UTF-8 text");
        } catch (IOException e) {
            throw unfit("could not be read: " + e.getMessage());
        }
    }
}
