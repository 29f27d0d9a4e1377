package org.filmwright.ui.motion;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.filmwright.base.CameraMove;
import org.filmwright.base.CameraMove.Easing;
import org.filmwright.base.FrameSize;
import org.filmwright.clips.Direction;
import org.filmwright.production.Camerawork;
import org.filmwright.production.CameraSetup;
import org.filmwright.production.Reasoned;
import org.filmwright.timeline.Timecode;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.FrameView;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** The card on which the move of a shot is framed: the picture with both frames, the move as it will be, and its figures. */
final class MotionSheet {
    private static final int PREVIEW = 640;

    private final Fittings fittings;
    private final MotionModel model;
    private final Camerawork work;
    private final Rehearser rehearser;
    private final FramesView frames;
    private final PictureBox screen = PictureBox.whole();
    private final StringProperty at = new SimpleStringProperty("");
    private final StringProperty by = new SimpleStringProperty("");
    private final StringProperty why = new SimpleStringProperty("");
    private final StringProperty speed = new SimpleStringProperty("");
    private final ObjectProperty<String> playing = new SimpleObjectProperty<>("");
    private final VBox advice = new VBox();
    private final ComboBox<CameraMove> moves;
    private final ComboBox<Easing> easings;
    private final TextField seconds = new TextField();
    private final VBox card = new VBox();
    private Optional<FrameView> view = Optional.empty();
    private int frame;

    /** What the sheet is opened with. @param picture the circled one; @param size of it in pixels */
    record Opened(CameraSetup setup, FrameSize size, Picture picture) {}

    /** @param render told what the person wants filmed */
    MotionSheet(Fittings fittings, Opened opened, Camerawork work, LongSupplier nanos, Consumer<MotionModel> render) {
        this.fittings = fittings;
        this.work = work;
        model = new MotionModel(opened.setup(), opened.size());
        rehearser = new Rehearser(fittings.clockwork(), nanos, this::hear);
        frames = new FramesView(model, fittings.look(), opened.size(), opened.picture());
        moves = combo("motion-move", "move", CameraMove.values(), model.draft().get().move(),
                model::move);
        easings = combo("motion-easing", "motion.easing", Easing.values(), model.draft().get().easing(), model::easing);
        card.getStyleClass().addAll("fw-sheet", "fw-motion");
        card.setId("motion");
        card.getChildren().addAll(head(), body(), foot(render));
        card.addEventHandler(KeyEvent.KEY_PRESSED, key -> key(key, render));
        card.sceneProperty().subscribe((before, now) -> {
            if (now == null) {
                rehearser.close();
            }
        });
        model.draft().subscribe((before, now) -> follow());
        model.active().subscribe((before, now) -> look(now));
        model.done().subscribe((before, now) -> refresh());
        refresh();
        prepare();
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
        StackPane well = new StackPane(screen);
        well.getStyleClass().addAll("fw-well", "fw-motion-screen");
        well.setId("motion-screen");
        well.setAccessibleText(Words.of("motion.screen"));
        Label place = Labels.fixed(at, "fw-mono", "fw-muted", "fw-caption");
        place.setId("motion-at");
        Button play = new Button();
        play.setId("motion-play");
        play.textProperty().bind(playing);
        play.setMinWidth(Region.USE_PREF_SIZE);
        play.accessibleTextProperty().bind(playing);
        play.setOnAction(press -> playOrPause());
        model.playing().subscribe(on -> playing.set(Words.of(on ? "motion.pause" : "motion.play")));
        HBox transport = new HBox(play, Labels.filler(), place);
        transport.getStyleClass().add("fw-motion-row");
        advice.setId("motion-advice");
        advice.getStyleClass().add("fw-motion-advice");
        Label because = Inspector.card(why);
        because.setId("motion-why");
        VBox column = new VBox(well, transport, field("motion.move", moves), field("motion.easing", easings), field(
                "motion.seconds", seconds()), Inspector.row("motion.pace", speed, "fw-plain"), advice, because);
        column.getStyleClass().add("fw-motion-column");
        return column;
    }

