package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.net.Door;
import org.filmwright.net.Reply;

/**
 * Hands a picture in at fal, where anybody who knows its address can see it for some days. The address for it is asked for
 * with the key; the picture goes there without.
 */
record FalUpload(Access access, Provider provider) {
    /** Above that it would have to go in parts. */
    private static final long MOST = 90L << 20;

    Outcome<URI> handedIn(Path picture, Progress progress) {
        byte[] bytes;
        try {
            if (Files.size(picture) > MOST) {
                return Outcome.failed(new Failure.Refused(picture + " is too large to be handed in at fal." + Shop.FREE,
                        "Approve a smaller picture."));
            }
            bytes = Files.readAllBytes(picture);
        } catch (IOException e) {
            return Outcome.failed(new Failure.Refused(picture + " could not be read." + Shop.FREE,
                    "Put the file back, or approve another take."));
        }
        boolean png = ReceivedPicture.starts(bytes, 0x89, 'P', 'N', 'G');
        String type = png ? "image/png" : "image/jpeg";
        progress.report(0.05, "handing in the picture");
        return access.door(provider.uploads().orElse(provider.address()), true)
                .then(door -> place(door, type, png ? "take.png" : "take.jpg", progress))
                .then(place -> laid(place, bytes, type, progress));
    }

    /** Where the picture goes, and where it can be seen then. */
    private record Place(URI upload, URI seen) {}

    private Outcome<Place> place(Door door, String type, String name, Progress progress) {
        Reply reply = door.post("/storage/upload/initiate?storage_type=fal-cdn-v3",
                Wire.object().put("content_type", type).put("file_name", name).toString(), progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return Outcome.failed(unpaid(reply));
        }
        JsonNode said = Wire.read(answered.body());
        Optional<URI> upload = address(said.path("upload_url").asText());
        Optional<URI> seen = address(said.path("file_url").asText());
        return upload.isPresent() && seen.isPresent()
                ? Outcome.ok(new Place(upload.get(), seen.get()))
                : Outcome.failed(unclear());
    }

    private Outcome<URI> laid(Place place, byte[] bytes, String type, Progress progress) {
        URI to = place.upload;
        String path = to.getRawPath() + (to.getRawQuery() == null ? "" : "?" + to.getRawQuery());
        return access.door(URI.create(to.getScheme() + "://" + to.getRawAuthority()), false)
                .then(door -> switch (door.put(path, bytes, type, progress)) {
                    case Reply.Answered done when done.ok() -> Outcome.ok(place.seen);
                    case Reply reply -> Outcome.failed(unpaid(reply));
                });
    }

    /** To hand in costs nothing, so whatever goes wrong can be tried again. */
    private static Failure unpaid(Reply reply) {
        return switch (reply) {
            case Reply.Answered no when no.status() < 500 && no.status() != 408 -> FalFilmer.SHOP.unbought(no,
                    "Approve another picture.");
            case Reply.Answered no -> again("it answered " + no.status(), Retry.after(no).orElse(Duration.ZERO));
            case Reply.Lost(String why, boolean _) -> again(why, Duration.ZERO);
            case Reply.Unreached(String why) -> again(why, Duration.ZERO);
        };
    }

    private static Failure again(String why, Duration pause) {
        return new Failure.Transient("The picture could not be handed in at fal (" + Wire.sentence(why) + ")."
                + Shop.FREE, pause);
    }

    private static Failure unclear() {
        return again("its answer names no address of its own", Duration.ZERO);
    }

    private Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(provider::owns);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
