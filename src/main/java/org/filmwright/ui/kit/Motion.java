package org.filmwright.ui.kit;

import javafx.animation.FadeTransition;
import javafx.animation.Interpolator;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.util.Duration;

/** All that moves by itself in the studio: what appears fades in, 120 ms long; nothing does where that was asked. */
public final class Motion {
    private static final Duration LENGTH = Duration.millis(120);

    private final ObservableValue<Boolean> reduced;
    private int running;

    public Motion(ObservableValue<Boolean> reduced) {
        this.reduced = reduced;
    }

    /** The node is there at once, and can be seen at once or soon. */
    public void appear(Node node) {
        if (reduced.getValue()) {
            node.setOpacity(1);
            return;
        }
        FadeTransition fade = new FadeTransition(LENGTH, node);
        fade.setFromValue(0);
        fade.setToValue(1);
        fade.setInterpolator(Interpolator.EASE_OUT);
        fade.setOnFinished(done -> running--);
        running++;
        fade.play();
    }

    /** Whether nothing moves. */
    public boolean isStill() {
        return running == 0;
    }
}
