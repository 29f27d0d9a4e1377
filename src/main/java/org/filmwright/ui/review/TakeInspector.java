package org.filmwright.ui.review;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.base.ShotId;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPrompt;
import org.filmwright.ui.kit.ClipPart;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Drafts;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Glyphs;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Offer;
import org.filmwright.ui.kit.Picture;
import org.filmwright.ui.kit.ShotState;
import org.filmwright.ui.kit.Words;

/** What is known of the take being looked at: what was asked for, how it was made, what was decided. */
final class TakeInspector {
    private final Desk desk;
    private final ReviewModel model;
    private final Inspector panel;
    private final StringProperty by = new SimpleStringProperty("");
    private final StringProperty at = new SimpleStringProperty("");
    private final StringProperty reason = new SimpleStringProperty("");
    private final StringProperty framing = new SimpleStringProperty("");
    private final StringProperty move = new SimpleStringProperty("");
    private final StringProperty script = new SimpleStringProperty("");
    private final StalePart stale;
    private final PromptPart prompt;
    private final MatchPart match;
    private final SettingsPart settings;
    private final FlawPart flaws;
    private final Retakes retakes;
    private final Reuse reuse;
    private final ClipPart clip;
    private final HBox decided = new HBox();
    private final VBox verdict;

    /** @param more stands below the settings; @param leave gives the keys back to the picture; @param edit shows the words and lets them be edited */
    TakeInspector(Fittings fittings, ReviewModel model, Retakes retakes, Region more, Runnable leave,
            Runnable edit) {
        desk = fittings.desk();
        this.model = model;
        decided.getStyleClass().add("fw-decided");
        verdict = Inspector.section(words("images.verdict"), decided, Inspector.row("images.by", by, "fw-plain"),
                Inspector.row("images.at", at, "fw-plain"), Inspector.cardBelow(reason));
        verdict.managedProperty().bind(verdict.visibleProperty());
        clip = new ClipPart(desk, fittings.commands());
        stale = new StalePart(desk, fittings.commands());
        prompt = new PromptPart(fittings, retakes, new Drafts(fittings), leave);
        match = new MatchPart(fittings);
        prompt.node().getChildren().add(match.node());
        settings = new SettingsPart(fittings, retakes);
        this.retakes = retakes;
        reuse = new Reuse(fittings, recipe -> {
            edit.run();
            prompt.reuse(recipe);
        });
        flaws = new FlawPart(fittings, retakes);
        Label sentence = Inspector.card(script);
        sentence.setId("script-sentence");
        panel = new Inspector(Inspector.section(words("images.script"), new Region(), sentence), stale.node(),
                prompt.node(), flaws.proposal(), settings.node(), more,
                Inspector.section(words("images.plan"), new Region(), Inspector.row("images.framing", framing,
                        "fw-plain"), Inspector.row("images.move", move, "fw-plain")),
                clip.node(), verdict, flaws.counts());
        model.current().subscribe(this::refresh);
        model.laid().subscribe(this::refresh);
        refresh();
    }

    Region node() {
        return panel;
    }

    /** Takes the size from the picture, as soon as it is there. */
    void measure(Picture picture) {
        settings.measure(picture);
    }

    /** A picture over the prompt, alone, is asked how it was made. */
    Optional<Offer> offer(List<Path> files, Node under) {
        return files.size() == 1 && prompt.holds(under) && retakes.possible().get()
                ? reuse.offer(files.getFirst(), prompt.node())
                : Optional.empty();
    }

    /** Shows how a picture was made, to be used again. */
    void reuse(Path picture) {
        reuse.read(picture);
    }

    PromptPart prompt() {
        return prompt;
    }

    /** The shot that is looked at, once it has a clip or a picture that can become one. */
    private Optional<ShotId> filmed() {
        return model.frame()
                .map(frame -> frame.shot().id())
                .filter(shot -> desk.snapshot()
                        .get()
                        .filter(open -> open.clips().containsKey(shot) || open.circled().contains(shot))
                        .isPresent());
    }

    private void refresh() {
        panel.setVisible(model.frame().isPresent());
        clip.show(filmed());
        model.frame().ifPresent(this::show);
    }

    private void show(Frame frame) {
        script.set(sentence(frame.shot()));
        prompt.show(frame);
        match.show(frame);
        flaws.show(frame.shot());
        stale.show(frame, model.isStale(frame));
        settings.show(frame, model.isStale(frame),
                desk.plan().map(plan -> ShotPrompt.of(plan, frame.shot())).orElse(""));
        framing.set(Words.of("images.framing.words", "size", Words.of("size", frame.shot().framing().size()), "angle",
                Words.of("angle", frame.shot().framing().angle())));
        move.set(Words.of("move", frame.shot().camera().move()));
        Optional<Verdict> known = frame.verdict().filter(decision -> decision.ruling() != Ruling.NEW);
        verdict.setVisible(known.isPresent());
        known.ifPresent(this::show);
    }

    private void show(Verdict decision) {
        ShotState state = ShotState.of(decision.ruling());
        decided.getChildren().setAll(Labels.fixed(state.words(), "fw-muted", "fw-caption"), Glyphs.of(state));
        by.set(decision.by());
        at.set(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.SHORT)
                .withZone(ZoneId.systemDefault())
                .format(decision.at()));
        reason.set(decision.reason().isBlank() ? Words.of("images.reason.none") : decision.reason());
    }

    /** What the shot covers of the script: what happens, and who says what. */
    private static String sentence(Shot shot) {
        return Stream.concat(Stream.of(shot.content().action()), shot.content()
                .lines()
                .stream()
                .map(line -> Words.of("images.line", "who", line.speaker(), "words", line.text())))
                .collect(Collectors.joining("\n"));
    }

    private static StringProperty words(String key) {
        return new SimpleStringProperty(Words.of(key));
    }
}
