package org.filmwright.ui.models;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.Subscription;
import org.filmwright.production.models.Load;
import org.filmwright.production.models.Model;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Bytes;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** A row of the list: name, size, how it fits into this machine, when it painted last; or how far it has come. */
final class ModelCell extends ListCell<Entry> {
    /** A row narrower than so many design pixels has no room for when it was used and for its licence. */
    private static final double WIDE = 800;

    private final long memory;
    private final Supplier<LocalDate> today;
    private final ObservableValue<Boolean> wide;
    private final Label name = Labels.of("");
    private final Label size = Labels.fixed("", "fw-mono", "fw-model-size");
    private final StatusGlyph glyph = new StatusGlyph(Status.DONE);
    private final Label fit = Labels.fixed("", "fw-muted", "fw-model-fit");
    private final Label last = Labels.of("", "fw-muted", "fw-model-last");
    private final Label licence = Labels.of("", "fw-muted", "fw-model-licence");
    private final ProgressBar bar = new ProgressBar();
    private final Label figures = Labels.fixed("", "fw-mono", "fw-muted");
    private final Button pause = new Button();
    private final Button stop = new Button();
    private final HBox row;
    private Subscription watching = Subscription.EMPTY;

    /** What the buttons of a row do. */
    interface Acts {
        void pauseOrGoOn(Entry entry);

        void drop(Entry entry);
    }

    ModelCell(long memory, Supplier<LocalDate> today, ObservableValue<Boolean> wide, Acts acts) {
        this.wide = wide;
        this.memory = memory;
        this.today = today;
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        bar.getStyleClass().add("fw-model-bar");
        bar.setAccessibleText(Words.of("models.progress"));
        button(pause, () -> acts.pauseOrGoOn(getItem()));
        button(stop, () -> acts.drop(getItem()));
        stop.setGraphic(Glyphs.icon(MaterialDesignC.CLOSE));
        row = new HBox(name, size, glyph, fit, last, licence, bar, figures, pause, stop);
        row.getStyleClass().add("fw-model-row");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setPrefWidth(0);
        wide.subscribe(room -> show());
    }

    /** Whether the rows of that list have room for all columns. */
    static ObservableValue<Boolean> wide(ListView<?> list, Look look) {
        return Bindings.createBooleanBinding(() -> list.getWidth() >= look.px(WIDE), list.widthProperty(), look
                .scale());
    }

    /** The keys of the page do the same to the chosen row. */
    private void button(Button button, Runnable act) {
        button.getStyleClass().addAll("flat", "fw-icon-button", "fw-model-button");
        button.setFocusTraversable(false);
        button.setOnAction(press -> act.run());
    }

    @Override
    protected void updateItem(Entry entry, boolean empty) {
        super.updateItem(entry, empty);
        watching.unsubscribe();
        watching = empty || entry == null
                ? Subscription.EMPTY
                : Subscription.combine(entry.standing().subscribe(now -> show()),
                        entry.load().subscribe(now -> show()));
        setGraphic(empty || entry == null ? null : row);
        setAccessibleText(null);
        show();
    }

    private void show() {
        Entry entry = getItem();
        if (entry == null || isEmpty()) {
            return;
        }
        boolean room = wide.getValue();
        boolean coming = entry.load().get().isPresent();
        boolean here = entry.model().isPresent();
        name.setText(entry.name());
        Stream.of(last, licence).forEach(label -> seen(label, room && !coming));
        Stream.of(glyph, fit).forEach(node -> seen(node, here && (room || !coming)));
        Stream.of(figures, stop).forEach(node -> seen(node, coming));
        seen(size, here || room);
        entry.standing().get().ifPresent(this::show);
        entry.load().get().ifPresent(load -> show(load, here, room));
        seen(bar, coming && room && !Double.isNaN(bar.getProgress()) && bar.getProgress() >= 0);
        seen(pause, entry.load().get().filter(load -> load.kind() == Load.Kind.DOWNLOAD).isPresent());
        setAccessibleText(spoken(entry));
    }

    private void show(Entry.Standing standing) {
        Model model = standing.model();
        Model.Fit fits = model.fit(memory);
        size.setText(Bytes.words(model.bytes()));
        glyph.show(status(fits));
        fit.setText(Words.of("models.fit.short." + fits));
        last.setText(LoadWords.last(standing.uses(), today.get()));
        licence.setText(Words.of(model.licence().isEmpty()
                ? "models.licence.no"
                : model.accepted().isPresent() ? "models.licence.yes" : "models.licence.open"));
    }

    private void show(Load load, boolean here, boolean room) {
        boolean stopped = load.state() instanceof Load.Stopped;
        if (!here) {
            seen(glyph, true);
            size.setText("");
            glyph.show(status(load));
        }
        double fraction = LoadWords.fraction(load);
        bar.setProgress(Double.isNaN(fraction) ? -1 : fraction);
        figures.setText(room ? LoadWords.figures(load) : brief(load));
        pause.setGraphic(Glyphs.icon(stopped ? MaterialDesignP.PLAY : MaterialDesignP.PAUSE));
        Buttons.name(pause, Words.of(stopped ? "models.go-on" : "models.pause"), "");
        Buttons.name(stop, Words.of(load.kind() == Load.Kind.DOWNLOAD ? "models.throw-away" : "models.stop"), "");
    }

    /** Where there is room for a number only. */
    private static String brief(Load load) {
        return load.state() instanceof Load.Going(Load.Amount amount, _) && !Double.isNaN(amount.fraction())
                ? LoadWords.percent(amount)
                : LoadWords.figures(load);
    }

    private static Status status(Load load) {
        return switch (load.state()) {
            case Load.Going _ -> Status.WAITING;
            case Load.Asks _ -> Status.WARNING;
            case Load.Stopped(_, var why) -> why.isPresent() ? Status.FAILED : Status.PAUSED;
        };
    }

    private static Status status(Model.Fit fit) {
        return switch (fit) {
            case FITS -> Status.DONE;
            case TIGHT -> Status.WARNING;
            case TOO_LARGE -> Status.REJECTED;
        };
    }

    private String spoken(Entry entry) {
        return String.join(", ", Stream.concat(entry.standing()
                .get()
                .map(standing -> List.of(Words.of("models.spoken", "name", standing.model().name(), "size", size
                        .getText(), "fit", Words.of("models.fit." + standing.model().fit(memory))), last.getText(),
                        licence.getText()))
                .orElse(List.of(entry.name()))
                .stream(), entry.load().get().map(LoadWords::figures).stream()).toList());
    }

    private static void seen(Node node, boolean seen) {
        node.setVisible(seen);
        node.setManaged(seen);
    }
}
