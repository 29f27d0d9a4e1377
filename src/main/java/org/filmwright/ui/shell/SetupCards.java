package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.text.NumberFormat;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Look;
import org.filmwright.ui.kit.Settings;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;

/** Three steps of the first day, each of which can wait: the machine, where files are kept, what makes the pictures. */
final class SetupCards extends VBox {
    private static final double LEAST = 260;
    private static final double GAP = 16;
    private static final long GIB = 1L << 30;

    private final Label free = Labels.fixed("", "fw-mono", "fw-muted");
    private final Label folder = Labels.of("", "fw-mono");

    SetupCards(Commands commands, Settings settings, Look look, Machine machine, Runnable change) {
        getStyleClass().add("fw-setup");
        setId("setup");
        Button skip = new Button(Words.of("welcome.skip"));
        skip.setId("setup-skip");
        skip.getStyleClass().add("flat");
        skip.setMinWidth(USE_PREF_SIZE);
        skip.setAccessibleText(skip.getText());
        skip.setOnAction(press -> settings.of(WelcomePage.SETUP_SKIPPED).set(true));
        HBox head = new HBox(Labels.fixed(Words.of("welcome.setup"), "fw-title"), Labels.of(Words.of(
                "welcome.setup.hint"), "fw-muted"), Labels.filler(), skip);
        head.getStyleClass().add("fw-welcome-head");
        FlowPane cards = new FlowPane(
                card(1, MaterialDesignC.CHIP, "welcome.machine", "welcome.machine.hint", machine(machine)), card(2,
                        MaterialDesignH.HARDDISK, "welcome.folder", "welcome.folder.hint", folder(change)),
                card(3,
                        MaterialDesignB.BRUSH, "welcome.pictures", "welcome.pictures.hint", pictures(commands)));
        cards.getStyleClass().add("fw-setup-cards");
        cards.setMinWidth(0); // else a card that took all the room keeps it when that becomes less
        cards.widthProperty().subscribe(() -> share(cards, look));
        look.scale().subscribe(() -> share(cards, look));
        getChildren().addAll(head, cards);
        visibleProperty().bind(settings.of(WelcomePage.SETUP_SKIPPED).map(skipped -> !skipped));
        managedProperty().bind(visibleProperty());
        settings.of(Settings.PROJECTS_FOLDER).subscribe(now -> folder.setText(ProjectCard.home(Path.of(now))));
    }

    /** Shows how much room there is where projects are kept; a negative number when it cannot be told. */
    void showFree(long bytes) {
        free.setText(bytes < 0 ? "" : Words.of("welcome.free", "space", gigabytes(bytes)));
    }

    private static VBox card(int number, Ikon ikon, String words, String hintKey, Node... content) {
        HBox head = new HBox(Glyphs.icon(ikon), Labels.of(Words.of(words), "fw-bold"), Labels.filler(), Labels.fixed(
                Integer.toString(number), "fw-mono", "fw-muted"));
        head.getStyleClass().add("fw-setup-head");
        Label hint = Labels.of(Words.of(hintKey), "fw-muted");
        hint.setWrapText(true);
        VBox card = new VBox(head, hint);
        card.getChildren().addAll(content);
        card.getStyleClass().add("fw-setup-card");
        return card;
    }

    /** As many side by side as have room, all of one width. */
    private static void share(FlowPane cards, Look look) {
        double width = cards.getWidth();
        double gap = look.px(GAP);
        int columns = (int) Math.clamp((width + gap) / (look.px(LEAST) + gap), 1, cards.getChildren().size());
        double each = Math.floor((width - (columns - 1) * gap) / columns);
        cards.getChildren().forEach(card -> ((VBox) card).setPrefWidth(each));
    }

    private static Node[] machine(Machine machine) {
        String memory = Words.of("welcome.machine.has", "cores", machine.cores(), "memory", gigabytes(machine
                .memory()));
        return new Node[]{fact(Status.DONE, Words.of("welcome.machine.boards")), fact(Status.DONE, Words.of(
                "welcome.machine.moves")),
            fact(machine.gpu().isPresent() ? Status.DONE : Status.WARNING, machine.gpu()
                    .map(gpu -> Words.of("welcome.machine.gpu", "gpu", gpu))
                    .orElseGet(() -> Words.of("welcome.machine.no-gpu"))),
            Labels.of(memory, "fw-caption", "fw-muted")};
    }

    private static HBox fact(Status status, String words) {
        Label sentence = Labels.of(words);
        sentence.setWrapText(true);
        HBox fact = new HBox(new StatusGlyph(status), sentence);
        fact.getStyleClass().add("fw-setup-fact");
        return fact;
    }

    private Node[] folder(Runnable change) {
        HBox where = new HBox(folder, Labels.filler(), free);
        Button other = new Button(Words.of("welcome.folder.change"));
        other.setId("setup-folder");
        other.getStyleClass().add("fw-compact");
        other.setAccessibleText(Words.of("welcome.folder.change.spoken"));
        other.setOnAction(press -> change.run());
        return new Node[]{where, actions(other)};
    }

    private static Node[] pictures(Commands commands) {
        return new Node[]{fact(Status.DONE, Words.of("welcome.pictures.sketch")), actions(Buttons.of(commands,
                "view.models", "fw-compact"), Buttons.of(commands, "view.settings", "fw-compact", "flat"))};
    }

    private static Node actions(Button... buttons) {
        HBox row = new HBox(buttons);
        row.getStyleClass().add("fw-setup-actions");
        VBox.setVgrow(row, Priority.ALWAYS);
        return row;
    }

    static String gigabytes(long bytes) {
        return Words.of("unit.gigabytes", "value", NumberFormat.getIntegerInstance()
                .format(Math.round((double) bytes
                        / GIB)));
    }
}
