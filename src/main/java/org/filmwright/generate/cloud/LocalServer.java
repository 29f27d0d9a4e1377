package org.filmwright.generate.cloud;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import org.filmwright.generate.Generator;

/** The servers of language models that run on a person's own machine or network, each with its ways. */
public enum LocalServer {
    OLLAMA("Ollama", "http://127.0.0.1:11434", "Start it: ollama serve.", "Fetch one: ollama pull NAME."),

    LLAMA_CPP("llama.cpp", "http://127.0.0.1:8080", "Start it: llama-server -m MODEL.gguf.",
            "It has the one that it was started with."),

    LM_STUDIO("LM Studio", "http://127.0.0.1:1234", "Start its server on the Developer page.",
            "Download one in LM Studio."),

    VLLM("vLLM", "http://127.0.0.1:8000", "Start it: vllm serve MODEL.", "It has the one that it was started with."),

    /** Any other that speaks the same language. */
    OPENAI("OpenAI-compatible server", "http://127.0.0.1:8000", "Start it, or correct its address in the settings.",
            "");

    private final String title;
    private final String address;
    private final String start;
    private final String fetch;

    LocalServer(String title, String address, String start, String fetch) {
        this.title = title;
        this.address = address;
        this.start = start;
        this.fetch = fetch;
    }

    /** @param contextTokens what it reads and writes together, as it was started */
    public record Setup(String model, int contextTokens) {}

    /** As in settings and on the command line: {@code lm-studio}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String title() {
        return title;
    }

    /** Where it listens if nobody has moved it. */
    public URI address() {
        return URI.create(address);
    }

    /** LM Studio refuses to hear of JSON without a schema. */
    List<JsonForm> forms() {
        return this == LM_STUDIO ? List.of(JsonForm.SCHEMA, JsonForm.WORDS) : List.of(JsonForm.values());
    }

    Home home(URI base, Setup setup) {
        return new Home(title, base.toString(), setup.model(), start, fetch);
    }

    /** All of them work on this machine or on one nearby: one at a time, in a lane of their own. */
    Generator.Descriptor descriptor(Setup setup) {
        return new Generator.Descriptor(id(), title + " · " + setup.model(), setup.model(), "text");
    }
}
