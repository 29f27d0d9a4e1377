package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanExpression;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.base.FrameSize;
import org.filmwright.base.Outcome;
import org.filmwright.media.Encoders;
import org.filmwright.production.Export;
import org.filmwright.production.Project;
import org.filmwright.production.Snapshot;
import org.filmwright.timeline.Cut;
import org.filmwright.timeline.Marks;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Question;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Setting;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Words;

/** The card on which one says what others get of the film: the film, its storyboard, where, how large, how fine. */
final class ExportSheet {
    private final Fittings fittings;
    private final Choosers choosers;
    private final Supplier<Encoders> encoders;
    private final Runnable toQueue;
    private final EncoderRow coder;
    private final TextField name = new TextField();
    private final CheckBox marked = new CheckBox(Words.of("export.marked"));
    private final BooleanProperty hasMarks = new SimpleBooleanProperty();
    private final Label folder = flowing("export-folder");
    private final Label summary = flowing("export-summary");
    private final ObjectProperty<Path> place = new SimpleObjectProperty<>(Path.of(""));
    private Optional<Cut> cut = Optional.empty();

    /** @param encoders what codes films here; asked behind the window @param toQueue brings the jobs to the front */
    ExportSheet(Fittings fittings, Choosers choosers, Supplier<Encoders> encoders, Runnable toQueue) {
        this.fittings = fittings;
        this.choosers = choosers;
        this.encoders = encoders;
        this.toQueue = toQueue;
        coder = new EncoderRow(fittings.settings());
        name.setId("export-name");
        name.setAccessibleText(Words.of("export.name"));
        name.textProperty().subscribe(this::summarize);
        marked.setId("export-marked");
        marked.selectedProperty().subscribe(this::summarize);
        place.subscribe(now -> folder.setText(Words.of("export.where", "folder", now)));
        List.of(Settings.EXPORT_LINES, Settings.EXPORT_FINENESS, Settings.EXPORT_FILM, Settings.EXPORT_BOARD)
                .forEach(setting -> fittings.settings().of(setting).subscribe(this::summarize));
    }

    /** Where nothing is cut yet, the film is made first. @param make that command */
    Command command(Command make) {
        Desk desk = fittings.desk();
        ObservableBooleanValue possible = Bindings.createBooleanBinding(
                () -> make.possible().get() || desk.snapshot().get().flatMap(Snapshot::cut).isPresent(),
                make.possible(), desk.snapshot());
        return Command.when(possible, "timeline.export", Scope.TIMELINE, () -> desk.project()
                .get()
                .filter(open -> desk.snapshot()
                        .get()
                        .flatMap(Snapshot::cut)
                        .filter(film -> film.frames() > 0)
                        .isPresent())
                .ifPresentOrElse(this::open, make::run));
    }

    private void open(Project project) {
        Snapshot now = fittings.desk().snapshot().get().orElseGet(project::snapshot);
        cut = now.cut();
        String remembered = fittings.settings().of(Settings.EXPORT_FOLDER).get();
        place.set(remembered.isEmpty() ? project.storage().exports() : Path.of(remembered));
        name.setText(now.name());
        hasMarks.set(cut.flatMap(film -> film.marks().range(film.frames())).isPresent());
        marked.setSelected(hasMarks.get());
        summarize();
        coder.look(fittings.desk(), encoders);
        fittings.sheets()
                .ask(new Question(Words.of("export.title"), Words.of("export.words"), List.of(
                        new Question.Answer("export-leave", Words.of("export.leave"), Question.Kind.PLAIN, () -> {}),
                        new Question.Answer("export-begin", Words.of("export.begin"), Question.Kind.PRIMARY,
                                () -> begin(project), lacks()))),
                        whereTo(), film(), board(), summary);
        name.requestFocus();
        name.selectAll();
    }

    private Region whereTo() {
        HBox row = new HBox(folder, Labels.filler(), Buttons.plain("export-choose", "export.choose", this::choose));
        row.getStyleClass().add("fw-sheet-row");
        return new VBox(8, Labels.of(Words.of("export.name"), "fw-bold"), name, row);
    }

