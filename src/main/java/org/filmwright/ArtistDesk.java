package org.filmwright;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.generate.cloud.Access;
import org.filmwright.generate.cloud.Catalogue;
import org.filmwright.generate.cloud.ComfyFilmer;
import org.filmwright.generate.cloud.ComfyGraph;
import org.filmwright.generate.cloud.ComfyPainter;
import org.filmwright.generate.cloud.FalFilmer;
import org.filmwright.generate.cloud.GeminiPainter;
import org.filmwright.generate.cloud.Offering;
import org.filmwright.generate.cloud.Provider;
import org.filmwright.generate.cloud.ReplicatePainter;
import org.filmwright.keys.Key;
import org.filmwright.keys.Keys;
import org.filmwright.media.ConformedClip;
import org.filmwright.media.VideoSettings;
import org.filmwright.net.Door;
import org.filmwright.net.Egress;
import org.filmwright.net.Patience;
import org.filmwright.net.Pickup;

/** Those elsewhere who make pictures and clips for this person; the gate is open for whom a key is set, and for no one else. */
final class ArtistDesk implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Patience FETCHING = new Patience(CONNECTING, Duration.ofSeconds(60),
            Duration.ofMinutes(30));

    /** How often a ComfyUI is asked whose socket tells nothing. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final Catalogue catalogue;
    private final Keys keys;
    private final Egress egress;

    private ArtistDesk(Path config, Path project, Catalogue catalogue, Keys keys) {
        this.catalogue = catalogue;
        this.keys = keys;
        this.egress = Gate.opened(config, Optional.of(project), this::open);
    }

    /** For this person on this machine, in a project; what stands in a file that cannot be read is not used, and the failure is told. */
    static Outcome<ArtistDesk> with(Keys keys, Path project) {
        Path config = ConfigFolder.here();
        return catalogue(config).then(catalogue -> Outcome.ok(new ArtistDesk(config, project, catalogue, keys)));
    }

    /** What comes with the program, changed by {@code artists.json} in a person's config folder. */
    static Outcome<Catalogue> catalogue(Path config) {
        Path own = config.resolve("artists.json");
        if (!Files.exists(own)) {
            return Outcome.ok(Catalogue.shipped());
        }
        try {
            return Catalogue.shipped().with(Files.readString(own), own.toString());
        } catch (IOException e) {
            return Outcome.failed(new Failure.Misconfigured(own + " could not be read: " + e.getMessage() + ".",
                    "Check that it may be read, and that it is text."));
        }
    }

    /** Everybody who could be asked, with a key or without. */
    List<Generator> generators() {
        return catalogue.offerings().stream().flatMap(each -> generator(each).stream()).toList();
    }

    private Optional<Generator> generator(Offering offering) {
        Provider provider = catalogue.provider(offering.provider()).orElseThrow();
        Access access = new Way(provider);
        return switch (provider.id()) {
            case "replicate" -> Optional.of(new ReplicatePainter(provider, offering, access, Wiring.clock()));
            case ComfyPainter.ID -> Optional.of(switch (offering.makes()) {
                case IMAGE -> new ComfyPainter(provider, offering, access, () -> graph(offering), LOOK);
                case CLIP -> new ComfyFilmer(provider, offering, access, () -> graph(offering), ArtistDesk::conformed,
                        LOOK);
            });
            case "fal" -> Optional.of(new FalFilmer(provider, offering, access, ArtistDesk::conformed));
            case "gemini" -> Optional.of(new GeminiPainter(provider, offering, access));
            default -> Optional.empty();
        };
    }

    /** The one that comes with the program, or a file in the folder {@code comfyui} of a person's settings. */
    private static Outcome<ComfyGraph> graph(Offering offering) {
        String name = offering.form().path("graph").asText();
        String picture = offering.form().path("image").asText();
        Path folder = ConfigFolder.here().resolve(ComfyPainter.ID);
        if (name.isEmpty()) {
            return Outcome.ok(switch (offering.makes()) {
                case IMAGE -> ComfyGraph.usual();
                case CLIP -> ComfyGraph.usualClip();
            });
        }
        Path file = folder.resolve(name).normalize();
        try {
            return ComfyGraph.read(file.toString(), Files.readString(file))
                    .then(graph -> Outcome.ok(picture.isEmpty() ? graph : graph.seeing(folder.resolve(picture))));
        } catch (IOException e) {
            return Outcome
                    .failed(new Failure.Misconfigured("The graph " + file + " could not be read. Nothing was made.",
                            "Put it there, exported from ComfyUI in the API format."));
        }
    }

    private static Outcome<Path> conformed(Path raw, Request.Clip order, Path to, Progress progress) {
        VideoSettings settings = new VideoSettings(order.size(), order.rate(), VideoSettings.Purpose.CLIP);
        return ConformedClip.of(raw, settings, order.motion().frames(), to, progress).then(_ -> Outcome.ok(to));
    }

    private boolean open(URI address) {
        return catalogue.providers().stream().anyMatch(each -> each.owns(address) && isOn(each));
    }

    /** With a key where one is wanted; a server at home as soon as something is to be made there. */
    private boolean isOn(Provider provider) {
        return provider.keyed()
                ? key(provider).isPresent()
                : catalogue.offerings().stream().anyMatch(each -> each.provider().equals(provider.id()));
    }

    private Optional<Key> key(Provider provider) {
        return keys.of(provider.id()).orElse(_ -> Optional.empty());
    }

    @Override
    public void close() {
        egress.close();
    }

    /** The way to one provider, with the key as it is now. */
    private final class Way implements Access {
        private final Provider provider;

        Way(Provider provider) {
            this.provider = provider;
        }

        @Override
        public boolean ready() {
            return isOn(provider);
        }

        @Override
        public Outcome<Door> door() {
            return door(provider.address(), true);
        }

        @Override
        public Outcome<Door> door(URI base, boolean keyed) {
            return keys.of(provider.id()).then(key -> {
                if (key.isEmpty() && provider.keyed()) {
                    return Outcome.failed(missing(provider.id(), provider.title()));
                }
                if (!provider.owns(base)) {
                    return Outcome.failed(new Failure.Refused(base.getHost() + " is no address of " + provider.title()
                            + ". Nothing was sent there.", "Try again later, or choose another model."));
                }
                Map<String, String> headers = keyed && provider.keyed()
                        ? provider.headers(key.get().secret())
                        : Map.of();
                return Outcome.ok(egress.door(base, headers,
                        new Patience(CONNECTING, provider.silence(), provider.silence().multipliedBy(2)), "pictures"));
            });
        }

        @Override
        public Pickup pickup() {
            return egress.pickup((_, to) -> provider.owns(to), FETCHING, "results");
        }
    }

    static Failure missing(String id, String title) {
        return new Failure.Misconfigured("No key is set for " + title + ". Nothing was sent.",
                "Set it: filmwright providers set-key " + id + ".");
    }

    /** Whether an id is one of those elsewhere; fails where it is, and has no key. */
    static Outcome<String> asked(String id) {
        return catalogue(ConfigFolder.here()).then(catalogue -> {
            Optional<Provider> provider = catalogue.offerings()
                    .stream()
                    .filter(each -> each.id().equals(id))
                    .findFirst()
                    .flatMap(each -> catalogue.provider(each.provider()));
            return provider.isEmpty()
                    ? Outcome.ok(id)
                    : OwnKeys.here()
                            .of(provider.get().id())
                            .then(key -> key.isPresent() || !provider.get().keyed()
                                    ? Outcome.ok(id)
                                    : Outcome.failed(missing(provider.get().id(), provider.get().title())));
        });
    }

    /** The ids of those who make such things. */
    static List<String> ids(Offering.Makes what) {
        return catalogue(ConfigFolder.here()).orElse(_ -> Catalogue.shipped())
                .offerings()
                .stream()
                .filter(each -> each.makes() == what)
                .map(Offering::id)
                .toList();
    }
}
