package org.filmwright.ui.review;

import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.EmptyState;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** What stands in the place of takes where there are none: why, and what to do. */
record Blanks(EmptyState closed, EmptyState undrawn, EmptyState hidden, EmptyState emptyTrash) {
    Blanks(Commands commands, ReviewModel model, Retakes retakes) {
        this(new EmptyState(MaterialDesignI.IMAGE_MULTIPLE_OUTLINE, Words.of("images.no-project"),
                Words.of("images.no-project.hint"), Buttons.of(commands, "file.open", "accent"),
                Buttons.of(commands, "file.new")),
                undrawn(commands, model.laid().map(laid -> laid.shots() > 0), retakes),
                new EmptyState(MaterialDesignE.EYE_OFF_OUTLINE, model.laid().map(Blanks::hiddenWords),
                        Buttons.of(commands, "images.show-all", "accent")),
                new EmptyState(MaterialDesignT.TRASH_CAN_OUTLINE, Words.of("images.trash.empty"),
                        Words.of("images.trash.empty.hint"), Buttons.of(commands, "images.show-all", "accent")));
    }

    /** What is written can be drawn; until then the way leads to the story. */
    private static EmptyState undrawn(Commands commands, ObservableValue<Boolean> written, Retakes retakes) {
        return new EmptyState(MaterialDesignI.IMAGE_OUTLINE,
                written.map(is -> Words.of(is ? "images.empty" : "images.unwritten")),
                written.flatMap(is -> is
                        ? retakes.sceneWords()
                        : new SimpleStringProperty(Words.of("images.unwritten.hint"))),
                Presence.when(written, Buttons.of(commands, "images.generate", "accent")),
                Presence.when(written, Buttons.of(commands, "run.make")),
                Presence.when(written.map(is -> !is), Buttons.of(commands, "view.story", "accent")));
    }

    /** {@code All 60 are decided. 60 hidden.} */
    private static String hiddenWords(Table.Laid laid) {
        return laid.count(Ruling.NEW) == 0
                ? Words.count("images.decided", laid.takes())
                : Words.count("images.hidden", laid.takes());
    }
}
