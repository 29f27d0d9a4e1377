package org.filmwright.ui.story;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.filmwright.base.CameraMove;
import org.filmwright.base.ShotSize;
import org.filmwright.production.Stale;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotOverride;
import org.filmwright.story.ShotPlan;
import org.filmwright.ui.kit.Areas;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.ShotNames;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;
import org.kordamp.ikonli.materialdesign2.MaterialDesignR;
import org.kordamp.ikonli.materialdesign2.MaterialDesignV;

/** One shot: what it shows, how it is framed and moved, and why; what a person changes here outlives planning anew. */
final class ShotCard extends VBox {
    private final Shot shot;
    private final ShotOverride wish;
    private final Acts acts;

    /** What the card asks for. */
    interface Acts {
        void direct(ShotOverride wish);

        void insertAfter(Shot shot);

        void look(Shot shot);
    }

    /** @param open whether it shows what can be changed */
    ShotCard(ShotPlan plan, Shot shot, ShotOverride wish, Optional<Stale> stale, boolean open, Acts acts) {
        this.shot = shot;
        this.wish = wish;
        this.acts = acts;
        setId("shot-card-" + shot.label());
        getStyleClass().addAll("fw-card", "fw-shot-card");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        String name = ShotNames.of(plan.sceneOf(shot), shot);
        getChildren().add(head(name));
        stale.ifPresent(why -> getChildren().add(staleRow(why)));
        getChildren().addAll(reason(MaterialDesignV.VIDEO_OUTLINE, Words.of("angle", shot.framing().angle()),
                shot.framing().why()),
                reason(MaterialDesignC.CURSOR_MOVE, Words.of("move", shot.camera().move()), shot.camera().reason()));
        if (open) {
            getChildren().addAll(choices(), words(), verbs());
        }
        setOnMouseClicked(press -> acts.look(shot));
        setAccessibleText(Words.of("spoken.plan", "label", shot.label(), "name", name, "angle",
                Words.of("angle", shot.framing().angle()), "move", Words.of("move", shot.camera().move()), "reason",
                shot.camera().reason()));
    }

    private HBox head(String words) {
        Label name = Labels.of(words, "fw-bold");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(Labels.fixed(shot.label(), "fw-mono", "fw-muted", "fw-shot-label"), name);
        if (!wish.isEmpty()) {
            head.getChildren().add(Glyphs.icon(MaterialDesignP.PENCIL_OUTLINE, "fw-quiet-icon"));
        }
        head.getChildren().add(Labels.fixed(Words.seconds(shot.seconds()), "fw-mono", "fw-muted", "fw-figure"));
        head.getStyleClass().add("fw-card-head");
        return head;
    }

    private static HBox staleRow(Stale why) {
        String changed = why.changed()
                .stream()
                .sorted()
                .map(part -> Words.of("stale.part", part))
                .collect(Collectors.joining(", "));
        String words = !why.pictures()
                ? Words.of("stale.clip")
                : changed.isEmpty() ? Words.of("stale.unknown") : Words.of("stale.changed", "what", changed);
        Label label = Labels.of(words, "fw-stale");
        label.setWrapText(true);
        HBox row = new HBox(Glyphs.icon(MaterialDesignR.REFRESH, "fw-stale-icon"), label);
        row.getStyleClass().add("fw-card-row");
        return row;
    }

    private static HBox reason(Ikon ikon, String what, String why) {
        Label because = Labels.of(why, "fw-muted", "fw-caption");
        because.setWrapText(true);
        VBox text = new VBox(Labels.of(what), because);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox row = new HBox(Glyphs.icon(ikon, "fw-quiet-icon"), text);
        row.getStyleClass().add("fw-card-row");
        return row;
    }

