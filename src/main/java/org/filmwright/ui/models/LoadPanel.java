package org.filmwright.ui.models;

import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.production.models.Load;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;

/** What comes, or stopped on its way: from where, how far, why not further, and what can be done about it. */
final class LoadPanel extends VBox {
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty state = new SimpleStringProperty("");
    private final StringProperty have = new SimpleStringProperty("");
    private final StringProperty from = new SimpleStringProperty("");
    private final StringProperty sentence = new SimpleStringProperty("");
    private final Button pause;
    private final Button read;
    private final Button drop;
    private Optional<Entry> shown = Optional.empty();

    LoadPanel(ModelVerbs.Acts acts) {
        getStyleClass().add("fw-model-panel");
        pause = button("load-pause", () -> shown.ifPresent(acts::pauseOrGoOn));
        read = button("load-licence", () -> shown.ifPresent(acts::licence));
        read.getStyleClass().add("accent");
        read.setText(Words.of("models.licence.read"));
        Buttons.name(read, Words.of("models.licence.read.tip"), "");
        drop = button("load-drop", () -> shown.ifPresent(acts::remove));
        drop.getStyleClass().add("danger");
        Label title = Labels.of(name, "fw-bold");
        title.setWrapText(true);
        HBox head = Bars.header(title);
        head.getStyleClass().addAll("fw-panel-header", "fw-model-name");
        Label words = Inspector.cardBelow(sentence);
        words.setId("load-words");
        Inspector facts = new Inspector(Inspector.section(new SimpleStringProperty(Words.of("models.coming")),
                new Region(), Inspector.row("models.state", state),
                Presence.when(have.isNotEmpty(), Inspector.row("models.come", have)),
                Inspector.row("models.from", from), words));
        VBox.setVgrow(facts, Priority.ALWAYS);
        getChildren().setAll(head, facts, Bars.footer(read, pause, Labels.filler(), drop));
    }

    private static Button button(String id, Runnable act) {
        Button button = new Button();
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(press -> act.run());
        return button;
    }

    void show(Entry entry, Load load) {
        shown = Optional.of(entry);
        name.set(load.name());
        state.set(LoadWords.figures(load));
        have.set(LoadWords.have(load));
        from.set(load.from());
        sentence.set(LoadWords.sentence(load));
        boolean stopped = load.state() instanceof Load.Stopped;
        boolean download = load.kind() == Load.Kind.DOWNLOAD;
        seen(read, load.state() instanceof Load.Asks);
        seen(pause, download && !(load.state() instanceof Load.Asks));
        say(pause, stopped ? "models.go-on" : "models.pause");
        say(drop, download ? "models.throw-away" : "models.stop");
    }

    private static void say(Button button, String words) {
        if (!Words.of(words).equals(button.getText())) {
            button.setText(Words.of(words));
            Buttons.name(button, Words.of(words + ".tip"), "");
        }
    }

    private static void seen(Button button, boolean seen) {
        button.setVisible(seen);
        button.setManaged(seen);
    }
}
