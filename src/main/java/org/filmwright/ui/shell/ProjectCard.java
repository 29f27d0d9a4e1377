package org.filmwright.ui.shell;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.PictureBox;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.filmwright.ui.shell.RecentProjects.Recent;

/** A project that was opened before: its picture, name, folder, and when; or that it is not where it was. */
final class ProjectCard extends StackPane {
    ProjectCard(Recent recent, Picture poster, LocalDate today, Runnable open) {
        this(recent, poster, open, foot(place(recent.folder()), Labels.fixed(when(
                recent, today), "fw-caption", "fw-muted")),
                Words.of("welcome.card", "name", recent.name(), "when", when(
                        recent, today)));
    }

    private ProjectCard(Recent recent, Picture poster, Runnable open, HBox foot, String spoken) {
        getStyleClass().add("fw-project");
        PictureBox picture = PictureBox.filling();
        picture.getStyleClass().add("fw-project-picture");
        picture.show(poster);
        VBox face = new VBox(picture, Labels.of(recent.name(), "fw-project-name"), foot);
        face.getStyleClass().add("fw-project-face");
        Button card = new Button();
        card.setId("project-" + recent.name());
        card.setGraphic(face);
        card.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        card.getStyleClass().add("fw-project-card");
        Rectangle edge = new Rectangle();
        edge.widthProperty().bind(face.widthProperty());
        edge.heightProperty().bind(face.heightProperty());
        edge.setArcWidth(12);
        edge.setArcHeight(12);
        face.setClip(edge);
        card.setAccessibleText(spoken);
        card.setOnAction(press -> open.run());
        getChildren().add(card);
    }

    /** One that lies no longer where it was opened: it can be shown the new place, or be forgotten. */
    static ProjectCard moved(Recent recent, Picture poster, Runnable locate, Runnable forget) {
        Label moved = Labels.fixed(Words.of("welcome.moved"), "fw-caption", "fw-warning-words");
        ProjectCard card = new ProjectCard(recent, poster, locate, foot(new StatusGlyph(Status.WARNING), moved), Words
                .of("welcome.card.moved", "name", recent.name()));
        card.getStyleClass().add("fw-project-moved");
        HBox buttons = new HBox(small("welcome-forget", "welcome.forget", recent, forget), small("welcome-locate",
                "welcome.locate", recent, locate));
        buttons.getStyleClass().add("fw-project-buttons");
        buttons.setPickOnBounds(false);
        buttons.setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        setAlignment(buttons, Pos.BOTTOM_RIGHT);
        card.getChildren().add(buttons);
        return card;
    }

    /** The end of a long place tells more than its beginning. */
    private static Label place(Path folder) {
        Label place = Labels.of(home(folder), "fw-caption", "fw-muted");
        place.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        return place;
    }

    private static Button small(String id, String words, Recent recent, Runnable action) {
        Button button = new Button(Words.of(words));
        button.setId(id);
        button.getStyleClass().add("fw-compact");
        button.setAccessibleText(Words.of("welcome.of", "action", button.getText(), "name", recent.name()));
        button.setOnAction(press -> action.run());
        return button;
    }

    private static HBox foot(Node left, Label right) {
        boolean glyph = left instanceof StatusGlyph;
        HBox foot = glyph ? new HBox(left, right) : new HBox(left, Labels.filler(), right);
        foot.getStyleClass().add("fw-project-foot");
        return foot;
    }

    /** {@code ~/Films/night-ferry} for folders below the person's own. */
    static String home(Path folder) {
        Path home = Path.of(System.getProperty("user.home"));
        return folder.startsWith(home) ? Path.of("~").resolve(home.relativize(folder)).toString() : folder.toString();
    }

    /** {@code Today, 14:02}, {@code Yesterday}, {@code 12 November}; with the year when it is another one. */
    static String when(Recent recent, LocalDate today) {
        ZonedDateTime opened = recent.opened().atZone(ZoneId.systemDefault());
        LocalDate day = opened.toLocalDate();
        if (day.equals(today)) {
            return Words.of("welcome.today", "time", opened.format(DateTimeFormatter.ofLocalizedTime(
                    FormatStyle.SHORT)));
        }
        if (day.equals(today.minusDays(1))) {
            return Words.of("welcome.yesterday");
        }
        return Optional.of(day)
                .filter(date -> date.getYear() == today.getYear())
                .map(date -> date.format(DateTimeFormatter.ofPattern("d MMMM")))
                .orElseGet(() -> day.format(DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)));
    }
}
