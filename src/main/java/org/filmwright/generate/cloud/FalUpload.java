package org.filmwright.generate.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
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
 * with the key; the picture goes there without, in parts where it is large.
 */
record FalUpload(Access access, Provider provider, Sizes sizes) {
    /** @param whole the largest picture that goes in one piece, in bytes @param part the size of the parts of a larger one */
    record Sizes(long whole, int part) {
        static final Sizes THEIRS = new Sizes(90L << 20, 10 << 20);
    }

    FalUpload(Access access, Provider provider) {
        this(access, provider, Sizes.THEIRS);
    }

    /** What is handed in. */
    private record Parcel(Path file, long bytes, boolean png) {
        String type() {
            return png ? "image/png" : "image/jpeg";
        }

        String name() {
            return png ? "take.png" : "take.jpg";
        }
    }

    /** Where the picture goes, and where it can be seen then. */
    private record Place(URI upload, URI seen) {
        /** Below the path of the upload, with its query. */
        String below(String more) {
            return upload.getRawPath() + more + (upload.getRawQuery() == null ? "" : "?" + upload.getRawQuery());
        }
    }

    Outcome<URI> handedIn(Path picture, Progress progress) {
        Parcel parcel;
        try (InputStream in = Files.newInputStream(picture)) {
            parcel = new Parcel(picture, Files.size(picture),
                    ReceivedPicture.starts(in.readNBytes(8), 0x89, 'P', 'N', 'G'));
        } catch (IOException e) {
            return unread(picture);
        }
        boolean large = parcel.bytes > sizes.whole;
        progress.report(0.05, "handing in the picture");
        return access.door(provider.uploads().orElse(provider.address()), true)
                .then(door -> place(door, large ? "initiate-multipart" : "initiate", parcel, progress))
                .then(place -> access
                        .door(URI.create(place.upload.getScheme() + "://" + place.upload.getRawAuthority()), false)
                        .then(door -> large
                                ? inParts(door, place, parcel, progress)
                                : whole(door, place, parcel,
                                        progress)));
    }

    private Outcome<Place> place(Door door, String how, Parcel parcel, Progress progress) {
        Reply reply = door.post("/storage/upload/" + how + "?storage_type=fal-cdn-v3",
                Wire.object().put("content_type", parcel.type()).put("file_name", parcel.name()).toString(), progress);
        if (!(reply instanceof Reply.Answered answered && answered.ok())) {
            return Outcome.failed(unpaid(reply));
        }
        JsonNode said = Wire.read(answered.body());
        Optional<URI> upload = address(said.path("upload_url").asText());
        Optional<URI> seen = address(said.path("file_url").asText());
        return upload.isPresent() && seen.isPresent()
                ? Outcome.ok(new Place(upload.get(), seen.get()))
                : Outcome.failed(again("its answer names no address of its own", Duration.ZERO));
    }

    private Outcome<URI> whole(Door door, Place place, Parcel parcel, Progress progress) {
        try {
            return switch (door.put(place.below(""), Files.readAllBytes(parcel.file), parcel.type(), progress)) {
                case Reply.Answered done when done.ok() -> Outcome.ok(place.seen);
                case Reply reply -> Outcome.failed(unpaid(reply));
            };
        } catch (IOException e) {
            return unread(parcel.file);
        }
    }

    /** Each part is acknowledged by a mark, and all marks together end it. */
    private Outcome<URI> inParts(Door door, Place place, Parcel parcel, Progress progress) {
        ObjectNode end = Wire.object();
        ArrayNode marks = end.putArray("parts");
        try (InputStream in = Files.newInputStream(parcel.file)) {
            byte[] part = in.readNBytes(sizes.part);
            for (int n = 1; part.length > 0; n++) {
                progress.checkCancelled();
                Reply reply = door.put(place.below("/" + n), part, parcel.type(), progress);
                if (!(reply instanceof Reply.Answered answered && answered.ok())) {
                    return Outcome.failed(unpaid(reply));
                }
                marks.addObject().put("partNumber", n).put("etag", answered.header("etag").orElse(""));
                progress.report(Math.min(0.09, 0.05 + 0.04 * n * sizes.part / parcel.bytes), "handing in the picture");
                part = in.readNBytes(sizes.part);
            }
        } catch (IOException e) {
            return unread(parcel.file);
        }
        return switch (door.post(place.below("/complete"), end.toString(), progress)) {
            case Reply.Answered done when done.ok() -> Outcome.ok(place.seen);
            case Reply reply -> Outcome.failed(unpaid(reply));
        };
    }

    private static <T> Outcome<T> unread(Path picture) {
        return Outcome.failed(new Failure.Refused(picture + " could not be read." + Shop.FREE,
                "Put the file back, or approve another take."));
    }

    /** To hand in costs nothing, so whatever goes wrong can be tried again. */
    private static Failure unpaid(Reply reply) {
        return switch (reply) {
            case Reply.Answered no when no.status() < 500 && no.status() != 408 -> new FalRefusal(FalFilmer.SHOP, no)
                    .failure("Approve another picture.");
            case Reply.Answered no -> again("it answered " + no.status(), Retry.after(no).orElse(Duration.ZERO));
            case Reply.Lost(String why, boolean _) -> again(why, Duration.ZERO);
            case Reply.Unreached(String why) -> again(why, Duration.ZERO);
        };
    }

    private static Failure again(String why, Duration pause) {
        return new Failure.Transient("The picture could not be handed in at fal (" + Wire.sentence(why) + ")."
                + Shop.FREE, pause);
    }

    private Optional<URI> address(String text) {
        try {
            return Optional.of(new URI(text)).filter(provider::owns);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
