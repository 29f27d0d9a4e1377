package org.filmwright.generate.cloud;

import static org.filmwright.net.ScriptedServer.json;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.CameraMove;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.RemoteText;
import org.filmwright.generate.Request;
import org.filmwright.generate.TextAnswer;
import org.filmwright.generate.TextGenerator;
import org.filmwright.net.Patience;
import org.filmwright.net.ScriptedServer;

/** Everybody who asks a server for something, so that one table can be held against all of them. */
final class Customers implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-06-24T10:00:00Z");
    private static final Duration CONNECT = Duration.ofSeconds(20);
    private static final Duration WHOLE = Duration.ofSeconds(120);

    private final Path folder;
    private final Counter counter = new Counter();
    private final Correspondence post = new Correspondence();

    Customers(Path folder) {
        this.folder = folder;
    }

    /** Who asks. The last two charge nothing. */
    enum Who {
        REPLICATE, GEMINI, FAL, ANTHROPIC, REPLICATE_TEXT, CHAT, OLLAMA;

        boolean charges() {
            return this != CHAT && this != OLLAMA;
        }
    }

    /** What came of it: that it is still being made, or why it failed. */
    record Came(Optional<String> job, Optional<Failure> failure) {
        private static Came of(Answer answer) {
            return switch (answer) {
                case Answer.Failed(Failure why, var _) -> new Came(Optional.empty(), Optional.of(why));
                case Answer.Pending(String job, var _) -> new Came(Optional.of(job), Optional.empty());
                case Answer.Done _ -> new Came(Optional.empty(), Optional.empty());
            };
        }

        private static Came of(TextAnswer answer) {
            return switch (answer) {
                case TextAnswer.Failed(Failure why, var _) -> new Came(Optional.empty(), Optional.of(why));
                case TextAnswer.Pending(String job, var _) -> new Came(Optional.of(job), Optional.empty());
                case TextAnswer.Written _ -> new Came(Optional.empty(), Optional.empty());
            };
        }
    }

    /** Orders, where the server answers the order itself so. @param silence how long it may say nothing */
    Came order(Who who, ScriptedServer server, ScriptedServer.Turn turn, Duration silence) {
        if (who == Who.FAL) {
            handedIn(server).forEach(server::then);
        }
        // who does not know a form of JSON is asked in another one
        server.then(turn, turn, turn);
        return order(who, server.address(), silence);
    }

    private Came order(Who who, URI address, Duration silence) {
        return switch (who) {
            case REPLICATE, GEMINI, FAL -> Came.of(artist(usual(who), address, silence).start(request(who), "key-1",
                    Progress.NONE));
            case ANTHROPIC, REPLICATE_TEXT -> Came.of(writer(who, address, silence).start(Correspondence.REQUEST,
                    "key-1", TextGenerator.Reader.NOBODY, Progress.NONE));
            case CHAT, OLLAMA -> Came.of(home(who, address, silence).write(Correspondence.REQUEST,
                    TextGenerator.Reader.NOBODY, Progress.NONE));
        };
    }

    /** Asks for a job that was taken before. */
    Came ask(Who who, ScriptedServer server) {
        return switch (who) {
            case REPLICATE, FAL -> Came.of(artist(usual(who), server.address(), WHOLE).resume(request(who), "job1",
                    Progress.NONE));
            case REPLICATE_TEXT -> Came.of(writer(who, server.address(), WHOLE).resume("job1", Progress.NONE));
            case GEMINI, ANTHROPIC, CHAT, OLLAMA -> throw new IllegalArgumentException(who + " has no jobs");
        };
    }

    private static String usual(Who who) {
        return switch (who) {
            case REPLICATE -> "replicate:flux-schnell";
            case GEMINI -> "gemini:3.1-flash-image";
            case FAL -> "fal:kling-v2.1";
            case ANTHROPIC, REPLICATE_TEXT, CHAT, OLLAMA -> throw new IllegalArgumentException(who + " draws nothing");
        };
    }

    /** The artist of an offering that comes with the program. */
    RemoteGenerator artist(String id, URI address, Duration silence) {
        Offering offering = Counter.offering(id);
        Provider provider = Counter.at(offering.provider(), address);
        Access access = counter.access(provider, Optional.of(Counter.KEY), silence);
        return switch (offering.provider()) {
            case "replicate" -> new ReplicatePainter(provider, offering, access, InstantSource.fixed(NOW));
            case "gemini" -> new GeminiPainter(provider, offering, access);
            default -> new FalFilmer(provider, offering, access, (_, _, to, _) -> Outcome.ok(to));
        };
    }

    private RemoteText writer(Who who, URI address, Duration silence) {
        String model = who == Who.ANTHROPIC ? "claude-haiku-4-5" : "meta/meta-llama-3-70b-instruct";
        RemoteModel remote = new RemoteModel(model, 8000, Prices.usual(model));
        Patience patience = new Patience(CONNECT, silence, WHOLE);
        return who == Who.ANTHROPIC
                ? new AnthropicWriter(post.door(address, AnthropicWriter.headers(Counter.KEY), patience), remote)
                : new ReplicateWriter(post.door(address, ReplicateWriter.headers(Counter.KEY), patience), remote,
                        InstantSource.fixed(NOW));
    }

    private TextGenerator home(Who who, URI address, Duration silence) {
        LocalServer.Setup setup = new LocalServer.Setup("llama3.2", 8000);
        Patience patience = new Patience(CONNECT, silence, WHOLE);
        return who == Who.CHAT
                ? new ChatWriter(post.door(address, Map.of(), patience), LocalServer.VLLM, setup)
                : new OllamaWriter(post.door(address, Map.of(), patience), setup);
    }

    private Request request(Who who) {
        return who == Who.FAL ? clip(72) : Counter.image(folder);
    }

    /** A clip of a small picture. */
    Request.Clip clip(int frames) {
        Path picture = folder.resolve("take.png");
        try {
            Files.write(picture, Counter.picture("png", 64, 36));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Request.Clip(picture, new Request.Motion(CameraMove.values()[0], Region.WHOLE, Region.WHOLE, frames,
                "slow push in"), FrameSize.HD, FrameRate.FILM, 7, folder);
    }

    /** What fal says before an order: where the picture goes, and that it has it. */
    static List<ScriptedServer.Turn> handedIn(ScriptedServer server) {
        return List.of(json(200, "{\"upload_url\":\"" + server.address() + "/files/up\",\"file_url\":\""
                + server.address() + "/files/take.png\"}"), json(200, ""));
    }

    @Override
    public void close() {
        counter.close();
        post.close();
    }
}
