package org.filmwright.generate.cloud;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.generate.Answer;
import org.filmwright.generate.Generator;
import org.filmwright.generate.Request;
import org.filmwright.net.Door;

/** Clips of a ComfyUI at home: the approved picture is handed in, the graph moves it, and the film's own size and rate follow. */
public final class ComfyFilmer implements Generator {
    private final CloudArtist artist;
    private final Supplier<Outcome<ComfyGraph>> graph;
    private final Lab lab;
    private final Duration look;

    /** @param graph read anew for each clip @param look how often it is asked where its socket tells nothing */
    public ComfyFilmer(Provider provider, Offering offering, Access access, Supplier<Outcome<ComfyGraph>> graph,
            Lab lab, Duration look) {
        this.artist = ComfyPainter.artist(provider, offering, access);
        this.graph = graph;
        this.lab = lab;
        this.look = look;
    }

    @Override
    public Descriptor describe() {
        return artist.describe();
    }

    @Override
    public Makes makes() {
        return Makes.CLIPS;
    }

    @Override
    public Answer start(Request request, Progress progress) {
        return switch (request) {
            case Request.Image _ -> new Answer.Failed(new Failure.Refused(describe().name()
                    + " makes clips, not pictures." + ComfyRefusal.NOTHING, "Choose another image generator."));
            case Request.Clip clip -> {
                ComfySlots slots = ComfySlots.of(clip, artist.offering());
                yield graph.get()
                        .then(template -> template.fitting(slots))
                        .then(template -> artist.access()
                                .door()
                                .then(door -> filmed(door, template, slots, clip, progress)))
                        .orElse(Answer.Failed::new);
            }
        };
    }

    private Outcome<Answer> filmed(Door door, ComfyGraph template, ComfySlots slots, Request.Clip clip,
            Progress progress) {
        ComfyOrder.Wanted wanted = new ComfyOrder.Wanted(Makes.CLIPS, job -> parcel(clip, slots, job),
                (came, parcel) -> lab.conformed(came, clip, parcel.file(), progress.part(0.9, 1)));
        return new ComfyUpload(door).handedIn(clip.picture(), progress)
                .then(name -> Outcome.ok(new ComfyOrder(door, template.with(slots.seeing(name)), look)
                        .made(wanted, progress)));
    }

    private Delivery.Parcel parcel(Request.Clip clip, ComfySlots slots, String job) {
        Map<String, String> receipt = new LinkedHashMap<>();
        receipt.put("generator", describe().id());
        receipt.put("version", describe().version());
        slots.values().forEach((slot, value) -> receipt.put(slot, value.toString()));
        receipt.put("job", job);
        return new Delivery.Parcel(clip.folder().resolve("clip.mp4"), FalOrder.MOST_BYTES, receipt, 0);
    }

    @Override
    public Answer resume(String handle, Progress progress) {
        return new Answer.Failed(new Failure.Bug("comfyui.resume", "ComfyUI leaves no unfinished work."));
    }

    @Override
    public void close() {}
}
