package org.filmwright.drill;

import java.util.List;
import org.filmwright.base.Money;

/**
 * What a crash drill found.
 *
 * @param kills of the worker; {@code providerKills} of the provider beside it
 * @param callsKilled kills between the first word and the last of a paid call
 * @param broken promises that were broken, one sentence each; empty is what everybody wants
 */
public record CrashProof(long seed, int kills, int providerKills, int callsKilled, double seconds, Facts facts,
        Work work, Ledgers ledgers, List<String> broken) {
    public CrashProof {
        broken = List.copyOf(broken);
    }

    /** @param acknowledged what the worker was told to be safe @param found how much of that is there at the end */
    public record Facts(int acknowledged, int found) {}

    /**
     * @param repeated starts of steps beyond the first @param twice steps that succeeded more than once
     * @param artefacts files whose content was compared with their name @param orphans that no row names: left by a kill
     */
    public record Work(int batches, int steps, int repeated, int twice, int artefacts, int orphans) {}

    /**
     * Both ledgers.
     *
     * @param provider calls in the provider's own ledger
     * @param ours that succeeded @param writtenOff that may have been charged, as a person decided
     * @param never that the provider never charged: refused, or never arrived
     * @param duplicates charges beyond the first for the same thing, each covered by a decision
     */
    public record Ledgers(int provider, Money charged, int ours, Money counted, int writtenOff, int never,
            int duplicates) {}

    public boolean holds() {
        return broken.isEmpty();
    }
}
