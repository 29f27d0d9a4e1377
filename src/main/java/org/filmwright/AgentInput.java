package org.filmwright;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.filmwright.agents.Agent;
import org.filmwright.story.ScriptFile;

/** What an agent is handed on the command line: a JSON object, or a screenplay where the agent reads a script. */
final class AgentInput {
    private static final long LONGEST = 16L << 20;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private AgentInput() {}

    /** @throws CommandFailed with file, line and reason */
    static ObjectNode read(Path file, Agent agent) {
        if (file.toString().toLowerCase(Locale.ROOT).endsWith(".json")) {
            return json(file);
        }
        if (!agent.contract().input().path("properties").has("script")) {
            throw CommandFailed.refused(file + " is no JSON file, and " + agent.id() + " reads no script.",
                    "See what it takes: filmwright agents show " + agent.id() + ".");
        }
        ScriptFile script = CommandFailed.orFail(ScriptFile.read(file));
        return JSON.createObjectNode().put("script", script.screenplay().source());
    }

    private static ObjectNode json(Path file) {
        String remedy = "Nothing was asked. Correct it and try again.";
        try {
            if (Files.size(file) > LONGEST) {
                throw CommandFailed.refused(file + " has more than " + LONGEST + " bytes.", remedy);
            }
            JsonNode top = JSON.readTree(Files.readAllBytes(file));
            if (!top.isObject()) {
                throw CommandFailed.refused(file + ", line 1: this is no JSON object.", remedy);
            }
            return (ObjectNode) top;
        } catch (JsonProcessingException e) {
            throw CommandFailed.refused(
                    file + ", line " + (e.getLocation() == null ? 1 : e.getLocation().getLineNr())
                            + ": this is no JSON: "
                            + e.getOriginalMessage() + ".",
                    remedy);
        } catch (IOException e) {
            throw CommandFailed.refused(file + " could not be read.", "Check that it is there and may be read.");
        }
    }
}
