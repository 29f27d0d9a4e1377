package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.controls.ToggleSwitch;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.Slider;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import org.controlsfx.control.BreadCrumbBar;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SearchableComboBox;
import org.controlsfx.control.SegmentedBar;
import org.filmwright.ui.Fx;
import org.filmwright.ui.StyleWarnings;
import org.filmwright.ui.fx.Clockwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignP;

/** Every part of the kit in every state, as one picture in {@code target/screenshots}, to be looked at. */
class GalleryTest {
    private static final PseudoClass FOCUS = PseudoClass.getPseudoClass("focus-visible");
    private static final Path FOLDER = Path.of("target", "screenshots");

    private enum Side {
        GRID, LOUPE, COMPARE
    }

    @ParameterizedTest
    @CsvSource({"DARK, 1", "LIGHT, 1", "DARK, 2", "LIGHT, 2"})
    void everyPartIsDrawnInEveryState(Theme theme, double scale) throws IOException {
        Settings settings = Settings.forgetful();
        try (StyleWarnings warnings = new StyleWarnings(); Clockwork clockwork = new Clockwork()) {
            Scene scene = Fx.get(() -> {
                settings.of(Settings.THEME).set(theme);
                settings.of(Settings.SCALE).set(scale);
                Look look = new Look(settings);
                Scene made = new Scene(gallery(settings, clockwork), 940 * scale, 1140 * scale);
                look.dress(made);
                return made;
            });
            Fx.until("the skeletons show", () -> scene.getRoot()
                    .lookupAll(".fw-skeleton")
                    .stream()
                    .allMatch(
                            Node::isVisible));
            Path file = FOLDER.resolve("gallery-" + theme.name().toLowerCase(Locale.ROOT) + "-" + Math.round(scale
                    * 100) + ".png");
            WritableImage picture = Fx.get(() -> {
                for (int pass = 0; pass < 3; pass++) {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                }
                return scene.snapshot(null);
            });
            Files.createDirectories(FOLDER);
            ImageIO.write(SwingFXUtils.fromFXImage(picture, null), "png", file.toFile());
            assertTrue(Files.size(file) > 20_000);
            assertEquals(List.of(), warnings.heard());
        }
    }

    private static Node group(String title, Node... parts) {
        VBox group = new VBox(8, Labels.of(title, "fw-section-title"));
        group.getChildren().addAll(parts);
        group.setMinWidth(0);
        return group;
    }

    private static HBox row(Node... parts) {
        HBox row = new HBox(12, parts);
        row.setStyle("-fx-alignment: center-left;");
        return row;
    }

    private static StackPane gallery(Settings settings, Clockwork clockwork) {
        double scale = settings.of(Settings.SCALE).get();
        FlowPane flow = new FlowPane(Orientation.VERTICAL, 32 * scale, 20 * scale);
        flow.setStyle("-fx-padding: 24px;");
        flow.setPrefWrapLength(1070 * scale);
        flow.getChildren()
                .addAll(glyphs(), chips(), buttons(), choices(), fields(), words(), progress(), inspector(), error(),
                        skeletons(clockwork), empty(), toasts(clockwork), question(), controlsFx(), list());
        flow.getChildren().forEach(node -> ((VBox) node).setPrefWidth(430 * scale));
        StackPane root = new StackPane(flow);
        root.getStyleClass().add("fw-window");
        return root;
    }

    private static Node glyphs() {
        FlowPane all = new FlowPane(12, 8);
        Arrays.stream(Status.values())
                .forEach(status -> all.getChildren()
                        .add(row(new StatusGlyph(status), Labels.of(
                                status.words(), "fw-caption"))));
        List.of(0.0, 0.3, 0.62, 1.0).forEach(part -> all.getChildren().add(StatusGlyph.generating(part)));
        return group("STATUS GLYPHS", all);
    }

