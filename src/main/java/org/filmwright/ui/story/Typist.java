package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.filmwright.history.Change;
import org.filmwright.story.ScriptEdit;

/** Makes steps of what is typed, so that undo takes back a few words at a time: neither a letter nor a page. */
final class Typist {
    /** A pause longer than this ends a step, in nanoseconds. */
    private static final long PAUSE = 2_000_000_000L;
    /** From this many letters on, the next word begins a new step. */
    private static final int ENOUGH = 24;

    private final LongSupplier nanos;
    private final List<Step> waiting = new ArrayList<>();
    private Optional<ScriptEdit> last = Optional.empty();
    private long lastAt;
    private int length;

    Typist(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Edits to be recorded together; {@code joins} what was recorded before. */
    record Step(Change.Wrote wrote, boolean joins) {}

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    void type(ScriptEdit edit) {
        boolean goesOn = goesOn(edit);
        length = goesOn ? length + 1 : 1;
        last = Optional.of(edit);
        lastAt = nanos.getAsLong();
        Change.Wrote wrote = new Change.Wrote(List.of(edit));
        if (goesOn && !waiting.isEmpty()) {
            Step open = waiting.removeLast();
            waiting.add(new Step(open.wrote().then(wrote), open.joins()));
        } else {
            waiting.add(new Step(wrote, goesOn));
        }
    }

    /** Hands over what waits. */
    List<Step> take() {
        List<Step> steps = List.copyOf(waiting);
        waiting.clear();
        return steps;
    }

    /** What is typed next begins a step of its own. */
    void pause() {
        last = Optional.empty();
    }

    private boolean goesOn(ScriptEdit edit) {
        if (last.isEmpty() || nanos.getAsLong() - lastAt > PAUSE || edit.inserted().contains("\n")) {
            return false;
        }
        ScriptEdit before = last.get();
        boolean typing = edit.removed().isEmpty() && edit.inserted().length() == 1 && !before.inserted().isEmpty()
                && edit.at() == before.at() + before.inserted().length();
        boolean erasing = edit.inserted().isEmpty() && before.inserted().isEmpty() && edit.removed().length() == 1
                && (edit.at() + 1 == before.at() || edit.at() == before.at());
        boolean newWord = length >= ENOUGH && before.inserted().isBlank() && !edit.inserted().isBlank();
        return erasing || (typing && !newWord);
    }
}
