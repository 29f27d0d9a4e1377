package org.filmwright.generate.cloud;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Supplier;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.net.Door;

/** Pictures of a ComfyUI on this machine or the network at home: free, one at a time. */
public final class ComfyPainter implements Generator {
    public static final String ID = "comfyui";

    private final CloudArtist artist;
    private final Supplier<Outcome<ComfyGraph>> graph;
    private final Duration look;

    /** @param graph read anew for each picture @param look how often it is asked where its socket tells nothing */
    public ComfyPainter(Provider provider, Offering offering, Access access, Supplier<Outcome<ComfyGraph>> graph,
            Duration look) {
        this.artist = artist(provider, offering, access);
        this.graph = graph;
        this.look = look;
    }

    static CloudArtist artist(Provider provider, Offering offering, Access access) {
        return new CloudArtist(provider, offering, access,
                new Shop(ID, "ComfyUI", "", provider.address().toString()));
    }

    @Override
    public Descriptor describe() {
        return artist.describe();
    }

    @Override
    public Answer start(Request request, Progress progress) {
        return switch (request) {
            case Request.Image image -> graph.get()
                    .then(template -> template.fitting(slots(image, template)))
                    .then(template -> artist.access()
                            .door()
                            .then(door -> drawn(door, template, image, progress)))
                    .orElse(Answer.Failed::new);
            case Request.Clip _ -> artist.onlyPictures();
        };
    }

    private ComfySlots slots(Request.Image image, ComfyGraph template) {
        return ComfySlots.of(image, artist.offering(), template.picture().isPresent());
    }

    private Outcome<Answer> drawn(Door door, ComfyGraph template, Request.Image image, Progress progress) {
        ComfySlots slots = slots(image, template);
        return template.picture()
                .map(own -> new ComfyUpload(door).handedIn(own, progress)
                        .then(name -> Outcome.ok(slots.seeing(name))))
                .orElse(Outcome.ok(slots.values()))
                .then(values -> Outcome.ok(new ComfyOrder(door, template.with(values), look)
                        .made(wanted(image), progress)));
    }

    private ComfyOrder.Wanted wanted(Request.Image image) {
        Request.Image seeded = artist.seeded(image, ComfySlots.SEEDS);
        return new ComfyOrder.Wanted(Makes.PICTURES, job -> artist.parcel(seeded, job, 0),
                ComfyPainter::kept);
    }

    private static Outcome<Path> kept(Path came, Delivery.Parcel parcel) {
        try {
            return ReceivedPicture.kept(Files.readAllBytes(came), parcel.receipt(), parcel.file());
        } catch (IOException e) {
            return Outcome.failed(new Failure.Exhausted("disk", came + " could not be read: " + e.getMessage() + "."));
        }
    }

    @Override
    public Answer resume(String handle, Progress progress) {
        return new Answer.Failed(new Failure.Bug("comfyui.resume", "ComfyUI leaves no unfinished work."));
    }

    @Override
    public void close() {}
}
