package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/** What a server has, and how much each model reads, where it says so. */
public final class Models {
    private Models() {}

    /** @param contextTokens 0 where the server does not say */
    public record Model(String name, int contextTokens) {}

    public static Outcome<List<Model>> of(LocalServer server, Door door, Progress progress) {
        Home home = server.home(door.base(), new LocalServer.Setup("", 0));
        Function<Reply, Failure> failure = reply -> home.failed(reply).failure();
        return switch (server) {
            case OLLAMA -> list(door.get("/api/tags", progress), failure, "models", "name");
            case LM_STUDIO -> list(door.get("/api/v0/models", progress), failure, "data", "id");
            case LLAMA_CPP -> list(door.get("/v1/models", progress), failure, "data", "id")
                    .then(models -> props(models, door.get("/props", progress)));
            case VLLM, OPENAI -> list(door.get("/v1/models", progress), failure, "data", "id");
        };
    }

    public static Outcome<List<Model>> ofAnthropic(Door door, Progress progress) {
        return list(door.get("/v1/models?limit=100", progress), AnthropicWriter.SHOP::unasked, "data", "id");
    }

    /** They have thousands: only whether the one that is set up is there. */
    public static Outcome<List<Model>> ofReplicate(Door door, String model, Progress progress) {
        return switch (door.get("/models/" + model, progress)) {
            case Reply.Answered answered when answered.ok() -> Outcome.ok(List.of(new Model(model, 0)));
            case Reply reply -> Outcome.failed(ReplicateWriter.SHOP.unasked(reply));
        };
    }

    private static Outcome<List<Model>> list(Reply reply, Function<Reply, Failure> failure, String field, String name) {
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return Outcome.failed(failure.apply(reply));
        }
        JsonNode all = Wire.read(answered.body()).path(field);
        if (!all.isArray()) {
            return Outcome.failed(new Failure.Misconfigured("What listens there speaks another language.",
                    "Correct the address, or choose another kind of server."));
        }
        List<Model> models = new ArrayList<>();
        all.forEach(each -> {
            int most = each.path("max_model_len")
                    .asInt(each.path("max_context_length").asInt(each.path("max_input_tokens").asInt(0)));
            models.add(new Model(each.path(name).asText(), each.path("loaded_context_length").asInt(most)));
        });
        return Outcome.ok(models);
    }

    /** llama.cpp has one length, for whatever it has loaded; an old one does not say it. */
    private static Outcome<List<Model>> props(List<Model> models, Reply reply) {
        int context = reply instanceof Reply.Answered answered && answered.ok()
                ? Wire.read(answered.body()).at("/default_generation_settings/n_ctx").asInt(0)
                : 0;
        return Outcome.ok(models.stream().map(model -> new Model(model.name(), context)).toList());
    }
}
