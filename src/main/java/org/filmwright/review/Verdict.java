package org.filmwright.review;

import java.time.Instant;
import java.util.Objects;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/** Who decided what about which take, when and why. The latest verdict of a take counts. */
public record Verdict(TakeId take, ShotId shot, Ruling ruling, String reason, Marks marks, String by, Instant at) {
    private static final String RULE = "rule: ";

    /** Verdicts written before there were stars have none. */
    public Verdict {
        marks = Objects.requireNonNullElse(marks, Marks.NONE);
    }

    public Verdict(TakeId take, ShotId shot, Ruling ruling, String reason, String by, Instant at) {
        this(take, shot, ruling, reason, Marks.NONE, by, at);
    }

    /** Of a take that nobody has decided about. */
    public static Verdict open(TakeId take, ShotId shot, String by, Instant at) {
        return new Verdict(take, shot, Ruling.NEW, "", by, at);
    }

    /** The approval of a rule, named in {@code by}; a person's approval counts more. */
    public static Verdict byRule(TakeId take, ShotId shot, String rule, String reason, Instant at) {
        return new Verdict(take, shot, Ruling.APPROVED, reason, RULE + rule, at);
    }

    /** What a rule approved is open again where another take of the shot is circled. */
    public Verdict givesWay(String rule, Instant when) {
        return new Verdict(take, shot, Ruling.NEW, "", marks, RULE + rule, when);
    }

    /** Whether a rule approved it once, and another take of the shot was circled since. */
    public boolean gaveWay() {
        return ruling == Ruling.NEW && !byPerson();
    }

    public Verdict marked(Marks other) {
        return new Verdict(take, shot, ruling, reason, other, by, at);
    }

    public boolean byPerson() {
        return !by.startsWith(RULE);
    }
}
