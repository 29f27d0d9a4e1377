package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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
        return switch (server) {
            case OLLAMA -> list(door.get("/api/tags", progress), home, "models", "name");
            case LM_STUDIO -> list(door.get("/api/v0/models", progress), home, "data", "id");
            case LLAMA_CPP -> list(door.get("/v1/models", progress), home, "data", "id")
                    .then(models -> props(models, door.get("/props", progress)));
            case VLLM, OPENAI -> list(door.get("/v1/models", progress), home, "data", "id");
        };
    }

    private static Outcome<List<Model>> list(Reply reply, Home home, String field, String name) {
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return Outcome.failed(home.failed(reply).failure());
        }
        JsonNode all = Wire.read(answered.body()).path(field);
        if (!all.isArray()) {
            return Outcome.failed(home.broken("does not speak as " + home.name() + " does.").failure());
        }
        List<Model> models = new ArrayList<>();
        all.forEach(each -> {
            int most = each.path("max_model_len").asInt(each.path("max_context_length").asInt(0));
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
