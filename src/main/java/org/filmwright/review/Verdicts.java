package org.filmwright.review;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;

/** Where verdicts are kept. Port; implemented by the store: durable when {@code record} returns. */
public interface Verdicts {
    void record(Verdict verdict);

    Optional<Verdict> latest(TakeId take);

    Map<TakeId, Verdict> all();

    /** What people noted on takes, in no order. */
    List<Note> notes();

    Optional<Note> note(NoteId id);

    /** For which flaws of a shot's takes a person wants no words proposed. */
    Map<ShotId, List<Flaw>> declined();
}
