package org.filmwright.production;

import java.nio.file.Path;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * The main job: which screenplay becomes which film, and how.
 *
 * @param fileName of the screenplay, for messages
 * @param text of the screenplay as read
 * @param film where the MP4 goes
 * @param takes pictures per shot, 1 to 8
 */
public record MakeRequest(String fileName, String text, Path film, int takes, ApprovalPolicy approve, Look look,
        long seed) {
    public MakeRequest {
        if (takes < 1 || takes > 8) {
            throw new IllegalArgumentException("A shot gets 1 to 8 takes: " + takes);
        }
    }

    /** How the film looks and who makes it. */
    public record Look(FrameSize size, FrameRate rate, boolean titleCards, boolean subtitles, String imageGenerator,
            String clipGenerator) {}

    /** What identifies this job: the same request again is the same job. */
    Digest key() {
        return Digest.of(text + "\n" + film.toAbsolutePath() + takes + approve + look + seed);
    }
}
