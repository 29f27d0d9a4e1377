package org.filmwright.ui.shell;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.filmwright.ui.kit.Labels;

/** What the workspace has to say at the end of the bottom row; where there is no room for all of it, the last is left out. */
final class StatusFacts extends HBox {
    private List<Fact> facts = List.of();

    private record Fact(Label label, BooleanProperty fits) {}

    StatusFacts() {
        getStyleClass().add("fw-status-facts");
        setMinWidth(0);
    }

    void show(List<ObservableValue<String>> texts) {
        facts = texts.stream().map(StatusFacts::fact).toList();
        getChildren().setAll(facts.stream().map(Fact::label).toList());
    }

    private static Fact fact(ObservableValue<String> text) {
        Label label = Labels.fixed(text, "fw-status-text");
        BooleanProperty fits = new SimpleBooleanProperty(true);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty().and(fits));
        return new Fact(label, fits);
    }

    @Override
    protected void layoutChildren() {
        double room = getWidth() - snappedLeftInset() - snappedRightInset();
        double used = 0;
        boolean full = false;
        for (Fact fact : facts) {
            double wanted = fact.label.isManaged() ? snapSizeX(fact.label.prefWidth(-1)) : 0;
            double end = used + (used > 0 && wanted > 0 ? getSpacing() : 0) + wanted;
            full |= end > room + 1;
            fact.fits.set(!full);
            used = full ? used : end;
        }
        double x = snappedLeftInset() + room - used;
        for (Fact fact : facts) {
            if (fact.fits.get() && fact.label.isManaged()) {
                double width = snapSizeX(fact.label.prefWidth(-1));
                double height = fact.label.prefHeight(-1);
                fact.label.resizeRelocate(x, snapPositionY((getHeight() - height) / 2), width, height);
                x += width + getSpacing();
            }
        }
    }
}