    private static Node chips() {
        Chip focused = new Chip("chip-f", new SimpleStringProperty("GPU 18/24 GB"), () -> {});
        focused.pseudoClassStateChanged(FOCUS, true);
        return group("CHIPS", row(new Chip("chip-a", Glyphs.icon(MaterialDesignP.PLAY), new SimpleStringProperty(
                "3 jobs · 4:10 left"), () -> {}), new Chip("chip-b", new SimpleStringProperty("$1.84"), () -> {}),
                focused));
    }

    private static Node buttons() {
        FlowPane all = new FlowPane(8, 12);
        for (String style : List.of("fw-plain", "flat", "accent", "success", "danger")) {
            all.getChildren()
                    .addAll(button(style, false, false), button(style, true, false), button(style, false,
                            true));
        }
        Button compact = button("fw-compact", false, false);
        Button dialog = button("fw-dialog-button", false, false);
        all.getChildren().addAll(compact, dialog);
        return group("BUTTONS: NORMAL, FOCUSED, DISABLED", all);
    }

    private static Button button(String style, boolean focused, boolean disabled) {
        Button button = new Button(style.replace("fw-", ""));
        button.getStyleClass().add(style);
        button.setDisable(disabled);
        button.pseudoClassStateChanged(FOCUS, focused);
        return button;
    }

    private static Node choices() {
        ToggleButton on = new ToggleButton("6");
        on.setSelected(true);
        ToggleButton off = new ToggleButton("14");
        Stream.of(on, off).forEach(toggle -> toggle.getStyleClass().add("fw-toggle"));
        HBox segments = new HBox();
        segments.getStyleClass().add("fw-segments");
        for (Side side : Side.values()) {
            ToggleButton segment = new ToggleButton(side.name().charAt(0) + side.name()
                    .substring(1)
                    .toLowerCase(
                            Locale.ROOT));
            segment.getStyleClass().add("fw-segment");
            segment.setSelected(side == Side.LOUPE);
            segments.getChildren().add(segment);
        }
        CheckBox box = new CheckBox("Check");
        box.setSelected(true);
        RadioButton radio = new RadioButton("Radio");
        radio.setSelected(true);
        ToggleSwitch toggle = new ToggleSwitch("Switch");
        toggle.setSelected(true);
        return group("CHOICES", row(segments, on, off), row(box, new CheckBox("Off"), radio, toggle, new ToggleSwitch(
                "Off")));
    }

    private static Node fields() {
        TextField focused = new TextField("Focused");
        focused.pseudoClassStateChanged(PseudoClass.getPseudoClass("focused"), true);
        TextField empty = new TextField();
        empty.setPromptText("Prompt");
        ComboBox<String> combo = new ComboBox<>(FXCollections.observableArrayList("Fit", "100 %"));
        combo.getSelectionModel().select(0);
        TextArea area = new TextArea("Note for 3 images");
        area.setPrefRowCount(2);
        TextField disabled = new TextField("Disabled");
        disabled.setDisable(true);
        return group("FIELDS", row(focused, empty, disabled), row(combo, new Slider(0, 1, 0.4)), area);
    }

    private static Node words() {
        Currency dollar = Currency.getInstance("USD");
        EtaText eta = new EtaText(Optional.of(Duration.ofSeconds(40)));
        return group("TIME AND MONEY", row(Labels.of(eta.after(3, 28, Duration.ofSeconds(3)), "fw-mono"), Labels.of(
                EtaText.about(Duration.ofMinutes(2)), "fw-mono"),
                Labels.of(EtaText.took(Duration.ofMillis(11_400)),
                        "fw-mono"),
                Labels.of(CostText.spent(new BigDecimal("1.84"), dollar), "fw-mono"), Labels.of(
                        CostText.estimated(new BigDecimal("0.4"), dollar), "fw-mono"),
                Labels.of("Alt+Enter",
                        "fw-key")));
    }

    private static Node progress() {
        return group("PROGRESS", row(new ProgressBar(0.6), new ProgressBar(0), StatusGlyph.generating(0.62)));
    }

