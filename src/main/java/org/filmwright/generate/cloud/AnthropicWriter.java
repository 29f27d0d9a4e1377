package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Money;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextRequest;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** Anthropic's Messages, streamed. They keep no list of what was asked: an answer that is lost is a person's question. */
public final class AnthropicWriter implements RemoteText {
    public static final String ID = "anthropic";
    public static final String ADDRESS = "https://api.anthropic.com";
    static final Shop SHOP = new Shop(ID, "Anthropic", "platform.claude.com/settings/keys",
            "platform.claude.com/usage");

    private final Door door;
    private final RemoteModel model;
    /** Older models do not know how to keep to a schema. */
    private volatile boolean bySchema = true;

    public AnthropicWriter(Door door, RemoteModel model) {
        this.door = door;
        this.model = model;
    }

    /** What its door carries. */
    public static Map<String, String> headers(String key) {
        return Map.of("x-api-key", key, "anthropic-version", "2023-06-01");
    }

    @Override
    public Generator.Descriptor describe() {
        return new Generator.Descriptor(ID, "Anthropic · " + model.name(), model.name(), ID);
    }

    @Override
    public int contextTokens() {
        return model.contextTokens();
    }

    @Override
    public RemoteGenerator.Terms terms(TextRequest request) {
        return SHOP.terms(model.name(), model.prices(), request);
    }

    @Override
    public TextAnswer start(TextRequest request, String key, Reader reader, Progress progress) {
        AnthropicStream stream = new AnthropicStream(reader);
        Reply reply = post(request, stream, progress);
        if (bySchema && reply instanceof Reply.Answered no && no.status() == 400
                && Wire.message(no.body()).contains("output_config")) {
            bySchema = false;
            reply = post(request, stream, progress);
        }
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return reply instanceof Reply.Answered no
                    ? new TextAnswer.Failed(new AnthropicRefusal(SHOP, no).failure())
                    : SHOP.failed(reply);
        }
        return stream.whole() ? whole(stream) : broken(stream);
    }

    private Reply post(TextRequest request, AnthropicStream stream, Progress progress) {
        return door.post("/v1/messages", body(request), stream::line, progress);
    }

    private static TextAnswer broken(AnthropicStream stream) {
        if (!stream.started() && !stream.error().isEmpty()) {
            return new TextAnswer.Failed(new Failure.Transient(
                    "Anthropic gave up before it began: " + stream.error() + ". Nothing was charged.",
                    Duration.ofSeconds(10)));
        }
        return new TextAnswer.Failed(SHOP.doubtful(stream.error().isEmpty()
                ? "its answer has no end"
                : "it gave up while it was writing: " + stream.error()));
    }

    private TextAnswer whole(AnthropicStream stream) {
        Optional<Money> charged = model.prices().map(prices -> prices.of(stream.tokens()));
        return switch (stream.stop()) {
            case "refusal" -> SHOP.declined(charged);
            case "max_tokens", "model_context_window_exceeded" -> written(stream, TextAnswer.Ending.CUT_OFF, charged);
            default -> written(stream, TextAnswer.Ending.FINISHED, charged);
        };
    }

    private static TextAnswer written(AnthropicStream stream, TextAnswer.Ending ending, Optional<Money> charged) {
        return new TextAnswer.Written(stream.text(), ending, new Answer.Usage(0, charged));
    }

    /** No temperature: their newer models refuse it. */
    private String body(TextRequest request) {
        ObjectNode body = Wire.object()
                .put("model", model.name())
                .put("max_tokens", request.style().maxTokens())
                .put("system", request.instructions())
                .put("stream", true);
        body.set("messages", Wire.messages(request, false));
        if (bySchema) {
            ObjectNode format = body.putObject("output_config").putObject("format").put("type", "json_schema");
            format.set("schema", StrictSchema.of(Wire.read(request.schema())));
        }
        return body.toString();
    }

    /** It answers at once or not at all. */
    @Override
    public TextAnswer resume(String handle, Progress progress) {
        return new TextAnswer.Failed(new Failure.Refused("Anthropic has no jobs that could be asked for.",
                "Have it written again."));
    }

    @Override
    public RemoteGenerator.Trace find(String key, Instant sentAbout) {
        return SHOP.unknown(sentAbout);
    }

    @Override
    public RemoteGenerator.Stop cancel(String handle) {
        return new RemoteGenerator.Stop(false, Optional.empty(), "It has no jobs to stop.");
    }

    @Override
    public void close() {}
}
