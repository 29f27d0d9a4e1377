package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.*;
import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.*;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.filmwright.base.Failure;

/**
 * Writes an H.264 MP4, frame by frame. The file appears under its name only when {@link #finish()} returns; closed
 * before that, it leaves nothing behind. One thread at a time; native memory: close it.
 */
public final class VideoWriter implements AutoCloseable {
    private final Path file;
    private final Path part;
    private final VideoSettings settings;
    private final AVFormatContext output = new AVFormatContext(null);
    private final GroupCoder.Source source;
    /** One for all frames: each is native memory, which comes back only when somebody collects it. */
    private final AVRational frameTime;
    private GroupCrew crew;
    private AVStream stream;
    private final Optional<SoundSource> heard;
    private Optional<AacTrack> sound = Optional.empty();
    private Optional<CaptionTrack> captions = Optional.empty();
    private Recoding recoding;
    private YuvFrame converted;
    private long frames;
    private long coded;
    private boolean open = true;

    private VideoWriter(Path file, VideoSettings settings, GroupCoder.Source source, Optional<SoundSource> heard) {
        this.source = source;
        this.heard = heard;
        this.file = file.toAbsolutePath();
        this.settings = settings;
        this.frameTime = Libav.frameTime(settings.rate());
        part = this.file.resolveSibling("." + this.file.getFileName() + ".part");
    }

    /** Starts a file, replacing none yet. Fails if the folder cannot be written. */
    public static VideoWriter open(Path file, VideoSettings settings) throws MediaException {
        return open(file, settings, GroupCoder::open);
    }

    /** The same with one track of sound, which is read along with the pictures and ends with them. */
    public static VideoWriter open(Path file, VideoSettings settings, SoundSource sound) throws MediaException {
        return open(new VideoWriter(file, settings, GroupCoder::open, Optional.of(sound)));
    }

    static VideoWriter open(Path file, VideoSettings settings, GroupCoder.Source source) throws MediaException {
        return open(new VideoWriter(file, settings, source, Optional.empty()));
    }

    private static VideoWriter open(VideoWriter writer) throws MediaException {
        try {
            writer.begin();
            return writer;
        } catch (MediaException e) {
            writer.close();
            throw e;
        }
    }

    private void begin() throws MediaException {
        refuseUnwritable();
        Libav.check(avformat_alloc_output_context2(output, null, "mp4", Libav.address(part)), doing());
        crew = new GroupCrew(settings, source);
        stream = avformat_new_stream(output, null);
        stream.time_base(Libav.frameTime(settings.rate()));
        stream.avg_frame_rate(av_inv_q(stream.time_base()));
        Libav.check(avcodec_parameters_copy(stream.codecpar(), crew.lead().description()), doing());
        if (heard.isPresent()) {
            sound = Optional.of(new AacTrack(output, settings.rate(), heard.get()));
        }
        if (!settings.captions().isEmpty()) {
            captions = Optional.of(new CaptionTrack(output, settings.rate(), settings.captions()));
        }
        AVIOContext io = new AVIOContext(null);
        Libav.check(avio_open(io, Libav.address(part), AVIO_FLAG_WRITE), doing());
        output.pb(io);
        AVDictionary options = new AVDictionary(null);
        av_dict_set(options, "movflags", "+faststart", 0);
        Libav.check(avformat_write_header(output, options), doing());
        av_dict_free(options);
    }

