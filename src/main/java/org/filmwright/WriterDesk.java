package org.filmwright;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.TextGenerator;
import org.filmwright.generate.cloud.AnthropicWriter;
import org.filmwright.generate.cloud.Prices;
import org.filmwright.generate.cloud.RemoteModel;
import org.filmwright.generate.cloud.ReplicateWriter;
import org.filmwright.generate.cloud.ChatWriter;
import org.filmwright.generate.cloud.LocalServer;
import org.filmwright.generate.cloud.Models;
import org.filmwright.generate.cloud.OllamaWriter;
import org.filmwright.keys.Key;
import org.filmwright.keys.KeyCabinet;
import org.filmwright.net.Door;
import org.filmwright.net.Egress;
import org.filmwright.net.Patience;
import org.filmwright.production.Writers;

/** The writers of this person, as they are set up in the config folder; the gate is open for them alone. */
final class WriterDesk implements Writers, AutoCloseable {
    /** A model may have to be read from a slow disk before the first word comes. */
    private static final Patience AT_HOME = new Patience(Duration.ofSeconds(2), Duration.ofMinutes(10),
            Duration.ofHours(1));
    /** Those who charge ping while they think. */
    private static final Patience AWAY = new Patience(Duration.ofSeconds(10), Duration.ofMinutes(2),
            Duration.ofMinutes(10));
    private static final Patience LOOKING = new Patience(Duration.ofSeconds(2), Duration.ofSeconds(10),
            Duration.ofSeconds(15));
    private static final List<Writer> OFFERS = Stream.concat(
            Stream.of(LocalServer.values()).map(WriterDesk::offer),
            Stream.of(offer(AnthropicWriter.ID, "Anthropic", AnthropicWriter.ADDRESS, "claude-haiku-4-5", 200_000),
                    offer(ReplicateWriter.ID, "Replicate", ReplicateWriter.ADDRESS, "meta/meta-llama-3-70b-instruct",
                            8000)))
            .toList();

    private final WriterFile file;
    private final KeyCabinet keys;
    private final EgressFile log;
    private final Egress egress;
    private final Set<URI> tried = ConcurrentHashMap.newKeySet();
    private Optional<Seat> seat = Optional.empty();

    /** Who sits at the desk, as long as the setup is this one. */
    private record Seat(String id, WriterFile.Setup setup, Optional<String> key, TextGenerator generator) {}

    /** @param project that is written for; empty where a writer is only tried */
    WriterDesk(Path config, KeyCabinet keys, Optional<Path> project) {
        file = new WriterFile(config);
        this.keys = keys;
        log = new EgressFile(config, project);
        egress = Gate.opened(config, project, this::open);
    }

    /** For this person on this machine. */
    static WriterDesk here() {
        return with(OwnKeys.here());
    }

    static WriterDesk with(KeyCabinet keys) {
        return new WriterDesk(ConfigFolder.here(), keys, Optional.empty());
    }

    /** For this person on this machine, in a project. */
    static WriterDesk with(KeyCabinet keys, Path project) {
        return new WriterDesk(ConfigFolder.here(), keys, Optional.of(project));
    }

    KeyCabinet keys() {
        return keys;
    }

    EgressFile log() {
        return log;
    }

    private boolean open(URI address) {
        return tried.contains(address)
                || chosen().filter(writer -> writer.setup().address().equals(address)).isPresent();
    }

    /** As it usually is. Ollama reads as much as it is asked to; what the others were started with, nobody knows. */
    private static Writer offer(LocalServer server) {
        int context = server == LocalServer.OLLAMA ? 16_384 : 4096;
        return new Writer(server.id(), server.title(), false, false, new Setup(server.address(), "", context));
    }

    private static Writer offer(String id, String title, String address, String model, int context) {
        return new Writer(id, title, true, false, new Setup(URI.create(address), model, context));
    }

    @Override
    public List<Writer> all() {
        Map<String, WriterFile.Setup> setups = read().setups();
        return OFFERS.stream()
                .map(offer -> new Writer(offer.id(), offer.title(), offer.charges(), hasKey(offer.id()),
                        Optional.ofNullable(setups.get(offer.id()))
                                .map(WriterFile.Setup::plain)
                                .orElse(offer.setup())))
                .toList();
    }

    private WriterFile.Chosen read() {
        return file.read().orElse(_ -> new WriterFile.Chosen(Optional.empty(), Map.of()));
    }

    @Override
    public Optional<Writer> chosen() {
        return read().chosen().flatMap(this::find);
    }

    private Optional<Writer> find(String id) {
        return all().stream().filter(writer -> writer.id().equals(id)).findFirst();
    }

    private Outcome<Writer> known(String id) {
        return find(id).map(Outcome::ok)
                .orElseGet(() -> Outcome.failed(new Failure.Refused("There is no writer '" + id + "'.",
                        "There are: " + String.join(", ", all().stream().map(Writer::id).toList()) + ".")));
    }

