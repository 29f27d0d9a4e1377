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
import java.util.stream.Collectors;
import org.filmwright.base.Digest;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.media.Caption;
import org.filmwright.media.MediaException;
import org.filmwright.media.SoundTime;
import org.filmwright.media.VideoInfo;
import org.filmwright.media.VideoProbe;
import org.filmwright.media.VideoSettings;
import org.filmwright.media.VideoWriter;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Subtitle;

/**
 * Makes the film file of a cut, in segments that are rendered, coded and kept one after another, then joined without
 * coding them again, reopened, checked, and only then published under its name. An export that was ended in the middle
 * goes on behind its last finished segment and ends with the same bytes. What is in memory does not grow with the film.
 */
public final class FilmExport {
    /** Shares of the time: rendering and coding, then joining; the rest is checking. */
    private static final double ENCODING = 0.84;
    private static final double JOINING = 0.88;
    /** What an hour of drawn film needs at most, in bytes a pixel a frame; checked against the free space. */
    private static final double BYTES_PER_PIXEL = 0.02;
    /** Bytes of sound a frame, at least. */
    private static final long SOUND_PER_FRAME = 1000;
    /** Seconds of film in a segment: what a kill can cost. */
    private static final double SEGMENT = 20;

    private final Function<MediaRef, Path> media;
    private final Path staging;
    private final Path kept;

    /**
     * @param media the file behind a reference
     * @param staging a folder for the film while it is made; whoever owns it empties it after a crash
     * @param kept a folder for the finished segments of unfinished films, on the same disk; made when missing
     */
    public FilmExport(Function<MediaRef, Path> media, Path staging, Path kept) {
        this.media = media;
        this.staging = staging;
        this.kept = kept;
    }

    /** All of a cut as it is. */
    public Outcome<Film> export(Cut cut, Path target, boolean subtitles, Progress progress) {
        return export(cut, FilmSpec.whole(cut, subtitles), target, progress);
    }

    /**
     * @param target the MP4; its folder exists
     * @throws org.filmwright.base.Cancelled when asked to stop; the finished segments stay until {@link #forget}
     */
    public Outcome<Film> export(Cut cut, FilmSpec spec, Path target, Progress progress) {
        Path film = target.toAbsolutePath().normalize();
        Optional<Failure> refusal = refusal(cut, spec, film);
        if (refusal.isPresent()) {
            return Outcome.failed(refusal.get());
        }
        return settings(cut, spec).then(settings -> Renderer.at(spec.size(), cut, media).then(renderer -> {
            try (renderer; Draft draft = new Draft(film, staging)) {
                SegmentShelf shelf = SegmentShelf.in(kept, cut, spec);
                List<Segment> segments = segments(cut, spec);
                new SegmentCoder(renderer, media, settings, shelf).code(segments, progress.part(0, ENCODING));
                join(cut, spec, segments, shelf, settings, draft.video, progress.part(ENCODING, JOINING));
                Outcome<Film> made = publish(cut, spec, draft, !settings.captions().isEmpty(), progress);
                shelf.clear();
                return made;
            } catch (MediaException e) {
                return Outcome.failed(kept(e.failure()));
            } catch (IOException e) {
                return Outcome.failed(kept(new Failure.Exhausted("disk", "The film could not be written to " + film
                        + ": " + e.getMessage() + ". Nothing half-written was kept.")));
            }
        }));
    }

    /** Deletes the finished segments of a film that nobody wants any more. */
    public void forget(Cut cut, FilmSpec spec) {
        try {
            SegmentShelf.at(kept, cut, spec).clear();
        } catch (IOException e) {
            System.getLogger(FilmExport.class.getName())
                    .log(System.Logger.Level.WARNING, "Left behind: parts of a film in " + kept, e);
        }
    }

    private Optional<Failure> refusal(Cut cut, FilmSpec spec, Path film) {
        if (spec.to() > Math.max(1, cut.frames())) {
            return Optional.of(new Failure.Refused("The cut ends at frame " + cut.frames() + ", before frame " + spec
                    .to() + ". Nothing was written.", "Choose a shorter part."));
        }
        return Targets.refusal(film, staging, neededBytes(spec)).or(() -> Mixer.refusal(cut, spec, media));
    }

