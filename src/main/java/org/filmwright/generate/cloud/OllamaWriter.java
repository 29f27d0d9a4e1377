package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.TextRequest;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/**
 * Ollama in its own language, because only there the length of its context can be asked for: by default it reads 4,096
 * tokens and drops the beginning of what is longer without a word.
 */
public final class OllamaWriter implements TextGenerator {
    private final Door door;
    private final LocalServer.Setup setup;
    private final Home home;

    public OllamaWriter(Door door, LocalServer.Setup setup) {
        this.door = door;
        this.setup = setup;
        this.home = LocalServer.OLLAMA.home(door.base(), setup);
    }

    @Override
    public Generator.Descriptor describe() {
        return LocalServer.OLLAMA.descriptor(setup);
    }

    @Override
    public int contextTokens() {
        return setup.contextTokens();
    }

    @Override
    public TextAnswer write(TextRequest request, Reader reader, Progress progress) {
        Lines lines = new Lines(reader);
        Reply reply = door.post("/api/chat", body(request), lines::line, progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return home.failed(reply);
        }
        if (!lines.error.isEmpty()) {
            return home.broken("gave up while it was writing: " + lines.error);
        }
        return lines.done
                ? new TextAnswer.Written(Wire.withoutThoughts(lines.text.toString()), lines.ending(),
                        new Answer.Usage(lines.seconds))
                : home.broken("ended its answer without saying that it had finished.");
    }

    private String body(TextRequest request) {
        ObjectNode body = Wire.object().put("model", setup.model()).put("stream", true).put("think", false);
        body.set("messages", Wire.messages(request, true));
        body.set("format", Wire.read(request.schema()));
        ObjectNode options = body.putObject("options")
                .put("num_ctx", setup.contextTokens())
                .put("num_predict", request.style().maxTokens());
        request.style().temperature().ifPresent(warmth -> options.put("temperature", warmth));
        return body.toString();
    }

    /** One JSON object a line; the last one says that it is the last. */
    private static final class Lines {
        private final Reader reader;
        private final StringBuilder text = new StringBuilder();
        private String error = "";
        private String reason = "";
        private boolean done;
        private double seconds;

        Lines(Reader reader) {
            this.reader = reader;
        }

        boolean line(String line) {
            if (line.isBlank()) {
                return true;
            }
            JsonNode part = Wire.read(line);
            if (part.has("error")) {
                error = Wire.message(line);
            }
            String more = part.at("/message/content").asText("");
            if (!more.isEmpty()) {
                text.append(more);
                reader.read(more);
            }
            done = part.path("done").asBoolean();
            reason = part.path("done_reason").asText("");
            seconds = part.path("total_duration").asLong() / 1e9;
            return !done && error.isEmpty();
        }

        TextAnswer.Ending ending() {
            return reason.equals("length") ? TextAnswer.Ending.CUT_OFF : TextAnswer.Ending.FINISHED;
        }
    }

    @Override
    public void close() {}
}