    @Override
    public Outcome<Writer> choose(String id, Setup setup) {
        return known(id).then(writer -> WriterRules.sound(writer, setup)).then(_ -> file.change(before -> {
            Map<String, WriterFile.Setup> setups = new HashMap<>(before.setups());
            Optional<WriterFile.Setup> old = Optional.ofNullable(setups.get(id));
            setups.put(id, new WriterFile.Setup(setup.address(), setup.model(), setup.contextTokens(),
                    old.flatMap(WriterFile.Setup::inputPrice), old.flatMap(WriterFile.Setup::outputPrice)));
            return new WriterFile.Chosen(Optional.of(id), setups);
        })).then(_ -> known(id));
    }

    @Override
    public Outcome<Boolean> chooseNobody() {
        return file.change(before -> new WriterFile.Chosen(Optional.empty(), before.setups()))
                .then(_ -> Outcome.ok(true));
    }

    @Override
    public Outcome<Writer> setKey(String id, String key) {
        return known(id).then(_ -> keys.put(id, key, false)).then(_ -> known(id));
    }

    @Override
    public Outcome<Writer> removeKey(String id) {
        return known(id).then(_ -> keys.remove(id)).then(_ -> known(id));
    }

    @Override
    public Outcome<List<Model>> models(String id, URI address, Progress progress) {
        return known(id).then(writer -> WriterRules.address(writer, address).then(sound -> {
            tried.add(sound);
            try {
                return keys.of(id)
                        .then(key -> models(writer, door(id, key.map(Key::secret), sound, LOOKING), progress))
                        .then(models -> Outcome.ok(models.stream()
                                .map(model -> new Model(model.name(), model.contextTokens()))
                                .toList()));
            } finally {
                tried.remove(sound);
            }
        }));
    }

    private static Outcome<List<Models.Model>> models(Writer writer, Door door, Progress progress) {
        return switch (writer.id()) {
            case AnthropicWriter.ID -> Models.ofAnthropic(door, progress);
            case ReplicateWriter.ID -> Models.ofReplicate(door, writer.setup().model(), progress);
            default -> Models.of(server(writer.id()), door, progress);
        };
    }

    private static LocalServer server(String id) {
        return Stream.of(LocalServer.values()).filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    /** Who writes now; empty where rules answer. A setup that cannot be read is a failure, not a rule. */
    synchronized Outcome<Optional<TextGenerator>> generator() {
        return file.read().then(now -> {
            Optional<String> id = now.chosen().filter(each -> find(each).isPresent());
            Optional<WriterFile.Setup> setup = id.map(each -> now.setups().get(each));
            if (setup.isEmpty()) {
                return Outcome.ok(Optional.empty());
            }
            return keys.of(id.get())
                    .then(key -> sitting(id.get(), setup.get(), key.map(Key::secret)));
        });
    }

    private Outcome<Optional<TextGenerator>> sitting(String id, WriterFile.Setup setup, Optional<String> key) {
        if (key.isEmpty() && find(id).filter(Writer::charges).isPresent()) {
            return Outcome.failed(new Failure.Misconfigured("No key is set for " + id + ". Nothing was sent.",
                    "Set it: filmwright providers set-key " + id + "."));
        }
        if (!WriterRules.priced(setup)) {
            return Outcome
                    .failed(new Failure.Misconfigured("A price in writers.json is no number. Nothing was sent.",
                            "Write both prices as US dollars for a million tokens: \"1.5\"."));
        }
        boolean same = seat.filter(sitting -> sitting.id.equals(id) && sitting.setup.equals(setup)
                && sitting.key.equals(key)).isPresent();
        if (!same) {
            seat = Optional.of(new Seat(id, setup, key, seated(id, setup, key)));
        }
        return Outcome.ok(seat.map(Seat::generator));
    }

    private boolean hasKey(String id) {
        return keys.origin(id).orElse(_ -> Optional.empty()).isPresent();
    }

    private TextGenerator seated(String id, WriterFile.Setup setup, Optional<String> key) {
        LocalServer.Setup plain = new LocalServer.Setup(setup.model(), setup.contextTokens());
        return switch (id) {
            case AnthropicWriter.ID -> new AnthropicWriter(door(id, key, setup.address(), AWAY), remote(setup));
            case ReplicateWriter.ID -> new ReplicateWriter(door(id, key, setup.address(), AWAY), remote(setup),
                    Wiring.clock());
            default -> server(id) == LocalServer.OLLAMA
                    ? new OllamaWriter(door(id, key, setup.address(), AT_HOME), plain)
                    : new ChatWriter(door(id, key, setup.address(), AT_HOME), server(id), plain);
        };
    }

    /** What a person wrote down counts before what is known here. */
    private static RemoteModel remote(WriterFile.Setup setup) {
        Optional<Prices> written = setup.inputPrice()
                .flatMap(input -> setup.outputPrice().map(output -> Prices.of(input, output)));
        return new RemoteModel(setup.model(), setup.contextTokens(),
                written.or(() -> Prices.usual(setup.model())));
    }

    private Door door(String id, Optional<String> secret, URI address, Patience patience) {
        Map<String, String> headers = secret
                .map(key -> id.equals(AnthropicWriter.ID) ? AnthropicWriter.headers(key) : ReplicateWriter.headers(key))
                .orElse(Map.of());
        return egress.door(address, headers, patience, "text");
    }

    @Override
    public synchronized void close() {
        seat.ifPresent(sitting -> sitting.generator.close());
        egress.close();
    }
}
