package org.filmwright.generate.cloud;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.RemoteGenerator;
import org.filmwright.generate.Request;
import org.filmwright.net.Door;
import org.filmwright.net.Egress;
import org.filmwright.net.Passage;
import org.filmwright.net.Patience;
import org.filmwright.net.Pickup;
import org.filmwright.production.OnePicture;

/** What tests of providers order, and how: over a provider whose address is a server in the test. */
final class Counter implements AutoCloseable {
    static final String KEY = "s3cret-key";
    final List<Passage> passages = new ArrayList<>();
    private final Egress egress = new Egress(address -> true, passages::add, InstantSource.system());

    /** The shipped provider, at another address. */
    static Provider at(String id, URI address) {
        Provider shipped = Catalogue.shipped().provider(id).orElseThrow();
        return new Provider(id, shipped.title(), address, shipped.uploads().map(_ -> address), shipped.files(),
                shipped.silence(), shipped.limits());
    }

    static Offering offering(String id) {
        return Catalogue.shipped().offerings().stream().filter(each -> each.id().equals(id)).findFirst().orElseThrow();
    }

    Access access(Provider provider, Optional<String> key, Duration silence) {
        Patience patience = new Patience(Duration.ofSeconds(20), silence, Duration.ofSeconds(120));
        return new Access() {
            @Override
            public boolean ready() {
                return key.isPresent();
            }

            @Override
            public Outcome<Door> door() {
                return door(provider.address(), true);
            }

            @Override
            public Outcome<Door> door(URI base, boolean keyed) {
                if (key.isEmpty()) {
                    return Outcome.failed(new Failure.Misconfigured("No key is set. Nothing was sent.", "Set it."));
                }
                return provider.owns(base)
                        ? Outcome
                                .ok(egress.door(base, keyed ? provider.headers(key.get()) : Map.of(), patience, "test"))
                        : Outcome.failed(new Failure.Refused("Not theirs: " + base, "Leave it."));
            }

            @Override
            public Pickup pickup() {
                return egress.pickup((_, to) -> provider.owns(to), patience, "test");
            }
        };
    }

    static Request.Image image(Path folder) {
        OnePicture one = new OnePicture(new Request.Words("A ferry at night", "people"), FrameSize.HD, 0x1_0000_0007L,
                2);
        return one.request(folder);
    }

    /** A picture as a provider would send it. @param format {@code png} or {@code jpg} */
    static byte[] picture(String format, int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, i * 31);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Orders, and asks until there is an end. */
    static Answer bought(RemoteGenerator artist, Request order) {
        Answer answer = artist.start(order, "key-1", Progress.NONE);
        for (int polls = 0; answer instanceof Answer.Pending(String job, Duration _) && polls < 50; polls++) {
            answer = artist.resume(order, job, Progress.NONE);
        }
        return answer;
    }

    @Override
    public void close() {
        egress.close();
    }
}
