package org.filmwright.ui.kit;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.base.ShotId;
import org.filmwright.clips.Checked;
import org.filmwright.clips.ClipChecks;
import org.filmwright.clips.ClipMeasures;
import org.filmwright.production.Snapshot;

/** How a shot's clip was when it arrived: its numbers, what in them is to be looked at, and what can be done about it. */
public final class ClipPart {
    private final Desk desk;
    private final StringProperty likeness = new SimpleStringProperty("");
    private final StringProperty motion = new SimpleStringProperty("");
    private final StringProperty light = new SimpleStringProperty("");
    private final StringProperty coding = new SimpleStringProperty("");
    private final VBox alarms = new VBox();
    private final VBox numbers;
    private final VBox section;
    private Optional<ShotId> shown = Optional.empty();

    public ClipPart(Desk desk, Commands commands) {
        this.desk = desk;
        numbers = new VBox(Inspector.row("clip.likeness", likeness), Inspector.row("clip.motion", motion), Inspector
                .row("clip.light", light), Inspector.row("clip.coding", coding));
        numbers.managedProperty().bind(numbers.visibleProperty());
        alarms.setId("clip-alarms");
        alarms.getStyleClass().add("fw-clip-alarms");
        alarms.managedProperty().bind(alarms.visibleProperty());
        Button good = Buttons.of(commands, "shot.clip-good", "fw-compact");
        Presence.when(commands.of("shot.clip-good").possible(), good);
        Button move = Buttons.of(commands, "shot.motion", "fw-compact");
        HBox verbs = new HBox(move, good);
        verbs.getStyleClass().add("fw-clip-verbs");
        section = Inspector.section(new SimpleStringProperty(Words.of("clip.title")), new Region(), alarms, numbers,
                verbs);
        section.managedProperty().bind(section.visibleProperty());
        desk.snapshot().when(section.sceneProperty().map(Objects::nonNull).orElse(false)).subscribe(_ -> show(shown));
    }

    public VBox node() {
        return section;
    }

    /** Nothing to see where the shot has no clip. */
    public void show(Optional<ShotId> shot) {
        shown = shot;
        Optional<Snapshot> open = desk.snapshot().get();
        Optional<Checked> checked = shot.flatMap(id -> open.flatMap(now -> Optional.ofNullable(now.clips().get(id))))
                .flatMap(clip -> clip.checked());
        List<ClipChecks.Alarm> found = shot.flatMap(id -> open.map(now -> now.alarmsOf(id))).orElse(List.of());
        section.setVisible(shot.isPresent());
        numbers.setVisible(checked.isPresent());
        alarms.setVisible(!found.isEmpty());
        alarms.getChildren().setAll(found.stream().map(ClipPart::row).toList());
        checked.map(Checked::measures).ifPresent(this::show);
    }

    private void show(ClipMeasures measures) {
        String none = Words.of("clip.unknown");
        likeness.set(measures.source()
                .map(source -> Words.of("clip.likeness.words", "first", two(source.likeness()), "last", two(source.end()
                        .likeness())))
                .orElse(none));
        ClipMeasures.Motion seen = measures.picture().motion();
        motion.set(seen.sure()
                ? Words.of("clip.motion.words", "right", percent(seen.right()), "down", percent(seen.down()), "zoom",
                        two(seen.zoom()))
                : none);
        light.set(Words.of("clip.light.words", "flicker", two(measures.picture().flicker()), "flashes", measures
                .picture()
                .light()
                .flashes()));
        coding.set(measures.coding()
                .map(loss -> Words.of("clip.coding.words", "ssim", two(loss.ssim()), "psnr", Math.round(loss.psnr())))
                .orElse(none));
    }

    private static Node row(ClipChecks.Alarm alarm) {
        Label words = Labels.of(alarm.sentence());
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox row = new HBox(new StatusGlyph(Status.WARNING), words);
        row.getStyleClass().add("fw-card-row");
        return row;
    }

    private static String two(double value) {
        return String.format(Locale.getDefault(), "%.2f", value);
    }

    private static String percent(double share) {
        return String.format(Locale.getDefault(), "%+.1f", 100 * share);
    }
}
