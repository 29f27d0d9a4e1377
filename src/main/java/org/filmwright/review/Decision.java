package org.filmwright.review;

import java.time.Instant;
import java.util.Optional;

/** What somebody decides with one key about one take or many. */
public sealed interface Decision {
    /** The verdict that follows from the one before. */
    Verdict over(Verdict before, String by, Instant at);

    /** A ruling, with a reason in words, from the list, or none. The stars stay. */
    record Rules(Ruling ruling, String reason, Optional<Flaw> flaw) implements Decision {
        public Rules(Ruling ruling) {
            this(ruling, "", Optional.empty());
        }

        @Override
        public Verdict over(Verdict before, String by, Instant at) {
            return new Verdict(before.take(), before.shot(), ruling, reason, before.marks().flawed(flaw), by, at);
        }
    }

    /** Stars. Who ruled, and when, stays as it is. */
    record Rates(int stars) implements Decision {
        @Override
        public Verdict over(Verdict before, String by, Instant at) {
            boolean ruled = before.ruling() != Ruling.NEW;
            return new Verdict(before.take(), before.shot(), before.ruling(), before.reason(),
                    before.marks().rated(stars), ruled ? before.by() : by, ruled ? before.at() : at);
        }
    }

    /** Approved, as the only take of its shot: the others' approvals are taken back. */
    record Uses() implements Decision {
        @Override
        public Verdict over(Verdict before, String by, Instant at) {
            return new Rules(Ruling.APPROVED).over(before, by, at);
        }
    }
}
