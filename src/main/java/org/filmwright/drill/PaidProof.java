package org.filmwright.drill;

import java.util.List;
import java.util.Map;

/**
 * What a drill of paid pictures found.
 *
 * @param phases where the worker stood when it was killed, in the order of a purchase: the words of the point and how often
 * @param audits times at which both ledgers were compared, each with the worker at rest after a kill
 * @param broken promises that were broken, one sentence each; empty is what everybody wants
 */
public record PaidProof(long seed, int kills, double seconds, Map<String, Integer> phases, int audits, Shop shop,
        Ours ours, Person person, List<String> broken) {
    public PaidProof {
        broken = List.copyOf(broken);
    }

    /**
     * The shop's own ledger.
     *
     * @param charged jobs that were billed, {@code bill} for them together @param unbilled jobs that came to nothing
     */
    public record Shop(int charged, String bill, int unbilled) {}

    /**
     * Our ledger and takes.
     *
     * @param counted what counts against the cap of the project @param lost calls that a person wrote off
     * @param never calls that cost nothing: refused, or they came to nothing @param orphans files that a kill left
     */
    public record Ours(int wanted, int takes, int paid, int lost, int never, String counted, int orphans) {}

    /** What a person was asked and answered. @param tried steps that were tried again because the process died in them too often */
    public record Person(int asked, int attached, int boughtAgain, int givenUp, int tried) {}

    public boolean holds() {
        return broken.isEmpty();
    }
}
