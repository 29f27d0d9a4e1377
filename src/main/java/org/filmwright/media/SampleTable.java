package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avformat.*;
import static org.bytedeco.ffmpeg.global.avutil.av_rescale_q;

import java.util.Optional;
import org.bytedeco.ffmpeg.avformat.AVIndexEntry;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.filmwright.base.FrameRate;

/**
 * What the table of an MP4 or MOV says of the frames before any is read: whether each has its own place in an even
 * time, whether the bytes of all are there, and how far apart the key frames lie.
 *
 * @param frames how many the table lists
 * @param whole how many of them lie inside the file
 * @param even whether frame {@code i} comes {@code i} frame times after the first
 * @param intra whether every frame is a key frame
 */
record SampleTable(int frames, int whole, boolean even, boolean intra) {
    /** Nothing where the container keeps no such table, as MKV and fragments do not. @param bytes in the file */
    static Optional<SampleTable> of(AVStream stream, FrameRate rate, long bytes) {
        int entries = avformat_index_get_entries_count(stream);
        if (entries < 1 || entries != stream.nb_frames()) {
            return Optional.empty();
        }
        long first = avformat_index_get_entry(stream, 0).timestamp();
        int whole = 0;
        boolean even = true;
        boolean intra = true;
        for (int i = 0; i < entries; i++) {
            AVIndexEntry entry = avformat_index_get_entry(stream, i);
            long place = av_rescale_q(entry.timestamp() - first, stream.time_base(), Libav.frameTime(rate));
            even &= place == i;
            intra &= (entry.flags() & AVIndexEntry.AVINDEX_KEYFRAME) != 0;
            whole += entry.pos() + entry.size() <= bytes ? 1 : 0;
        }
        return Optional.of(new SampleTable(entries, whole, even, intra));
    }
}