    private static Failure kept(Failure failure) {
        return failure instanceof Failure.Exhausted(var resource, var why) && resource.equals("disk")
                ? new Failure.Exhausted(resource,
                        why + " The finished parts of the film are kept: free some space, and it"
                                + " goes on from there.")
                : failure;
    }

    private static Outcome<VideoSettings> settings(Cut cut, FilmSpec spec) {
        List<Caption> captions = spec.subtitles() ? captions(subtitles(cut, spec)) : List.of();
        try {
            return Outcome.ok(new VideoSettings(spec.size(), cut.rate(), spec.quality(), captions, spec.hardware()));
        } catch (IllegalArgumentException e) {
            return Outcome.failed(new Failure.Refused(e.getMessage(), "Choose another size."));
        }
    }

    /** A clip's own frames are as fine as a film's; where the film is to be smaller than that, all of it is coded. */
    private static List<Segment> segments(Cut cut, FilmSpec spec) {
        VideoSettings.Purpose clip = VideoSettings.Purpose.CLIP;
        boolean alike = clip.quantiser() == spec.quality().quantiser() && spec.size().equals(cut.size());
        List<Passage> passages = alike && !spec.hardware()
                ? Passage.of(cut, clip.group())
                : List.of(new Passage.Drawn(0, cut.frames()));
        return Segment.of(passages, spec.from(), spec.to(), clip.group(), Math.max(clip.group(), cut.rate()
                .frames(
                        SEGMENT)));
    }

    /** The sound is mixed and coded here, in one go: coded sound cannot be joined (film.md 4.3). */
    private void join(Cut cut, FilmSpec spec, List<Segment> segments, SegmentShelf shelf, VideoSettings settings,
            Path film, Progress progress) throws IOException {
        try (Mixer mixer = Mixer.of(cut, media);
                VideoWriter writer = Mixer.sounds(cut, spec.from(), spec.to())
                        ? VideoWriter.open(film, settings, mixer.from(SoundTime.sample(cut.rate(), spec.from())))
                        : VideoWriter.open(film, settings)) {
            for (Segment segment : segments) {
                progress.checkCancelled();
                if (writer.copy(shelf.place(segment), 0, segment.frames()) == 0) {
                    shelf.clear();
                    throw new MediaException(new Failure.Refused(
                            "The encoder of this machine has changed while the film was made. Nothing was kept of it.",
                            "Export it again."));
                }
                progress.report((double) writer.frames() / (segments.getLast().to() - segments.getFirst().from()),
                        "joining");
            }
            writer.finish();
        }
    }

    private static Outcome<Film> publish(Cut cut, FilmSpec spec, Draft draft, boolean subtitles,
            Progress progress)
            throws IOException {
        List<Film.Check> checks = FilmChecks.of(draft.video, cut, spec, subtitles,
                progress.part(JOINING, 1));
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
                ? Optional.of(draft.publishSubtitles(Srt.bytes(subtitles(cut, spec), cut.rate())))
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

    /** Those that are seen in the film, counted from its first frame. */
    private static List<Subtitle> subtitles(Cut cut, FilmSpec spec) {
        return cut.subtitles()
                .stream()
                .filter(text -> text.end() > spec.from() && text.start() < spec.to())
                .map(text -> new Subtitle(Math.max(0, text.start() - spec.from()),
                        Math.min(text.end(), spec.to()) - spec.from(), text.text()))
                .toList();
    }

    private static List<Caption> captions(List<Subtitle> subtitles) {
        return subtitles.stream()
                .map(subtitle -> new Caption(subtitle.start(), subtitle.end(), subtitle.text()))
                .toList();
    }

    /** The segments, and the film that they are joined to. */
    private static long neededBytes(FilmSpec spec) {
        return (long) (2 * BYTES_PER_PIXEL * spec.frames() * spec.size().width() * spec.size().height())
                + SOUND_PER_FRAME * spec.frames();
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