    private VBox choices() {
        ComboBox<ShotSize> sizes = combo("shot-size", "size", ShotSize.values(), shot.framing().size(),
                size -> acts.direct(wish.sized(size)));
        ComboBox<CameraMove> moves = combo("shot-move", "move", CameraMove.values(), shot.camera().move(),
                move -> acts.direct(wish.moved(move)));
        TextField seconds = new TextField(String.format(Locale.ROOT, "%.1f", shot.seconds()));
        seconds.setId("shot-seconds");
        seconds.setAccessibleText(Words.of("shot.seconds"));
        seconds.getStyleClass().addAll("fw-mono", "fw-seconds");
        whenDone(seconds, text -> seconds(text).filter(wanted -> Math.abs(wanted - shot.seconds()) > 0.04)
                .ifPresent(wanted -> acts.direct(wish.lasting(wanted))));
        HBox first = new HBox(sizes, seconds);
        HBox.setHgrow(sizes, Priority.ALWAYS);
        first.getStyleClass().add("fw-shot-choices");
        VBox rows = new VBox(first, moves);
        rows.getStyleClass().add("fw-shot-choices");
        return rows;
    }

    private static Optional<Double> seconds(String text) {
        String number = text.strip().replace(',', '.');
        return number.matches("\\d{1,4}(\\.\\d{1,3})?") ? Optional.of(Double.valueOf(number)) : Optional.empty();
    }

    private TextArea words() {
        TextArea area = Areas.wrapped("shot-words", Words.of("shot.words"), 3);
        area.setText(shot.content().action());
        area.getStyleClass().add("fw-shot-words");
        whenDone(area, text -> {
            String wanted = text.strip().replaceAll("\\s+", " ");
            if (!wanted.isEmpty() && !wanted.equals(shot.content().action())) {
                acts.direct(wish.showing(wanted));
            }
        });
        return area;
    }

    /** Tells what stands in a field when it loses the focus or Enter is pressed in it. */
    private static void whenDone(TextInputControl field, Consumer<String> told) {
        if (field instanceof TextField line) {
            line.setOnAction(enter -> told.accept(line.getText()));
        }
        ObservableValue<Boolean> focused = field.focusedProperty();
        focused.subscribe((before, now) -> {
            if (before && !now) {
                told.accept(field.getText());
            }
        });
    }

    private HBox verbs() {
        HBox row = new HBox(
                button("shot-insert", MaterialDesignP.PLUS, "shot.add", () -> acts.insertAfter(shot)),
                button("shot-remove", MaterialDesignD.DELETE_OUTLINE, "shot.remove", this::remove), Labels.filler());
        if (!wish.isEmpty() && wish.after().isEmpty()) {
            row.getChildren()
                    .add(button("shot-reset", MaterialDesignR.RESTORE, "shot.reset",
                            () -> acts.direct(ShotOverride.none(shot.id()))));
        }
        row.getStyleClass().add("fw-shot-verbs");
        return row;
    }

    /** A shot of a person's own goes altogether. */
    private void remove() {
        acts.direct(wish.after().isPresent() ? ShotOverride.none(shot.id()) : wish.leftOut(true));
    }

    private static Button button(String id, Ikon ikon, String words, Runnable action) {
        Button button = new Button(Words.of(words), Glyphs.icon(ikon));
        button.setId(id);
        button.getStyleClass().addAll("flat", "fw-compact");
        Buttons.name(button, Words.of(words), "");
        button.setOnAction(press -> action.run());
        return button;
    }

    private static <E extends Enum<E>> ComboBox<E> combo(String id, String family, E[] values, E now,
            Consumer<E> chosen) {
        ComboBox<E> combo = Choices.dropDown();
        combo.setId(id);
        combo.getItems().setAll(values);
        combo.setValue(now);
        combo.setMaxWidth(Double.MAX_VALUE);
        combo.setMinWidth(0);
        combo.setAccessibleText(Words.of("shot." + family));
        combo.setConverter(new StringConverter<>() {
            @Override
            public String toString(E value) {
                return value == null ? "" : Words.of(family, value);
            }

            @Override
            public E fromString(String text) {
                return combo.getValue();
            }
        });
        combo.valueProperty().subscribe((before, value) -> chosen.accept(value));
        return combo;
    }
}
