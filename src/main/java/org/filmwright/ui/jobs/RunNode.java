package org.filmwright.ui.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.production.Job;
import org.filmwright.production.RunPicture;
import org.filmwright.production.RunPicture.Kind;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** A node of the picture of a run: what it is called, how far it is and how long it took; its gate is marked. */
final class RunNode extends ToggleButton {
    private static final PseudoClass URGENT = PseudoClass.getPseudoClass("urgent");

    private final StatusGlyph glyph = new StatusGlyph(Status.WAITING);
    private final Label caption = Labels.fixed("", "fw-muted", "fw-caption");
    private final String run;
    private RunPicture.Node node;

    /** @param run that the node is of, which may be nested in the one that is looked at */
    RunNode(String run, RunPicture.Node node) {
        this.run = run;
        this.node = node;
        VBox words = new VBox(Labels.fixed(name(), "fw-bold"), caption);
        words.getStyleClass().add("fw-row-words");
        HBox face = new HBox(glyph, words);
        if (node.kind() == Kind.GATE) {
            face.getChildren().addAll(Labels.filler(), Glyphs.icon(MaterialDesignA.ACCOUNT_QUESTION_OUTLINE));
        } else if (node.kind() == Kind.WORKFLOW) {
            face.getChildren().addAll(Labels.filler(), Glyphs.icon(MaterialDesignS.SITEMAP_OUTLINE));
        }
        face.getStyleClass().add("fw-run-face");
        getStyleClass().add("fw-run-node");
        setId("run-node-" + node.name().replace('.', '-'));
        setGraphic(face);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Says how it stands, at that moment. */
    void show(RunPicture.Node newer, Instant now) {
        node = newer;
        Job.State state = node.reach().state();
        if (state == Job.State.RUNNING && node.reach().of() > 1) {
            glyph.show((double) node.reach().done() / node.reach().of());
        } else if (glyph.status() != JobWords.status(state)) {
            glyph.show(JobWords.status(state));
        }
        caption.setText(what(now));
        pseudoClassStateChanged(URGENT, state == Job.State.ASKING || state == Job.State.FAILED
                || state == Job.State.LACKING);
        setAccessibleText(Words.of("run.node.spoken", "name", name(), "kind", Words.of("run.kind", node.kind()), "what",
                what(now)));
    }

    RunPicture.Node node() {
        return node;
    }

    String run() {
        return run;
    }

    /** {@code Shot · draw}. */
    String name() {
        return JobWords.sentence(node.name().replace('.', '/'));
    }

    /** {@code 3/9 · working · 0:12}. */
    private String what(Instant now) {
        RunPicture.Reach reach = node.reach();
        String count = reach.of() > 1
                ? Words.of("run.count", "done", reach.done(), "of", reach.of()) + " \u00b7 "
                : "";
        String time = took(node.span(), now).map(took -> " \u00b7 " + took).orElse("");
        return count + Words.of("run.at", reach.state()) + time;
    }

    /** Nothing of what has not begun. */
    static Optional<String> took(RunPicture.Span span, Instant now) {
        return span.from()
                .map(from -> Words.duration(Duration.between(from, span.to().orElse(now)).toMillis() / 1000.0));
    }
}
