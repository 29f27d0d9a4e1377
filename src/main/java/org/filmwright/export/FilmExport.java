package org.filmwright.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.media.Caption;
import org.filmwright.media.MediaException;
import org.filmwright.media.VideoInfo;
import org.filmwright.media.VideoProbe;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.VideoWriter;
import org.filmwright.timeline.Cut;

/**
 * Makes the film file of a cut: rendered and encoded once, reopened, checked, and only then published under its name.
 * Whatever ends it before that, a failure or a request to stop, nothing is left and an older film stays.
 */
public final class FilmExport {
    /** Share of the time that encoding takes; the rest is checking. */
    private static final double ENCODING = 0.88;
    /** What an hour of drawn film needs at most, in bytes a pixel a frame; checked against the free space. */
    private static final double BYTES_PER_PIXEL = 0.02;

    private final Function<MediaRef, Path> media;
    private final Path staging;

    /**
     * @param media the file behind a reference
     * @param staging a folder for the film while it is made; whoever owns it empties it after a crash
     */
    public FilmExport(Function<MediaRef, Path> media, Path staging) {
        this.media = media;
        this.staging = staging;
    }

    /**
     * @param target the MP4; its folder exists
     * @param subtitles whether the cut's subtitles become a soft track and an {@code .srt} beside the film
     * @throws org.filmwright.base.Cancelled when asked to stop
     */
    public Outcome<Film> export(Cut cut, Path target, boolean subtitles, Progress progress) {
        Path film = target.toAbsolutePath().normalize();
        Optional<Failure> refusal = Targets.refusal(film, staging, neededBytes(cut));
        if (refusal.isPresent()) {
            return Outcome.failed(refusal.get());
        }
        return settings(cut, subtitles).then(settings -> Renderer.open(cut, media).then(renderer -> {
            try (renderer; Draft draft = new Draft(film, staging)) {
                encode(cut, renderer, settings, draft.video, progress.part(0, ENCODING));
                return publish(cut, draft, !settings.captions().isEmpty(), progress);
            } catch (MediaException e) {
                return Outcome.failed(e.failure());
            } catch (IOException e) {
                return Outcome.failed(new Failure.Exhausted("disk", "The film could not be written to " + film + ": "
                        + e.getMessage() + ". Nothing half-written was kept. Make room or choose another place."));
            }
        }));
    }

    private static Outcome<VideoSettings> settings(Cut cut, boolean subtitles) {
        List<Caption> captions = subtitles ? captions(cut) : List.of();
        try {
            return Outcome.ok(new VideoSettings(cut.size(), cut.rate(), VideoSettings.Purpose.FILM, captions));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(new Failure.Refused(e.getMessage(), "Choose another size."));
        }
    }

    /** Encodes what the cut changes; a clip's own frames go over as they are coded, so none is coded twice. */
    private void encode(Cut cut, Renderer renderer, VideoSettings settings, Path draft, Progress progress)
            throws MediaException {
        IntConsumer written = n -> {
            progress.report((n + 1.0) / cut.frames(), "Frame " + (n + 1) + " of " + cut.frames());
            progress.checkCancelled();
        };
        try (VideoWriter writer = VideoWriter.open(draft, settings);
                RenderAhead frames = new RenderAhead(renderer)) {
            for (Passage passage : Passage.of(cut, VideoSettings.Purpose.CLIP.group())) {
                if (!(passage instanceof Passage.Taken taken && takenOver(taken, renderer, writer))) {
                    frames.write(passage.from(), passage.to(), writer, written);
                }
                written.accept(passage.to() - 1);
            }
            writer.finish();
        }
    }

    private boolean takenOver(Passage.Taken taken, Renderer renderer, VideoWriter writer) throws MediaException {
        int end = taken.first() + taken.to() - taken.from();
        return renderer.frames(taken.clip()) >= end
                && writer.copy(media.apply(taken.clip()), taken.first(), end) > 0;
    }

    private static Outcome<Film> publish(Cut cut, Draft draft, boolean subtitles, Progress progress)
            throws IOException {
        List<Film.Check> checks = FilmChecks.of(draft.video, cut, subtitles, progress.part(ENCODING, 1));
        List<Film.Check> broken = checks.stream().filter(check -> !check.passed()).toList();
        if (!broken.isEmpty()) {
            return Outcome.failed(new Failure.Bug("export.check", broken.stream()
                    .map(check -> check.what() + " should be " + check.expected() + " and is " + check.found())
                    .collect(Collectors.joining("; ", "The finished film is not what was asked for: ",
                            ". It was not kept."))));
        }
        Digest digest = Digest.ofFile(draft.video);
        progress.checkCancelled();
        Optional<Path> srt = subtitles
                ? Optional.of(draft.publishSubtitles(Srt.bytes(cut.subtitles(), cut.rate())))
                : Optional.empty();
        draft.publishVideo();
        progress.report(1, "Done");
        return Outcome
                .ok(new Film(draft.target, srt, picture(VideoProbe.of(draft.target)), Files.size(draft.target), digest,
                        checks));
    }

    private static Film.Picture picture(VideoInfo info) {
        return new Film.Picture(info.size(), info.rate(), info.frames(), info.codec());
    }

    private static List<Caption> captions(Cut cut) {
        return cut.subtitles()
                .stream()
                .map(subtitle -> new Caption(subtitle.start(), subtitle.end(), subtitle.text()))
                .toList();
    }

    private static long neededBytes(Cut cut) {
        return (long) (BYTES_PER_PIXEL * cut.frames() * cut.size().width() * cut.size().height());
    }

    /** The film while it is made and checked; gone when closed. */
    private static final class Draft implements AutoCloseable {
        final Path target;
        final Path video;
        private final Path text;

        Draft(Path target, Path staging) {
            this.target = target;
            video = staging.resolve("unchecked.mp4");
            text = staging.resolve("unchecked.srt");
        }

        Path publishSubtitles(byte[] srt) throws IOException {
            Files.write(text, srt);
            Path place = target.resolveSibling(target.getFileName().toString().replaceFirst("\\.[^.]+$", "") + ".srt");
            publish(text, place);
            return place;
        }

        void publishVideo() throws IOException {
            publish(video, target);
        }

        /** On another disk the file is copied beside its place first, so that it still appears whole. */
        private static void publish(Path made, Path place) throws IOException {
            try {
                Files.move(made, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException otherDisk) {
                Path near = place.resolveSibling("." + place.getFileName() + ".part");
                try {
                    Files.copy(made, near, StandardCopyOption.REPLACE_EXISTING);
                    force(near);
                    Files.move(near, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                } finally {
                    Files.deleteIfExists(near);
                }
            }
        }

        private static void force(Path file) throws IOException {
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
        }

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(video);
            Files.deleteIfExists(text);
        }
    }
}
