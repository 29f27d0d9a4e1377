package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.filmwright.base.Failure;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.TextRequest;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/**
 * A server that speaks OpenAI's chat completions: llama.cpp, LM Studio, vLLM, Ollama's {@code /v1}. What it does not know
 * of JSON it is not asked for again.
 */
public final class ChatWriter implements TextGenerator {
    /** Fewer characters than this stand in no token, whatever the language. A server that read less has cut. */
    private static final int MOST_CHARACTERS_PER_TOKEN = 12;
    private static final Set<Integer> NOT_THIS_FORM = Set.of(400, 422, 501);

    private final Door door;
    private final LocalServer server;
    private final LocalServer.Setup setup;
    private final Home home;
    /** The strictest that this server has not refused. */
    private volatile JsonForm form = JsonForm.SCHEMA;

    public ChatWriter(Door door, LocalServer server, LocalServer.Setup setup) {
        this.door = door;
        this.server = server;
        this.setup = setup;
        this.home = server.home(door.base(), setup);
    }

    @Override
    public Generator.Descriptor describe() {
        return server.descriptor(setup);
    }

    @Override
    public int contextTokens() {
        return setup.contextTokens();
    }

    @Override
    public TextAnswer write(TextRequest request, Reader reader, Progress progress) {
        List<JsonForm> left = server.forms().stream().filter(each -> each.compareTo(form) >= 0).toList();
        for (JsonForm each : left) {
            ChatStream stream = new ChatStream(reader);
            Reply reply = door.post("/v1/chat/completions", body(request, each), stream::line, progress);
            boolean again = reply instanceof Reply.Answered answered && NOT_THIS_FORM.contains(answered.status())
                    && each != left.getLast();
            if (!again) {
                return read(request, reply, stream, each);
            }
        }
        throw new IllegalStateException("There is always a form left.");
    }

    private TextAnswer read(TextRequest request, Reply reply, ChatStream stream, JsonForm used) {
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return home.failed(reply);
        }
        form = used;
        stream.end();
        if (!stream.error().isEmpty()) {
            return home.broken("gave up while it was writing: " + stream.error());
        }
        if (!stream.whole()) {
            return home.broken("ended its answer without saying that it had finished.");
        }
        int characters = request.instructions().length()
                + request.turns().stream().mapToInt(turn -> turn.text().length()).sum();
        if (stream.read() > 0 && (long) stream.read() * MOST_CHARACTERS_PER_TOKEN < characters) {
            return new TextAnswer.Failed(new Failure.Misconfigured(home.name() + " read only " + stream.read()
                    + " tokens of " + characters + " characters: it cut the material. Its answer was thrown away.",
                    "Start it with a longer context, or set the context that it has in the settings."));
        }
        return switch (stream.finish()) {
            case "content_filter" -> home.declined();
            case "length" -> written(stream, TextAnswer.Ending.CUT_OFF);
            default -> written(stream, TextAnswer.Ending.FINISHED);
        };
    }

    private static TextAnswer written(ChatStream stream, TextAnswer.Ending ending) {
        return new TextAnswer.Written(stream.text(), ending, new Answer.Usage(0));
    }

    private String body(TextRequest request, JsonForm asked) {
        ObjectNode body = Wire.object().put("model", setup.model());
        body.set("messages", Wire.messages(request, true));
        request.style().temperature().ifPresent(warmth -> body.put("temperature", warmth));
        body.put("max_tokens", request.style().maxTokens()).put("stream", true);
        body.putObject("stream_options").put("include_usage", true);
        switch (asked) {
            case SCHEMA -> {
                ObjectNode schema = body.putObject("response_format")
                        .put("type", "json_schema")
                        .putObject("json_schema")
                        .put("name", "answer")
                        .put("strict", true);
                schema.set("schema", Wire.read(request.schema()));
            }
            case OBJECT -> body.putObject("response_format").put("type", "json_object");
            case WORDS -> {
            }
        }
        return body.toString();
    }

    @Override
    public void close() {}
}
