package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.filmwright.production.Crew;
import org.filmwright.production.Crew.Talk;
import org.filmwright.story.Portrait;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** The crew beside the script: ask one of them, and take or leave what they suggest. */
final class CrewPanel implements TalkCard.Acts {
    private final Desk desk;
    private final CrewModel model;
    private final ScriptDesk script;
    private final Inspector cards = new Inspector();
    private final TalkCards talks = new TalkCards(this);
    private final VBox column;

    CrewPanel(Desk desk, CrewModel model, ScriptDesk script, Commands commands) {
        this.desk = desk;
        this.model = model;
        this.script = script;
        cards.setId("talks");
        cards.getStyleClass().add("fw-cards");
        cards.setAccessibleText(Words.of("crew.talks"));
        commands.addAll(own());
        column = Bars.column(cards, new AskForm(desk, model, commands), cards);
        model.roster().subscribe(this::show);
        model.talks().subscribe(this::show);
        model.current().subscribe(this::show);
        desk.shots().subscribe(this::show);
        model.manuscripts().subscribe(talks::grow);
    }

    VBox node() {
        return column;
    }

    Node cards() {
        return cards;
    }

    private List<Command> own() {
        ObservableBooleanValue any = Bindings.createBooleanBinding(() -> !open().isEmpty(), model.talks(),
                desk.snapshot());
        return List.of(Command.when(any, "story.suggestion-next", Scope.STORY, () -> step(1)),
                Command.when(any, "story.suggestion-previous", Scope.STORY, () -> step(-1)),
                Command.when(any, "story.suggestion-accept", Scope.STORY, () -> chosen().ifPresent(this::accept)),
                Command.when(any, "story.suggestion-ignore", Scope.STORY, () -> chosen().ifPresent(this::ignore)));
    }

    private void show() {
        List<Node> nodes = new ArrayList<>();
        model.roster().get().refused().forEach(sentence -> nodes.add(refused(sentence)));
        nodes.addAll(talks.of(model.talks().get(), this::offers));
        if (nodes.isEmpty()) {
            Label nothing = Labels.of(Words.of("crew.empty"), "fw-muted");
            nothing.setWrapText(true);
            nodes.add(nothing);
        }
        cards.show(nodes.toArray(Node[]::new));
    }

    private static HBox refused(String sentence) {
        Label words = Labels.of(Words.of("crew.refused", "sentence", sentence));
        words.setWrapText(true);
        HBox.setHgrow(words, Priority.ALWAYS);
        HBox card = new HBox(new StatusGlyph(Status.WARNING), words);
        card.getStyleClass().addAll("fw-card", "fw-card-row");
        return card;
    }

    private TalkCard.Offers offers(Talk talk) {
        List<CrewModel.Offered> open = open(talk);
        Optional<CrewModel.Offered> current = model.current().get().filter(open::contains);
        return new TalkCard.Offers(open, current, model.isFolded(talk) && current.isEmpty());
    }

    /** Suggestions whose words stand in the script, and not yet those that they suggest around them. */
    private List<CrewModel.Offered> open(Talk talk) {
        return model.offered(talk)
                .stream()
                .filter(each -> stands(each.suggestion().before(), talk) && !isDone(each.suggestion(), talk))
                .toList();
    }

    private boolean isDone(Crew.Suggestion suggestion, Talk talk) {
        return suggestion.after().contains(suggestion.before()) && stands(suggestion.after(), talk);
    }

    private boolean stands(String words, Talk talk) {
        return script.find(words, talk.scene()).isPresent();
    }

    private List<CrewModel.Offered> open() {
        return model.talks().get().stream().flatMap(talk -> open(talk).stream()).toList();
    }

    private Optional<CrewModel.Offered> chosen() {
        List<CrewModel.Offered> all = open();
        return model.current().get().filter(all::contains).or(() -> all.stream().findFirst());
    }

    private void step(int by) {
        List<CrewModel.Offered> all = open();
        int at = model.current().get().map(all::indexOf).orElse(-1);
        int next = at < 0 ? (by > 0 ? 0 : all.size() - 1) : Math.floorMod(at + by, all.size());
        model.shown().set(true);
        model.current().set(Optional.of(all.get(next)));
        find(all.get(next)).ifPresent(place -> script.look(place, all.get(next).suggestion().before().length()));
    }

    private Optional<Integer> find(CrewModel.Offered offered) {
        return model.talks()
                .get()
                .stream()
                .filter(talk -> talk.id().equals(offered.talk()))
                .findFirst()
                .flatMap(talk -> script.find(offered.suggestion().before(), talk.scene()));
    }

    /** Its words are gone then, and come back with undo. */
    @Override
    public void accept(CrewModel.Offered offered) {
        find(offered).ifPresent(place -> {
            script.replace(place, offered.suggestion().before(), offered.suggestion().after());
            model.judge(offered, true);
        });
    }

    @Override
    public void ignore(CrewModel.Offered offered) {
        model.judge(offered, false);
    }

    /** One step, that undo takes back; the bible beside the script shows it. */
    @Override
    public void portray(Portrait look) {
        desk.edit(editor -> editor.portray(look));
    }

    @Override
    public void unfold(Talk talk) {
        model.unfold(talk);
    }

    @Override
    public void decide(Talk talk, String choice) {
        model.decide(talk, choice);
    }

    @Override
    public void stop(Talk talk) {
        model.stop(talk);
    }
}
