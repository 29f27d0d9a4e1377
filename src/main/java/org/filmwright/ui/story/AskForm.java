package org.filmwright.ui.story;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
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
import org.filmwright.production.Remembered;
import org.filmwright.production.Standing;
import org.filmwright.production.Tally;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Commands;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Segments;
import org.filmwright.ui.kit.Words;

/** Whom of the crew to ask, and about what; beside it what that would cost, and what is known of them. */
final class AskForm extends VBox {
    private final Desk desk;
    private final CrewModel model;
    private final ComboBox<Member> members = Choices.dropDown();
    private final ObjectProperty<About> about = new SimpleObjectProperty<>(About.SCENE);
    private final TextField question = new TextField();
    private final Button asking = Buttons.plain("crew-ask", "crew.ask", this::ask);
    private final BooleanBinding answers = Bindings.createBooleanBinding(() -> members.getValue() != null
            && members.getValue().answers(), members.valueProperty());
    private final Label pen = Labels.of("", "fw-muted", "fw-caption");

    /** What is asked about. */
    enum About {
        SCENE, SCRIPT
    }

    AskForm(Desk desk, CrewModel model, Commands commands) {
        this.desk = desk;
        this.model = model;
        getStyleClass().add("fw-crew-ask");
        getChildren().addAll(whom(), price(), record(), question(), about());
        disableProperty().bind(Bindings.not(commands.of("story.find").possible()));
        model.roster().subscribe(this::show);
    }

    private HBox whom() {
        members.setId("crew-members");
        members.setMaxWidth(Double.MAX_VALUE);
        members.setMinWidth(0);
        members.setAccessibleText(Words.of("crew.who"));
        members.setConverter(new Titles());
        members.setOnShowing(_ -> model.look());
        BooleanBinding wordless = Bindings.createBooleanBinding(() -> question.getText().isBlank(), question
                .textProperty());
        asking.disableProperty().bind(members.valueProperty().isNull().or(answers.and(wordless)));
        HBox row = new HBox(members, asking);
        HBox.setHgrow(members, Priority.ALWAYS);
        row.getStyleClass().add("fw-card-row");
        return row;
    }

    private final class Titles extends StringConverter<Member> {
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
    }

    /** For those who answer questions in a person's own words. */
    private TextField question() {
        question.setId("crew-question");
        question.setPromptText(Words.of("crew.question"));
        question.setAccessibleText(Words.of("crew.question"));
        question.setOnAction(_ -> asking.fire());
        return Presence.when(answers, question);
    }

    private HBox about() {
        pen.setWrapText(true);
        HBox row = new HBox(new Segments<>("about", List.of(About.values()), about, about::set), pen);
        row.getStyleClass().addAll("fw-card-row", "fw-crew-about");
        return row;
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
        Label record = Labels.of(members.valueProperty().map(AskForm::record).orElse(""), "fw-muted", "fw-caption");
        record.setId("crew-record");
        record.setWrapText(true);
        record.setMinHeight(Region.USE_PREF_SIZE);
        return Presence.when(record.textProperty().isNotEmpty(), record);
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
}