    private static HBox field(String key, Region control) {
        Label name = Labels.fixed(Words.of(key), "fw-muted", "fw-row-key");
        name.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(control, Priority.ALWAYS);
        HBox row = new HBox(name, control);
        row.getStyleClass().add("fw-motion-row");
        return row;
    }

    private TextField seconds() {
        seconds.setId("motion-seconds");
        seconds.setAccessibleText(Words.of("motion.seconds"));
        seconds.getStyleClass().add("fw-mono");
        seconds.setOnAction(enter -> take());
        seconds.focusedProperty().subscribe((before, now) -> {
            if (before && !now) {
                take();
            }
        });
        return seconds;
    }

    private void take() {
        String number = seconds.getText().strip().replace(',', '.');
        if (number.matches("\\d{1,4}(\\.\\d{1,3})?")) {
            model.seconds(Double.parseDouble(number));
        }
        refresh();
    }

    private <T> ComboBox<T> combo(String id, String family, T[] values, T chosen, Consumer<T> then) {
        ComboBox<T> combo = Choices.dropDown();
        combo.setId(id);
        combo.getItems().setAll(values);
        combo.setValue(chosen);
        combo.setAccessibleText(Words.of(family.equals("move") ? "motion.move" : family));
        combo.setCellFactory(list -> new Named<>(family));
        combo.setButtonCell(new Named<>(family));
        combo.valueProperty().subscribe((before, now) -> then.accept(now));
        return combo;
    }

    private static final class Named<T> extends ListCell<T> {
        private final String family;

        Named(String family) {
            this.family = family;
        }

        @Override
        protected void updateItem(T value, boolean empty) {
            super.updateItem(value, empty);
            setText(empty || value == null ? "" : Words.of(family, (Enum<?>) value));
        }
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
            playOrPause();
            key.consume();
        }
    }

    private void playOrPause() {
        model.playing().set(!model.playing().get());
        if (model.playing().get()) {
            rehearser.play(frame, model.plan().frames(), model.setup().format().rate().perSecond());
        } else {
            rehearser.pause();
        }
    }

    /** Another draft: seen as soon as it can be drawn; what played goes on. */
    private void follow() {
        refresh();
        prepare();
        if (model.playing().get()) {
            rehearser.play(0, model.plan().frames(), model.setup().format().rate().perSecond());
        }
    }

    private void look(MotionDraft.End end) {
        if (!model.playing().get()) {
            rehearser.show(model.frame(end));
        }
    }

    private void prepare() {
        var plan = model.plan();
        int first = model.playing().get() ? frame : model.frame(model.active().get());
        rehearser.prepare(() -> work.rehearse(model.setup(), plan, PREVIEW), first);
    }

    private void hear(Rehearser.Event event) {
        switch (event) {
            case Rehearser.Event.Ready(var move) -> {
                FrameSize size = move.frames().size();
                if (view.isEmpty()) {
                    view = Optional.of(new FrameView(size));
                    screen.show(Picture.of(view.get().image()));
                }
                model.done().set(Optional.of(move.done()));
            }
            case Rehearser.Event.Frame(int number, int[] pixels) -> {
                view.ifPresent(shown -> shown.show(pixels));
                frame = number;
                at.set(Words.of("motion.at", "at", Timecode.nonDrop(model.setup().format().rate()).format(number),
                        "frame", number + 1, "frames", model.plan().frames()));
            }
            case Rehearser.Event.Failed(var failure) -> why.set(Failures.words(failure));
        }
    }

    private void refresh() {
        MotionDraft draft = model.draft().get();
        moves.setValue(draft.move());
        easings.setValue(draft.easing());
        if (!seconds.isFocused()) {
            seconds.setText(String.format(Locale.ROOT, "%.1f", draft.seconds()));
        }
        speed.set(MotionAdvice.speed(draft));
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
