package org.filmwright.ui.review;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.images.BriefPart;
import org.filmwright.production.Edits;
import org.filmwright.production.Stale;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.CostText;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.EffortText;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Words;

/** What has changed since a take was drawn, what a refresh of its scene costs, and the button for it. */
final class StalePart {
    private final Desk desk;
    private final StringProperty changed = new SimpleStringProperty("");
    private final StringProperty price = new SimpleStringProperty("");
    private final VBox section;

    StalePart(Desk desk, Commands commands) {
        this.desk = desk;
        Button refresh = Buttons.of(commands, "images.generate");
        refresh.setId("stale-refresh");
        HBox below = new HBox(refresh);
        below.getStyleClass().add("fw-revision-buttons");
        section = Inspector.section(new SimpleStringProperty(Words.of("images.stale")), new Region(), Inspector.card(
                changed), Inspector.row("images.refresh", price, "fw-plain"), below);
        section.setId("stale");
        section.managedProperty().bind(section.visibleProperty());
    }

    VBox node() {
        return section;
    }

    void show(Frame frame, boolean stale) {
        section.setVisible(stale);
        if (stale) {
            changed.set(words(frame));
            price.set(price(frame));
        }
    }

    private String words(Frame frame) {
        Set<BriefPart> parts = desk.snapshot()
                .get()
                .flatMap(open -> Optional.ofNullable(open.edits().stale().get(frame.shot().id())))
                .map(Stale::changed)
                .orElse(Set.of());
        String what = parts.stream()
                .sorted()
                .map(part -> Words.of("stale.part", part))
                .collect(Collectors.joining(", "));
        return what.isEmpty() ? Words.of("stale.unknown") : Words.of("stale.changed", "what", what);
    }

    private String price(Frame frame) {
        Optional<Edits.Estimate> estimate = desk.snapshot()
                .get()
                .flatMap(open -> desk.plan().map(plan -> desk.edits(open).estimate(open, plan, frame.shot().scene())))
                .filter(what -> what.shots() > 0);
        return estimate.map(what -> Words.count("story.estimate", what.shots(), "price", what.effort()
                .price()
                .map(money -> CostText.estimated(money.amount(), money.currency()))
                .orElse(Words.of("story.free")), "time",
                EffortText.time(what.effort())))
                .orElse(Words.of("images.refresh.other"));
    }
}
