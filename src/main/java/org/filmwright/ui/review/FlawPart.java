package org.filmwright.ui.review;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.production.Regeneration;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Flaw;
import org.filmwright.review.Revision;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPrompt;
import org.filmwright.story.Wording;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Words;

/** Why takes are rejected: words that would answer it, for the shot being looked at, and how often, for its scene. */
final class FlawPart {
    private final Desk desk;
    private final Retakes retakes;
    private final BooleanProperty proposing = new SimpleBooleanProperty();
    private final StringProperty why = new SimpleStringProperty("");
    private final VBox words = new VBox();
    private final VBox rows = new VBox();
    private final StringProperty scene = new SimpleStringProperty("");
    private final VBox proposal;
    private final VBox counts;
    private Optional<Wording> proposed = Optional.empty();
    private Optional<Shot> shown = Optional.empty();

    FlawPart(Fittings fittings, Retakes retakes) {
        desk = fittings.desk();
        this.retakes = retakes;
        fittings.commands()
                .addAll(List.of(
                        Command.when(proposing, "images.revision-accept", Scope.IMAGES, this::accept),
                        Command.when(proposing, "images.revision-ignore", Scope.IMAGES, this::ignore)));
        words.getStyleClass().addAll("fw-card", "fw-revision");
        FlowPane buttons = new FlowPane(Buttons.of(fittings.commands(), "images.revision-accept"),
                Buttons.of(fittings.commands(), "images.revision-ignore", "flat"));
        buttons.getStyleClass().add("fw-revision-buttons");
        Label because = Labels.of(why, "fw-muted", "fw-caption", "fw-field-name");
        because.setWrapText(true);
        proposal = Inspector.section(new SimpleStringProperty(Words.of("revision.title")), new Region(), words,
                because, buttons);
        proposal.setId("revision");
        Presence.when(proposing, proposal);
        counts = Inspector.section(scene, new Region(), rows);
        counts.setId("flaw-counts");
        counts.managedProperty().bind(counts.visibleProperty());
    }

    /** The words that are proposed. */
    VBox proposal() {
        return proposal;
    }

    /** How often takes of the scene were rejected for what. */
    VBox counts() {
        return counts;
    }

    void show(Shot shot) {
        shown = Optional.of(shot);
        desk.snapshot().get().ifPresent(open -> {
            propose(shot, flaws(open, Stream.of(shot)), declined(open, shot));
            count(shot.scene(), flaws(open, desk.plan()
                    .stream()
                    .flatMap(plan -> plan.shots().stream())
                    .filter(each -> each.scene() == shot.scene())));
        });
    }

    private static List<Flaw> flaws(Snapshot open, Stream<Shot> shots) {
        return shots.flatMap(shot -> open.takesOf(shot.id()).stream())
                .flatMap(take -> Optional.ofNullable(open.verdicts().get(take.id())).stream())
                .filter(verdict -> verdict.ruling() == Ruling.REJECTED)
                .map(Verdict::marks)
                .flatMap(marks -> marks.flaw().stream())
                .toList();
    }

    private static List<Flaw> declined(Snapshot open, Shot shot) {
        return open.edits().declined().getOrDefault(shot.id(), List.of());
    }

    private void propose(Shot shot, List<Flaw> flaws, List<Flaw> declined) {
        String prompt = desk.plan().map(plan -> ShotPrompt.of(plan, shot)).orElse("");
        String negative = desk.plan().map(plan -> ShotPrompt.negative(plan, shot)).orElse("");
        Revision revision = Revision.of(flaws, prompt, negative);
        proposed = revision.isEmpty() || flaws.equals(declined)
                ? Optional.empty()
                : Optional.of(new Wording(shot.id(), revision.prompt(prompt), revision.negative(negative)));
        words.getChildren()
                .setAll(Stream.concat(revision.wanted().stream().map(each -> added("+ ", each)),
                        revision.unwanted().stream().map(each -> added("− ", each))).toList());
        why.set(Words.of("revision.why", "flaws", named(flaws)));
        proposing.set(proposed.isPresent());
    }

    private static Label added(String sign, String words) {
        Label line = Labels.of(sign + words, "fw-caption", "fw-added");
        line.setWrapText(true);
        return line;
    }

    /** {@code Hands 2, Light}. */
    private static String named(List<Flaw> flaws) {
        return tally(flaws).entrySet()
                .stream()
                .map(each -> Words.of("flaw", each.getKey()) + (each.getValue() > 1 ? " " + each.getValue() : ""))
                .collect(Collectors.joining(", "));
    }

    private static Map<Flaw, Long> tally(List<Flaw> flaws) {
        return flaws.stream()
                .collect(Collectors.groupingBy(flaw -> flaw, () -> new EnumMap<>(Flaw.class), Collectors.counting()));
    }

    private void count(int number, List<Flaw> flaws) {
        counts.setVisible(!flaws.isEmpty());
        scene.set(Words.of("flaws.scene", "scene", number));
        rows.getChildren()
                .setAll(tally(flaws).entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                        .map(each -> row(each.getKey(), each.getValue()))
                        .toList());
    }

    private static HBox row(Flaw flaw, long count) {
        return Inspector.row("flaw." + flaw.name(), new SimpleStringProperty(Words.count("flaws.takes", count)));
    }

    /** The words become the prompt of the shot, and one more take is drawn by them. */
    private void accept() {
        proposed.ifPresent(wording -> retakes.ask(new Regeneration(List.of(wording.shot()), 1, Optional.empty(),
                Optional.empty(), Optional.of(wording)), () -> {}));
    }

    /** Until takes are rejected for something else. */
    private void ignore() {
        desk.snapshot()
                .get()
                .ifPresent(open -> shown.ifPresent(shot -> desk.light(table -> table.decline(shot.id(), flaws(open,
                        Stream.of(shot))), declined -> {})));
    }
}
