package org.filmwright.ui.motion;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.base.FrameSize;
import org.filmwright.clips.Direction;
import org.filmwright.production.Camerawork;
import org.filmwright.production.CameraSetup;
import org.filmwright.production.Reasoned;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.ScrollColumn;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** The card on which the move of a shot is framed: the picture with both frames, the move as it will be, and its figures. */
final class MotionSheet {
    private final Fittings fittings;
    private final MotionModel model;
    private final FramesView frames;
    private final MotionScreen screen;
    private final StringProperty by = new SimpleStringProperty("");
    private final StringProperty why = new SimpleStringProperty("");
    private final VBox advice = new VBox();
    private final VBox card = new VBox();

    /** What the sheet is opened with. @param picture the circled one; @param size of it in pixels */
    record Opened(CameraSetup setup, FrameSize size, Picture picture) {}

    /** @param nanos the clock that plays the move @param render told what the person wants filmed */
    MotionSheet(Fittings fittings, Opened opened, Camerawork work, LongSupplier nanos, Consumer<MotionModel> render) {
        this.fittings = fittings;
        model = new MotionModel(opened.setup(), opened.size());
        frames = new FramesView(model, fittings.look(), opened.size(), opened.picture());
        screen = new MotionScreen(fittings, model, work, nanos, failure -> why.set(Failures.words(failure)));
        card.getStyleClass().addAll("fw-sheet", "fw-motion");
        card.setId("motion");
        card.getChildren().addAll(head(), body(), foot(render));
        card.addEventHandler(KeyEvent.KEY_PRESSED, key -> key(key, render));
        model.draft().subscribe((before, now) -> refresh());
        model.done().subscribe((before, now) -> refresh());
        refresh();
    }

    void open() {
        fittings.sheets().spread(card, frames.first());
    }

    /** For whoever measures what it shows. */
    MotionModel model() {
        return model;
    }

    private HBox head() {
        Label title = Labels.of(Words.of("motion.title", "shot", model.setup().shot().label()), "fw-title");
        Label who = Labels.fixed(by, "fw-muted");
        who.setId("motion-by");
        HBox head = new HBox(title, Labels.filler(), who);
        head.getStyleClass().add("fw-motion-head");
        return head;
    }

    private HBox body() {
        Label keys = Labels.of(Words.of("motion.keys"), "fw-muted", "fw-caption");
        keys.setWrapText(true);
        keys.setMinHeight(Region.USE_PREF_SIZE);
        VBox left = new VBox(frames, keys);
        left.getStyleClass().add("fw-motion-left");
        VBox.setVgrow(frames, Priority.ALWAYS);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox body = new HBox(left, right());
        body.getStyleClass().add("fw-motion-body");
        VBox.setVgrow(body, Priority.ALWAYS);
        return body;
    }

    private Region right() {
        advice.setId("motion-advice");
        advice.getStyleClass().add("fw-motion-advice");
        Label because = Inspector.card(why);
        because.setId("motion-why");
        because.setMinHeight(Region.USE_PREF_SIZE);
        VBox facts = new VBox(screen, new MotionFigures(model), advice, because);
        facts.getStyleClass().add("fw-motion-facts");
        ScrollColumn column = ScrollColumn.of(facts);
        column.setHbarPolicy(ScrollColumn.ScrollBarPolicy.NEVER);
        column.getStyleClass().add("fw-motion-column");
        return column;
    }

    private HBox foot(Consumer<MotionModel> render) {
        Button rule = Buttons.plain("motion-rule", "motion.rule", model::toRule);
        rule.disableProperty().bind(Bindings.createBooleanBinding(model::isByRule, model.draft()));
        Button swap = Buttons.plain("motion-swap", "motion.swap", model::swap);
        Button close = Buttons.plain("motion-close", "sheet.close", fittings.sheets()::close);
        Button film = Buttons.plain("motion-render", "motion.render", () -> render.accept(model));
        film.getStyleClass().add("accent");
        Stream.of(rule, swap, close, film).forEach(button -> button.getStyleClass().add("fw-dialog-button"));
        HBox foot = new HBox(rule, swap, Labels.filler(), close, film);
        foot.getStyleClass().add("fw-sheet-foot");
        return foot;
    }

    private void key(KeyEvent key, Consumer<MotionModel> render) {
        boolean typing = key.getTarget() instanceof TextInputControl;
        if (key.getCode() == KeyCode.ENTER && key.isShortcutDown()) {
            render.accept(model);
            key.consume();
        } else if (key.getCode() == KeyCode.SPACE && key.getTarget() instanceof FrameBox && !typing) {
            screen.playOrPause();
            key.consume();
        }
    }

    private void refresh() {
        by.set(Words.of(model.isByRule()
                ? "motion.by.rule"
                : model.isChanged()
                        ? "motion.by.you"
                        : by(model.setup()
                                .direction())));
        why.set(model.isByRule()
                ? model.setup().byRule().plan().reason()
                : model.isChanged()
                        ? Words.of("motion.why.you", "reason", model.setup().byRule().plan().reason())
                        : words(model.setup().direction()));
        advice.getChildren().setAll(model.advice().stream().map(MotionSheet::row).toList());
    }

    private static String by(Direction direction) {
        return direction.isByHand() ? "motion.by.you" : direction.isByRule() ? "motion.by.rule" : "motion.by.agent";
    }

    private static String words(Direction direction) {
        Reasoned reasoned = Reasoned.of(direction);
        List<String> conflicts = reasoned.conflicts()
                .stream()
                .map(each -> Words.of("timeline.conflict", "wish", each.wish(), "limit", each.limit(), "resolution",
                        each.resolution()))
                .toList();
        return Stream.concat(Stream.of(reasoned.why()), conflicts.stream()).collect(Collectors.joining("\n\n"));
    }

    private static Node row(String sentence) {
        Label words = Labels.of(sentence, "fw-caption");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(new StatusGlyph(Status.WARNING), words);
        row.getStyleClass().add("fw-card-row");
        return row;
    }
}
