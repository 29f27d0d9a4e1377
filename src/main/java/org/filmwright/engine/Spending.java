package org.filmwright.engine;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.filmwright.base.Outcome;

/** The spend ledger of an open engine. */
record Spending(Workshop workshop) implements SpendApi {
    @Override
    public List<PaidCall> calls() {
        return workshop.view().spend().calls();
    }

    @Override
    public List<Cost> costs(Cost.By by) {
        return workshop.view().spend().costs(by);
    }

    @Override
    public List<Cap> caps() {
        return workshop.view().spend().caps();
    }

    @Override
    public List<Cap.Standing> standings() {
        return Caps.standings(workshop.view().spend(), LocalDate.ofInstant(workshop.now(), ZoneId.systemDefault()));
    }

    @Override
    public Outcome<Cap> cap(Cap cap, String by) {
        return workshop.attempt(new EngineFact.Capped(cap, by, workshop.now()), moves -> {
            new SpendMoves(moves).cap(cap);
            return Outcome.ok(cap);
        });
    }
}
