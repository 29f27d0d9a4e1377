package org.filmwright.media;

import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_DATA_DISPLAYMATRIX;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_side_data_get;
import static org.bytedeco.ffmpeg.global.avutil.av_display_rotation_get;

import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacketSideData;
import org.bytedeco.javacpp.IntPointer;
import org.filmwright.base.FrameSize;

/** How a camera that was held on its side says its pictures are to be turned, clockwise, before anybody looks. */
enum QuarterTurn {
    NONE, RIGHT, OVER, LEFT;

    /** What the file asks for; an angle between the quarters counts as the nearest one. */
    static QuarterTurn of(AVCodecParameters coded) {
        AVPacketSideData matrix = av_packet_side_data_get(coded.coded_side_data(), coded.nb_coded_side_data(),
                AV_PKT_DATA_DISPLAYMATRIX);
        if (matrix == null || matrix.isNull() || matrix.size() < 9 * Integer.BYTES) {
            return NONE;
        }
        double against = av_display_rotation_get(new IntPointer(matrix.data()));
        return Double.isNaN(against) ? NONE : values()[Math.floorMod(Math.round(-against / 90), 4)];
    }

    /** The size of a picture before or after it is turned. */
    FrameSize of(FrameSize size) {
        return this == RIGHT || this == LEFT ? new FrameSize(size.height(), size.width()) : size;
    }

    /** Turns a picture. @param size of {@code from} */
    void turn(int[] from, FrameSize size, int[] to) {
        int width = size.width();
        int height = size.height();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to[switch (this) {
                    case NONE -> y * width + x;
                    case RIGHT -> x * height + height - 1 - y;
                    case OVER -> (height - 1 - y) * width + width - 1 - x;
                    case LEFT -> (width - 1 - x) * height + y;
                }] = from[y * width + x];
            }
        }
    }
}
