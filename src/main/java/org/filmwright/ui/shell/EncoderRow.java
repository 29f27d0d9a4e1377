package org.filmwright.ui.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.media.Encoders;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Words;

/** What codes the film, and the choice between a graphics card and the processor where both can. */
final class EncoderRow extends VBox {
    private final ObjectProperty<Settings.Coder> wanted;
    private final ObjectProperty<Optional<Encoders>> found = new SimpleObjectProperty<>(Optional.empty());

    EncoderRow(Settings settings) {
        super(8);
        wanted = settings.of(Settings.EXPORT_CODER);
        HBox choice = new HBox(Labels.of(Words.of("export.coder"), "fw-muted"), Labels.filler(), new Segments<>(
                "export-coder", List.of(Settings.Coder.values()), wanted, wanted::set));
        choice.getStyleClass().add("fw-sheet-row");
        Label words = Labels.of("", "fw-muted", "fw-caption");
        words.setId("export-coder-words");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(Bindings.createStringBinding(this::words, wanted, found));
        getChildren().addAll(Presence.when(found.map(all -> all.flatMap(Encoders::card).isPresent()), choice), words);
    }

    /** Asks what there is, behind the window: a card is tried once, which takes a second. */
    void look(Desk desk, Supplier<Encoders> encoders) {
        if (found.get().isEmpty()) {
            desk.offstage().ask(encoders, all -> found.set(Optional.of(all)));
        }
    }

    /** Whether the card is to code it: only one that is known to be able to. */
    boolean hardware() {
        return wanted.get() == Settings.Coder.CARD && found.get().flatMap(Encoders::card).isPresent();
    }

    private String words() {
        return found.get()
                .map(all -> all.card()
                        .map(card -> wanted.get() == Settings.Coder.CARD
                                ? Words.of("export.coder.card", "name", card)
                                : Words.of("export.coder.processor", "name", all.processor()))
                        .orElse(Words.of("export.coder.only", "name", all.processor())))
                .orElse(Words.of("export.coder.looking"));
    }
}
