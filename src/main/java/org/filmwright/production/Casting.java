package org.filmwright.production;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;
import org.filmwright.agents.Agent;
import org.filmwright.agents.AgentLibrary;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;

/** Which agent gets the work: the one that is named, or the best of those who can, as a person took them before. */
record Casting(AgentLibrary library, Preferences preferences) {
    private static final String REMEDY = "Put one into the agents folder of the project, then let the workflow go on.";

    /** @param why it and not another, where that is up to what a person took and refused before */
    record Picked(Agent agent, Optional<String> why) {}

    Outcome<Picked> named(String id) {
        AgentLibrary.Shelf shelf = library.now();
        return shelf.agent(id)
                .map(agent -> Outcome.ok(new Picked(agent, Optional.empty())))
                .orElseGet(() -> nobody("There is no agent '" + id + "'. ", shelf));
    }

    /** @param begun when the work was: what is remembered since changes nobody in the midst of it */
    Outcome<Picked> capableOf(String capability, Instant begun) {
        AgentLibrary.Shelf shelf = library.now();
        Remembered remembered = preferences.remembered().at(begun);
        Optional<Agent> first = shelf.capableOf(capability).stream().findFirst();
        return shelf.capableOf(capability, id -> remembered.standing(id).weight())
                .stream()
                .findFirst()
                .map(best -> Outcome.ok(new Picked(best, first.filter(other -> !other.equals(best))
                        .map(other -> instead(best, other, remembered)))))
                .orElseGet(() -> nobody("No agent can do '" + capability + "'. ", shelf));
    }

    private static Outcome<Picked> nobody(String what, AgentLibrary.Shelf shelf) {
        String refused = shelf.refused()
                .stream()
                .map(each -> "Left out: " + each.sentence() + " ")
                .collect(Collectors.joining());
        return Outcome.failed(new Failure.Misconfigured(what + refused + "Nothing was asked.", REMEDY));
    }

    private static String instead(Agent best, Agent other, Remembered remembered) {
        Standing own = remembered.standing(best.id());
        Standing theirs = remembered.standing(other.id());
        return own.isTrusted()
                ? "%s was asked and not %s, because you took %d of its last %d.".formatted(best.card().title(),
                        other.card().title(), own.taken(), own.of())
                : "%s was asked and not %s, of whose last %d you took %d.".formatted(best.card().title(),
                        other.card().title(), theirs.of(), theirs.taken());
    }
}