    private void refuseUnwritable() throws MediaException {
        Path folder = file.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw MediaException.refused("Cannot write " + file + ": there is no folder " + folder + ".",
                    "Create the folder, or choose another place.");
        }
        if (!Files.isWritable(folder)) {
            throw MediaException.refused("Cannot write " + file + ": the folder may not be written to.",
                    "Choose another place, or change the folder's permissions.");
        }
        if (Files.isDirectory(file)) {
            throw MediaException.refused("Cannot write " + file + ": a folder has that name.", "Choose another name.");
        }
    }

    /** Frames written so far. */
    public long frames() {
        return frames;
    }

    /** How many of them are coded. */
    long coded() {
        return coded;
    }

    /** Adds a frame of width x height pixels, 0xAARRGGBB, row by row; alpha is ignored. */
    public void write(int[] argb) throws MediaException {
        if (recoding == null) {
            recoding = Recoding.toYuv(settings.size());
            converted = new YuvFrame(settings.size());
        }
        recoding.toYuv(argb, converted);
        write(converted);
    }

    /** Adds a copy of a frame that is already as the film stores it. */
    public void write(YuvFrame frame) throws MediaException {
        if (!frame.size().equals(settings.size())) {
            throw new IllegalArgumentException("A frame of " + frame.size() + " in a film of " + settings.size());
        }
        crew.add(frames++, frame, this::put);
    }

    /** Adds a frame that {@code painter} draws, all of it, when and where it is coded: later, on another thread. */
    public void write(Consumer<YuvFrame> painter) throws MediaException {
        crew.add(frames++, painter, this::put);
    }

    /**
     * Adds frames {@code from} up to, not including, {@code to} of a clip as they are coded: no time, no loss. Possible
     * only with a clip that was coded with these same settings, and from a key frame on (film.md 4.3).
     *
     * @return how many frames were added: all, or 0 if that is not possible
     */
    public int copy(Path clip, int from, int to) throws MediaException {
        try (ClipPackets source = ClipPackets.open(clip, settings.rate())) {
            if (!source.fits(crew.lead().parameterSets(), settings.size().width(), settings.size().height())) {
                return 0;
            }
            source.seek(from);
            ClipPackets.Coded first = source.next();
            if (first.frame() != from || !first.key()) {
                return 0;
            }
            crew.flush(this::put);
            putNext(first.packet());
            for (int n = from + 1; n < to; n++) {
                putNext(source.next().packet());
            }
            return to - from;
        }
    }

    private void putNext(AVPacket coded) throws MediaException {
        coded.pts(frames).dts(frames).pos(-1);
        frames++;
        put(coded);
    }

    /** Writes a coded frame whose time stamp is its number. */
    private void put(AVPacket packet) throws MediaException {
        if (sound.isPresent()) {
            sound.get().reach(packet.pts());
        }
        if (captions.isPresent()) {
            captions.get().reach(packet.pts());
        }
        packet.stream_index(stream.index()).duration(1);
        av_packet_rescale_ts(packet, frameTime, stream.time_base());
        Libav.check(av_interleaved_write_frame(output, packet), doing());
        Libav.check(output.pb().error(), doing());
        coded++;
    }

    /** Codes the frames that still wait to be; {@code watcher} is run after each and may throw to give the file up. */
    public void settle(Runnable watcher) throws MediaException {
        crew.flush(packet -> {
            put(packet);
            watcher.run();
        });
    }

    /** Completes the file and publishes it under its name, replacing what was there. */
    public void finish() throws MediaException {
        crew.flush(this::put);
        if (sound.isPresent()) {
            sound.get().end(frames);
        }
        Libav.check(av_write_trailer(output), doing());
        int lost = output.pb().error();
        Libav.check(avio_closep(output.pb()), doing());
        output.pb(null);
        Libav.check(lost, doing());
        publish();
        close();
    }

    private void publish() throws MediaException {
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new MediaException(new Failure.Exhausted("disk", doing() + " failed: " + e.getMessage()
                    + ". Nothing half-written was kept."));
        }
    }

    private String doing() {
        return "Writing " + file;
    }

    /** Ends; without {@link #finish()} the file is not made. */
    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        if (recoding != null) {
            recoding.close();
            converted.close();
        }
        if (crew != null) {
            crew.close();
        }
        sound.ifPresent(AacTrack::close);
        if (!output.isNull()) {
            if (output.pb() != null) {
                avio_closep(output.pb());
            }
            avformat_free_context(output);
        }
        discardPart();
    }

    private void discardPart() {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            System.getLogger(VideoWriter.class.getName())
                    .log(System.Logger.Level.WARNING, "Could not remove " + part + ": " + e.getMessage());
        }
    }
}
