package org.filmwright.production;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Who may write for the agents, who is chosen, and whether they answer. What is changed here holds at once, everywhere. */
public interface Writers {
    /** Every one that can be chosen, those of one's own first. */
    List<Writer> all();

    /** Empty: rules answer, and nothing leaves this machine. */
    Optional<Writer> chosen();

    /** Has it write from now on; kept for the next start. */
    Outcome<Writer> choose(String id, Setup setup);

    /** Nobody writes from now on: rules answer. What was set up is kept. */
    Outcome<Boolean> chooseNobody();

    /** Keeps a key where only this person can read it. */
    Outcome<Writer> setKey(String id, String key);

    Outcome<Writer> removeKey(String id);

    /** Asks what it has, without having it write. Blocks; costs nothing. */
    Outcome<List<Model>> models(String id, URI address, Progress progress);

    /**
     * One that can be chosen.
     *
     * @param id as on the command line: {@code lm-studio}
     * @param charges whether it takes money, so that the spend ledger stands before it
     * @param setup as it is set up, or as it usually is
     */
    record Writer(String id, String title, boolean charges, boolean hasKey, Setup setup) {}

    /** @param model empty where none is named yet @param contextTokens what it reads and writes together */
    record Setup(URI address, String model, int contextTokens) {}

    /** @param contextTokens as the server says; 0 where it does not */
    record Model(String name, int contextTokens) {}
}
