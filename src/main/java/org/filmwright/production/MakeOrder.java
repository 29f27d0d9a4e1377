package org.filmwright.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.FrameRate;
import org.filmwright.base.FrameSize;
import org.filmwright.story.ShotPlan;

/**
 * The main job: which screenplay becomes which film, and how. Every step of the run carries it, so a step can be done
 * after any restart.
 *
 * @param script the screenplay: name for messages, digest of its bytes, where the project keeps it
 * @param film absolute path of the MP4
 * @param takes pictures per shot, 1 to 8
 */
public record MakeOrder(Source script, String film, int takes, ApprovalPolicy approve, Look look, long seed) {
    static final int USUAL_TAKES = 3;
    static final Look USUAL_LOOK = new Look(FrameSize.HD, FrameRate.FILM, true, true, Artists.DRAFT,
            Filmers.CAMERA);

    public MakeOrder {
        if (takes < 1 || takes > 8) {
            throw new IllegalArgumentException("A shot gets 1 to 8 takes, not " + takes + ".");
        }
    }

    /** The order when nobody asked for anything special: three takes, the best circled, card and subtitles. */
    public static MakeOrder usual(String scriptName, byte[] script, Path film, long seed) {
        return usual(Source.of(scriptName, script), film, seed);
    }

    static MakeOrder usual(Source script, Path film, long seed) {
        return new MakeOrder(script, film.toString(), USUAL_TAKES, ApprovalPolicy.BEST, USUAL_LOOK, seed);
    }

    /** The order that the input of a run or of a step carries; none where it is about something else than a film. */
    static Optional<MakeOrder> in(String input) {
        return Optional.ofNullable(Json.tree(input).get("make"))
                .map(make -> Json.read(make.toString(), MakeOrder.class));
    }

    /** The same order for that plan: another plan of the same script is another job. */
    MakeOrder planned(ShotPlan plan) {
        Source planned = new Source(script.fileName, script.digest, Digest.of(Json.of(plan)).hex(), script.told);
        return new MakeOrder(planned, film, takes, approve, look, seed);
    }

    MakeOrder taking(int pictures) {
        return new MakeOrder(script, film, pictures, approve, look, seed);
    }

    MakeOrder looking(Look other) {
        return new MakeOrder(script, film, takes, approve, other, seed);
    }

    /**
     * The screenplay of the job, and the digest of the plan that stands for it.
     *
     * @param told the prose that the screenplay was made of, where it was; written only then, so that the key of an order
     *            without stays what it was
     */
    public record Source(String fileName, String digest, String plan,
            @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<Told> told) {
        /** An order of before there were plans to tell apart has none, nor has one of before there was prose. */
        public Source {
            plan = Objects.requireNonNullElse(plan, "");
            told = told == null ? Optional.empty() : told;
        }

        public static Source of(String fileName, byte[] bytes) {
            return new Source(fileName, Digest.of(bytes).hex(), "", Optional.empty());
        }

        /** @param screenplay what was made of the prose */
        public static Source told(String proseName, byte[] prose, byte[] screenplay) {
            String name = proseName.replaceFirst("\\.[^.]*$", "") + "." + Conductor.SCRIPT;
            return new Source(name, Digest.of(screenplay).hex(), "",
                    Optional.of(new Told(proseName, Digest.of(prose).hex())));
        }
    }

    /** A story in prose, which the project keeps: name for messages, digest of its bytes. */
    public record Told(String fileName, String digest) {}

    /** How the film looks and who makes it. */
    public record Look(FrameSize size, FrameRate rate, boolean titleCards, boolean subtitles, String imageGenerator,
            String clipGenerator) {
        Look at(FrameSize other) {
            return new Look(other, rate, titleCards, subtitles, imageGenerator, clipGenerator);
        }

        Look by(String artist) {
            return new Look(size, rate, titleCards, subtitles, artist, clipGenerator);
        }

        Look filmedBy(String filmer) {
            return new Look(size, rate, titleCards, subtitles, imageGenerator, filmer);
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
