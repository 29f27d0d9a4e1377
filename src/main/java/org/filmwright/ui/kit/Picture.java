package org.filmwright.ui.kit;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;

/** A picture that is there, is coming, or cannot be shown. */
public final class Picture {
    private final ReadOnlyObjectWrapper<State> state;
    private volatile boolean wanted = true;
    private Runnable whenLeft = () -> {};
    private int watchers;

    private Picture(State state) {
        this.state = new ReadOnlyObjectWrapper<>(state);
    }

    /** Where a picture is on its way to the screen. */
    public sealed interface State {
        record None() implements State {}

        record Coming() implements State {}

        record There(Image image) implements State {}

        /** The file is missing or is no picture. */
        record Broken() implements State {}
    }

    /** Nothing to see. Always a new one: one for all would keep whoever ever watched it, and their windows. */
    public static Picture none() {
        return new Picture(new State.None());
    }

    public static Picture of(Image there) {
        return new Picture(new State.There(there));
    }

    static Picture coming() {
        return new Picture(new State.Coming());
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public Optional<Image> image() {
        return state.get() instanceof State.There(Image image) ? Optional.of(image) : Optional.empty();
    }

    void arrive(Image decoded) {
        state.set(decoded.isError() ? new State.Broken() : new State.There(decoded));
    }

    /** Somebody shows it, or waits for it, until he {@link #leave leaves}. */
    public void join() {
        watchers++;
    }

    public void leave() {
        watchers--;
        if (watchers == 0 && state.get() instanceof State.Coming) {
            whenLeft.run();
        }
    }

    /** @param action done when the last one leaves who waited for it */
    void whenLeft(Runnable action) {
        whenLeft = action;
    }

    /** Says that nobody waits for it any more; decoding that has not begun will not begin. */
    void cancel() {
        wanted = false;
    }

    boolean isWanted() {
        return wanted;
    }
}