    private void choose() {
        choosers.folder(Words.of("export.choose.title")).ifPresent(chosen -> {
            place.set(chosen);
            fittings.settings().of(Settings.EXPORT_FOLDER).set(chosen.toString());
            summarize();
        });
    }

    private Region film() {
        ObservableBooleanValue wanted = isOn(Settings.EXPORT_FILM);
        return new VBox(8, check("export-film", "export.film", Settings.EXPORT_FILM),
                row(wanted, "export.size", segments("export-lines", Settings.EXPORT_LINES, Settings.Lines.values())),
                row(wanted, "export.quality",
                        segments("export-fineness", Settings.EXPORT_FINENESS, Settings.Fineness.values())),
                Presence.when(wanted, coder),
                Presence.when(hasMarks.and(BooleanExpression.booleanExpression(wanted)), marked),
                Presence.when(wanted, check("export-subtitles", "export.subtitles", Settings.EXPORT_SUBTITLES)));
    }

    private Region board() {
        return new VBox(8, check("export-board", "export.board", Settings.EXPORT_BOARD),
                row(isOn(Settings.EXPORT_BOARD), "export.shots",
                        segments("export-shots", Settings.EXPORT_SHOTS, Settings.Shots.values())));
    }

    private static Region row(ObservableBooleanValue wanted, String words, Node choice) {
        HBox row = new HBox(Labels.of(Words.of(words), "fw-muted"), Labels.filler(), choice);
        row.getStyleClass().add("fw-sheet-row");
        return Presence.when(wanted, row);
    }

    private CheckBox check(String id, String words, Setting<Boolean> setting) {
        CheckBox box = new CheckBox(Words.of(words));
        box.setId(id);
        box.setSelected(fittings.settings().of(setting).get());
        box.selectedProperty().subscribe(on -> fittings.settings().of(setting).set(on));
        return box;
    }

    private <E extends Enum<E>> Segments<E> segments(String id, Setting<E> setting, E[] choices) {
        ObjectProperty<E> chosen = fittings.settings().of(setting);
        return new Segments<>(id, List.of(choices), chosen, chosen::set);
    }

    /** Why nothing can be exported yet. */
    private ObservableValue<String> lacks() {
        return Bindings.createStringBinding(() -> wishes().film() || wishes().board() ? "" : Words.of("export.nothing"),
                fittings.settings().of(Settings.EXPORT_FILM), fittings.settings().of(Settings.EXPORT_BOARD));
    }

    private ObservableBooleanValue isOn(Setting<Boolean> setting) {
        ObjectProperty<Boolean> property = fittings.settings().of(setting);
        return Bindings.createBooleanBinding(property::get, property);
    }

    /** {@code Night Ferry.mp4, 1280 × 720, 1:23} */
    private void summarize() {
        cut.ifPresent(film -> {
            FrameSize size = wishes().size(film);
            String text = wishes().film()
                    ? Words.of("export.summary", "name", named(), "size",
                            Words.of("unit.size", "width", size.width(), "height", size.height()), "time",
                            Words.duration(film.rate().seconds(part(film).frames())))
                    : "";
            String board = wishes().board() ? Words.of("export.summary.board", "name", named()) : "";
            summary.setText(text.isEmpty() || board.isEmpty() ? text + board : text + "\n" + board);
        });
    }

    private Marks.Range part(Cut film) {
        return ExportWishes.part(film, marked.isSelected());
    }

    private ExportWishes wishes() {
        return new ExportWishes(fittings.settings());
    }

    private String named() {
        return ExportWishes.fileName(name.getText(), fittings.desk().snapshot().get().map(Snapshot::name).orElse(""));
    }

    private void begin(Project project) {
        Export wanted = wishes().of(cut.orElseThrow(), part(cut.orElseThrow()), place.get().resolve(named()),
                coder.hardware());
        fittings.desk().recorder().ask(() -> project.export(wanted), answer -> {
            if (answer instanceof Outcome.Failed<?>(var failure)) {
                fittings.desk().tell(failure);
            } else {
                fittings.toasts().done(Words.of("export.begun"));
                toQueue.run();
            }
        });
    }

    private static Label flowing(String id) {
        Label label = Labels.of("", "fw-muted", "fw-caption");
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
