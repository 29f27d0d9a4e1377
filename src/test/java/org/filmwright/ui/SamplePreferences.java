package org.filmwright.ui;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.filmwright.base.Outcome;
import org.filmwright.production.Preferences;
import org.filmwright.production.Remembered;

/** A memory without a file. */
public final class SamplePreferences implements Preferences {
    private final AtomicReference<Remembered> all = new AtomicReference<>(Remembered.NOTHING);
    private volatile Optional<String> trouble = Optional.empty();

    public void troubled(String sentence) {
        trouble = Optional.of(sentence);
    }

    @Override
    public Remembered remembered() {
        return all.get();
    }

    @Override
    public Optional<String> trouble() {
        return trouble;
    }

    @Override
    public Outcome<Remembered> change(UnaryOperator<Remembered> how) {
        return Outcome.ok(all.updateAndGet(how));
    }

    @Override
    public Outcome<Remembered> forgetAll() {
        trouble = Optional.empty();
        all.set(Remembered.NOTHING);
        return Outcome.ok(Remembered.NOTHING);
    }
}
