package org.filmwright.production;

import java.nio.file.Path;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;

/**
 * The main job: which screenplay becomes which film, and how. Every step of the run carries it, so a step can be done
 * after any restart.
 *
 * @param script the screenplay: name for messages, digest of its bytes, where the project keeps it
 * @param film absolute path of the MP4
 * @param takes pictures per shot, 1 to 8
 */
public record MakeOrder(Source script, String film, int takes, ApprovalPolicy approve, Look look, long seed) {
    public MakeOrder {
        if (takes < 1 || takes > 8) {
            throw new IllegalArgumentException("A shot gets 1 to 8 takes, not " + takes + ".");
        }
    }

    /** The order when nobody asked for anything special: three takes, the best circled, card and subtitles. */
    public static MakeOrder usual(String scriptName, byte[] script, Path film, long seed) {
        Look look = new Look(FrameSize.HD, FrameRate.FILM, true, true, "draft", "camera");
        return new MakeOrder(Source.of(scriptName, script), film.toString(), 3, ApprovalPolicy.BEST, look, seed);
    }

    /** The screenplay of the job. */
    public record Source(String fileName, String digest) {
        public static Source of(String fileName, byte[] bytes) {
            return new Source(fileName, Digest.of(bytes).hex());
        }
    }

    /** How the film looks and who makes it. */
    public record Look(FrameSize size, FrameRate rate, boolean titleCards, boolean subtitles, String imageGenerator,
            String clipGenerator) {
        Look at(FrameSize other) {
            return new Look(other, rate, titleCards, subtitles, imageGenerator, clipGenerator);
        }
    }

    /** The same film at another size. */
    MakeOrder at(FrameSize size) {
        return new MakeOrder(script, film, takes, approve, look.at(size), seed);
    }

    /** What identifies this job: the same order again is the same job, and goes on where it stopped. */
    public String key() {
        return "make/" + Digest.of(Json.of(this)).hex();
    }
}
