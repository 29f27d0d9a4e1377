package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.filmwright.production.Crew;
import org.filmwright.production.Crew.Talk;
import org.filmwright.story.Portrait;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** One talk with an agent: who, about what, what was said, and what can be done with it. */
final class TalkCard extends VBox {
    private final Talk talk;
    private final Acts acts;

    /** What the card asks for. */
    interface Acts {
        void accept(CrewModel.Offered offered);

        void ignore(CrewModel.Offered offered);

        void unfold(Talk talk);

        void decide(Talk talk, String choice);

        void stop(Talk talk);

        void portray(Portrait look);
    }

    /**
     * What it suggests.
     *
     * @param open what can be taken now @param current the one that keys are about
     * @param folded whether it is shown only when somebody asks for it
     */
    record Offers(List<CrewModel.Offered> open, Optional<CrewModel.Offered> current, boolean folded) {}

    /** @param growing shows what is being written, while it is */
    TalkCard(Talk talk, Offers offers, Node growing, Acts acts) {
        this.talk = talk;
        this.acts = acts;
        getStyleClass().addAll("fw-card", "fw-talk");
        setAccessibleRole(AccessibleRole.LIST_ITEM);
        setAccessibleText(Words.of("spoken.talk", "title", talk.title(), "state", Words.of("talk", talk.state())));
        getChildren().add(head());
        if (!talk.words().isBlank()) {
            getChildren().add(flowing(talk.words(), "fw-muted", "fw-caption"));
        }
        talk.remarks().forEach(remark -> getChildren().add(remark(remark)));
        if (talk.state() == Crew.State.WRITING) {
            getChildren().add(growing);
        }
        getChildren().addAll(suggestions(offers));
        if (talk.recalled().refused() > 0) {
            getChildren().add(flowing(Words.count("crew.refused-before", talk.recalled().refused()), "fw-muted",
                    "fw-caption"));
        }
        if (talk.state() == Crew.State.DONE && talk.remarks().isEmpty() && talk.suggestions().isEmpty()
                && talk.recalled().refused() == 0) {
            getChildren().add(flowing(Words.of("crew.nothing"), "fw-muted"));
        }
        List<Node> verbs = verbs();
        if (!verbs.isEmpty()) {
            FlowPane row = new FlowPane(verbs.toArray(Node[]::new));
            row.getStyleClass().add("fw-talk-verbs");
            getChildren().add(row);
        }
    }

    private List<? extends Node> suggestions(Offers offers) {
        if (!offers.folded || offers.open.isEmpty()) {
            return offers.open.stream()
                    .map(each -> suggestion(each, offers.current.equals(Optional.of(each))))
                    .toList();
        }
        return List.of(flowing(Words.count("crew.folded", offers.open.size()), "fw-muted", "fw-caption"),
                button("suggestions-show", "crew.unfold", () -> acts.unfold(talk)));
    }

    private HBox head() {
        Label name = Labels.of(talk.title(), "fw-bold");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setMaxWidth(Double.MAX_VALUE);
        String about = talk.scene()
                .map(number -> Words.of("story.scene", "number", number))
                .orElse(Words.of("about.SCRIPT"));
        HBox head = new HBox(new StatusGlyph(status()), name, Labels.fixed(about, "fw-muted", "fw-caption"));
        head.getStyleClass().add("fw-card-head");
        return head;
    }

    private Status status() {
        return switch (talk.state()) {
            case WRITING -> Status.GENERATING;
            case DONE -> Status.DONE;
            case ASKING -> Status.WARNING;
            case FAILED -> Status.FAILED;
            case STOPPED -> Status.STOPPED;
        };
    }

    private VBox remark(Crew.Remark remark) {
        VBox box = new VBox(flowing(remark.text()));
        remark.look().ifPresent(look -> {
            FlowPane verbs = new FlowPane(button("look-use", "crew.look", () -> acts.portray(look)));
            verbs.getStyleClass().add("fw-talk-verbs");
            box.getChildren().add(verbs);
            box.getStyleClass().add("fw-suggestion");
        });
        if (!remark.about().isBlank()) {
            box.getChildren().addFirst(flowing(remark.about(), "fw-muted", "fw-caption"));
        }
        return box;
    }

    private VBox suggestion(CrewModel.Offered offered, boolean current) {
        Text before = new Text(offered.suggestion().before());
        before.getStyleClass().add("fw-words-out");
        Text after = new Text(offered.suggestion().after());
        after.getStyleClass().add("fw-words-in");
        TextFlow words = new TextFlow(before, new Text(" "), after);
        words.getStyleClass().add("fw-diff");
        FlowPane verbs = new FlowPane(button("suggestion-accept", "crew.accept", () -> acts.accept(offered)),
                button("suggestion-ignore", "crew.ignore", () -> acts.ignore(offered)));
        verbs.getStyleClass().add("fw-talk-verbs");
        VBox box = new VBox(words, verbs);
        if (!offered.suggestion().why().isBlank()) {
            box.getChildren().add(1, flowing(offered.suggestion().why(), "fw-muted", "fw-caption"));
        }
        box.getStyleClass().add("fw-suggestion");
        if (current) {
            box.getStyleClass().add("fw-current");
        }
        return box;
    }

    private List<Node> verbs() {
        List<Node> verbs = new ArrayList<>();
        if (talk.state() == Crew.State.WRITING) {
            verbs.add(button("talk-stop", "crew.stop", () -> acts.stop(talk)));
        }
        talk.answers().forEach(answer -> verbs.add(answer(answer)));
        return verbs;
    }

    private Button answer(Crew.Answer answer) {
        Button button = new Button(answer.label());
        button.setId("talk-" + answer.choice());
        button.getStyleClass().add("fw-compact");
        Buttons.name(button, answer.label(), "");
        button.getTooltip().setText(answer.why());
        button.setOnAction(press -> acts.decide(talk, answer.choice()));
        return button;
    }

    private static Button button(String id, String words, Runnable action) {
        Button button = Buttons.plain(id, words, action);
        button.getStyleClass().add("fw-compact");
        return button;
    }

    private static Label flowing(String words, String... styleClasses) {
        Label label = Labels.of(words, styleClasses);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }
}