    private static Node inspector() {
        return group("INSPECTOR", new VBox(Inspector.section(new SimpleStringProperty("SETTINGS"), new Button(
                "Copy"), Inspector.row("images.seed", new SimpleStringProperty("184 220 911")),
                Inspector.row(
                        "images.size", new SimpleStringProperty("1344 × 768")),
                Inspector.cardBelow(
                        new SimpleStringProperty("Mara leans on the wet rail of the night ferry, collar up, "
                                + "harbour lights out of focus behind her.")))));
    }

    private static Node error() {
        return group("ERROR", new ErrorPanel("Could not render 1-C: needs 22 GB of GPU memory, 18 GB free. The take "
                + "settings are kept. Retry it smaller.", "CUDA out of memory at step 3",
                new Button(
                        "Retry at 768 × 432")));
    }

    private static Node skeletons(Clockwork clockwork) {
        return group("LOADING", new Skeleton(clockwork, 4, "fw-skeleton-line", new SimpleBooleanProperty(true)));
    }

    private static Node empty() {
        Button primary = new Button("Make film");
        primary.getStyleClass().add("accent");
        return group("EMPTY", new EmptyState(MaterialDesignF.FILMSTRIP, "Approved shots land here.",
                "Making the film draws what is missing.", primary));
    }

    private static Node toasts(Clockwork clockwork) {
        Toasts toasts = new Toasts(clockwork, new Motion(new SimpleObjectProperty<>(true)));
        toasts.done("The film is finished: night-ferry.mp4", new Button("Show in folder"), new Button("Play"));
        toasts.failed("Could not open the project: it is open in another window.");
        return group("TOASTS", toasts);
    }

    private static Node question() {
        VBox card = new VBox(Labels.of("Remove \"sdxl-base\"?", "fw-title"), Labels.of(
                "Frees 6.9 GB. 3 shots used it; their images stay."));
        HBox foot = new HBox(Labels.filler(), dialog("Cancel", "fw-plain"), dialog("Remove", "danger"), dialog("Keep",
                "accent"));
        foot.getStyleClass().add("fw-sheet-foot");
        card.getChildren().add(foot);
        card.getStyleClass().add("fw-sheet");
        card.setMaxWidth(Double.MAX_VALUE);
        card.setStyle("-fx-pref-width: 430px;");
        return group("QUESTION", card);
    }

    private static Button dialog(String words, String style) {
        Button button = new Button(words);
        button.getStyleClass().addAll("fw-dialog-button", style);
        return button;
    }

    private static Node controlsFx() {
        CheckComboBox<String> check = new CheckComboBox<>(FXCollections.observableArrayList("New", "Approved"));
        check.getCheckModel().check(0);
        SearchableComboBox<String> search = new SearchableComboBox<>(FXCollections.observableArrayList("flux-dev",
                "sdxl-base"));
        search.getSelectionModel().select(0);
        SegmentedBar<SegmentedBar.Segment> bar = new SegmentedBar<>();
        bar.getSegments()
                .addAll(new SegmentedBar.Segment(30, "models"), new SegmentedBar.Segment(20, "films"),
                        new SegmentedBar.Segment(50, "free"));
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setPrefWidth(400);
        BreadCrumbBar<String> crumbs = new BreadCrumbBar<>(BreadCrumbBar.buildTreeModel("Scene 2", "Shot 2-B",
                "take 3"));
        return group("CONTROLSFX", row(check, search), bar, range(), crumbs);
    }

    private static RangeSlider range() {
        RangeSlider range = new RangeSlider(0, 100, 20, 70);
        range.setMaxWidth(200);
        range.setShowTickMarks(false);
        return range;
    }

    private static Node list() {
        ListView<String> list = new ListView<>(FXCollections.observableArrayList("EXT. HARBOUR - DAWN",
                "INT. NIGHT TRAIN - DAWN", "EXT. ROOFTOP - NIGHT"));
        list.getStyleClass().add("fw-list");
        list.getSelectionModel().select(1);
        list.setStyle("-fx-pref-height: 8em");
        return group("LIST", list,
                new Segments<>("zoomed", List.of(), new SimpleObjectProperty<>(Side.GRID), side -> {}));
    }
}
