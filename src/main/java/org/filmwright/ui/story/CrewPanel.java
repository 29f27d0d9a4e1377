package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.filmwright.production.Crew;
import org.filmwright.production.Crew.Member;
import org.filmwright.production.Crew.Talk;
import org.filmwright.production.Remembered;
import org.filmwright.production.Standing;
import org.filmwright.production.Tally;
import org.filmwright.story.Portrait;
import org.filmwright.ui.kit.Bars;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Status;
import org.filmwright.ui.kit.StatusGlyph;
import org.filmwright.ui.kit.Words;

/** The crew beside the script: ask one of them about a scene or about all of it; take or leave what they suggest. */
final class CrewPanel implements TalkCard.Acts {
    private final Desk desk;
    private final CrewModel model;
    private final ScriptDesk script;
    private final Inspector cards = new Inspector();
    private final ComboBox<Member> members = Choices.dropDown();
    private final ObjectProperty<About> about = new SimpleObjectProperty<>(About.SCENE);
    private final TextField question = new TextField();
    private final Label pen = Labels.of("", "fw-muted", "fw-caption");
    private final TalkCards talks = new TalkCards(this);
    private final VBox column;

    /** What is asked about. */
    enum About {
        SCENE, SCRIPT
    }

    CrewPanel(Desk desk, CrewModel model, ScriptDesk script, Commands commands) {
        this.desk = desk;
        this.model = model;
        this.script = script;
        cards.setId("talks");
        cards.getStyleClass().add("fw-cards");
        cards.setAccessibleText(Words.of("crew.talks"));
        commands.addAll(own());
        column = Bars.column(cards, asking(commands), cards);
        model.roster().subscribe(this::show);
        model.talks().subscribe(this::show);
        model.current().subscribe(this::show);
        desk.snapshot().subscribe(this::show);
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

    private VBox asking(Commands commands) {
        members.setId("crew-members");
        members.setMaxWidth(Double.MAX_VALUE);
        members.setMinWidth(0);
        members.setAccessibleText(Words.of("crew.who"));
        members.setConverter(new StringConverter<>() {
            @Override
            public String toString(Member member) {
                return member == null
                        ? ""
                        : member.own() ? Words.of("crew.own", "title", member.title()) : member.title();
            }

            @Override
            public Member fromString(String text) {
                return members.getValue();
            }
        });
        members.setOnShowing(_ -> model.look());
        Button ask = Buttons.plain("crew-ask", "crew.ask", this::ask);
        BooleanBinding answers = Bindings.createBooleanBinding(() -> members.getValue() != null
                && members.getValue().answers(), members.valueProperty());
        BooleanBinding wordless = Bindings.createBooleanBinding(() -> question.getText().isBlank(), question
                .textProperty());
        ask.disableProperty().bind(members.valueProperty().isNull().or(answers.and(wordless)));
        question.setId("crew-question");
        question.setPromptText(Words.of("crew.question"));
        question.setAccessibleText(Words.of("crew.question"));
        question.setOnAction(_ -> ask.fire());
        question.visibleProperty().bind(answers);
        question.managedProperty().bind(answers);
        HBox first = new HBox(members, ask);
        HBox.setHgrow(members, Priority.ALWAYS);
        first.getStyleClass().add("fw-card-row");
        pen.setWrapText(true);
        HBox second = new HBox(new Segments<>("about", List.of(About.values()), about, about::set), pen);
        second.getStyleClass().addAll("fw-card-row", "fw-crew-about");
        VBox asking = new VBox(first, question, second);
        asking.getStyleClass().add("fw-crew-ask");
        asking.getChildren().add(1, price());
        asking.getChildren().add(2, record());
        asking.disableProperty().bind(Bindings.not(commands.of("story.find").possible()));
        return asking;
    }

    /** What it would cost at most: of whoever writes, about what, as the script stands now. */
    private Label price() {
        Label price = Labels.of(model.price().map(found -> found.map(CrewPriceText::of).orElse("")), "fw-caption");
        price.setId("crew-price");
        price.setWrapText(true);
        price.setMinHeight(Region.USE_PREF_SIZE);
        members.valueProperty().subscribe(this::findPrice);
        about.subscribe(this::findPrice);
        desk.scene().subscribe(this::findPrice);
        model.roster().subscribe(this::findPrice);
        return price;
    }

    private void findPrice() {
        Optional.ofNullable(members.getValue()).ifPresent(member -> model.priced(member.id(), scene()));
    }

    private Optional<Integer> scene() {
        return about.get() == About.SCENE ? desk.scene().get() : Optional.empty();
    }

    private Label record() {
        Label record = Labels.of(members.valueProperty().map(CrewPanel::record).orElse(""), "fw-muted", "fw-caption");
        record.setId("crew-record");
        record.setWrapText(true);
        record.setMinHeight(Region.USE_PREF_SIZE);
        record.visibleProperty().bind(record.textProperty().isNotEmpty());
        record.managedProperty().bind(record.visibleProperty());
        return record;
    }

    private void ask() {
        Optional<String> words = Optional.of(question.getText()).filter(_ -> members.getValue().answers());
        model.ask(members.getValue().id(), scene(), words);
        question.clear();
    }

    private void show() {
        Crew.Roster roster = model.roster().get();
        List<Member> able = roster.members()
                .stream()
                .filter(member -> member.byRule() || roster.pen().isPresent())
                .toList();
        if (!members.getItems().equals(able)) {
            Optional<String> before = Optional.ofNullable(members.getValue())
                    .map(Member::id)
                    .or(() -> last(roster).map(Remembered.Asked::agent));
            members.getItems().setAll(able);
            members.setValue(able.stream()
                    .filter(member -> before.equals(Optional.of(member.id())))
                    .findFirst()
                    .or(() -> able.stream().findFirst())
                    .orElse(null));
        }
        pen.setText(roster.pen()
                .map(who -> Words.of(who.charges() ? "crew.pen.charges" : "crew.pen.free", "name", who.name()))
                .orElse(Words.count("crew.pen.nobody", roster.members().size() - able.size())));
        List<Node> nodes = new ArrayList<>();
        roster.refused().forEach(sentence -> nodes.add(refused(sentence)));
        nodes.addAll(talks.of(model.talks().get(), this::offers));
        if (nodes.isEmpty()) {
            Label nothing = Labels.of(Words.of("crew.empty"), "fw-muted");
            nothing.setWrapText(true);
            nodes.add(nothing);
        }
        cards.show(nodes.toArray(Node[]::new));
    }

    /** Who was asked last is asked next, about the same; until a person says otherwise. */
    private Optional<Remembered.Asked> last(Crew.Roster roster) {
        roster.last().ifPresent(asked -> about.set(asked.script() ? About.SCRIPT : About.SCENE));
        return roster.last();
    }

    /** What is known of one of them, where it is chosen. */
    private static String record(Member member) {
        if (member == null) {
            return "";
        }
        Tally tally = member.tally();
        List<String> known = new ArrayList<>();
        known.add(Words.of(tally.working() > 0 ? "crew.working" : tally.waiting() > 0 ? "crew.waiting" : "crew.idle"));
        known.add(tally.asked() == 0 ? Words.of("crew.asked.never") : Words.count("crew.asked", tally.asked()));
        tally.sure().ifPresent(sure -> known.add(Words.of("crew.sure", "sure", Math.round(100 * sure))));
        Standing standing = member.standing();
        if (standing.of() > 0) {
            String place = standing.isTrusted() ? ".up" : standing.isDoubted() ? ".down" : "";
            known.add(Words.count("crew.standing" + place, standing.of(), "taken", standing.taken()));
        }
        return String.join(" \u00b7 ", known);
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
