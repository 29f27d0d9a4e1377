package org.filmwright.ui.kit;

import java.time.Duration;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.ui.fx.Clockwork;

/** Grey bars in the shape of what is coming; seen only when it takes longer than 150 ms. They stand still. */
public final class Skeleton extends VBox {
    private static final Duration PATIENCE = Duration.ofMillis(150);
    private static final double[] WIDTHS = {0.9, 0.7, 0.8, 0.5};

    private Clockwork.Appointment appointment = () -> {};

    /**
     * @param bars how many
     * @param barClass {@code fw-skeleton-line} for text, {@code fw-skeleton-row} for rows of a list
     * @param loading shown while it holds, after the patience
     */
    public Skeleton(Clockwork clockwork, int bars, String barClass, ObservableBooleanValue loading) {
        getStyleClass().add("fw-skeleton");
        setAccessibleText(Words.of("skeleton"));
        setMouseTransparent(true);
        for (int i = 0; i < bars; i++) {
            Region bar = new Region();
            bar.getStyleClass().addAll("fw-skeleton-bar", barClass);
            bar.maxWidthProperty().bind(widthProperty().multiply(WIDTHS[i % WIDTHS.length]));
            getChildren().add(bar);
        }
        loading.subscribe(now -> {
            appointment.cancel();
            setVisible(false);
            if (now) {
                appointment = clockwork.after(PATIENCE, () -> setVisible(loading.get()));
            }
        });
    }
}
