package org.filmwright.production.models;

import java.util.List;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;

/** Nobody brings models. */
public final class NoSupply implements Supply {
    @Override
    public Outcome<List<String>> names() {
        return Outcome.ok(List.of());
    }

    @Override
    public List<Unfinished> unfinished() {
        return List.of();
    }

    @Override
    public Outcome<Model> bring(Order order, Progress progress) {
        throw new AssertionError("Nobody was to bring a model.");
    }
}
