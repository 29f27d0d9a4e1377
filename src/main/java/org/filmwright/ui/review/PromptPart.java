package org.filmwright.ui.review;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.filmwright.base.ShotId;
import org.filmwright.images.recipe.Recipe;
import org.filmwright.production.Artists;
import org.filmwright.production.Regeneration;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;
import org.filmwright.story.Wording;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Desk;
import org.filmwright.ui.kit.Drafts;
import org.filmwright.ui.kit.EffortText;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Inspector;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;

/** The words a shot is asked for with: read, and edited in place. What is typed for a shot stays while one looks at others. */
final class PromptPart {
    private final Desk desk;
    private final Retakes retakes;
    private final Runnable leave;
    private final Map<ShotId, PromptFields.Draft> drafts = new HashMap<>();
    private final StringProperty prompt = new SimpleStringProperty("");
    private final StringProperty negative = new SimpleStringProperty("");
    private final BooleanProperty editing = new SimpleBooleanProperty();
    private final PromptFields fields;
    private final VBox section;
    private Optional<Shot> shown = Optional.empty();

    /** @param leave gives the keys back to the picture */
    PromptPart(Fittings fittings, Retakes retakes, Drafts kept, Runnable leave) {
        desk = fittings.desk();
        this.retakes = retakes;
        this.leave = leave;
        fields = new PromptFields(
                new PromptFields.Acts(this::send, this::keep, this::forget, () -> done(shown.orElseThrow().id())));
        Button edit = Buttons.of(fittings.commands(), "images.edit-prompt", "flat", "fw-compact");
        edit.visibleProperty().bind(editing.not());
        Label unwanted = Inspector.cardBelow(negative);
        unwanted.setId("negative");
        Label title = Labels.of(Words.of("images.negative"), "fw-muted", "fw-caption", "fw-field-name");
        Label wanted = Inspector.card(prompt);
        wanted.setId("prompt");
        only(negative.isNotEmpty().and(editing.not()), unwanted, title);
        only(editing.not(), wanted);
        only(editing, fields);
        Label explained = Labels.of(Words.of("images.prompt.draft"), "fw-muted", "fw-caption", "fw-field-name");
        explained.setId("prompt-draft");
        explained.setWrapText(true);
        only(editing.and(Bindings.equal(fittings.artist().now(), Artists.DRAFT)), explained);
        section = Inspector.section(new SimpleStringProperty(Words.of("images.prompt")), edit, wanted, title, unwanted,
                new MakerRow("artist", "images.artist", fittings.artist()),
                new MakerRow("filmer", "images.filmer", fittings.filmer()), fields, explained);
        section.setId("prompt-part");
        fields.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        kept.of("prompts", this::begun, this::begin);
        desk.drawing().subscribe(id -> shown.ifPresent(this::price));
    }

    private Map<String, List<String>> begun() {
        remember();
        return drafts.entrySet()
                .stream()
                .filter(each -> isBegun(each.getKey(), each.getValue()))
                .collect(Collectors.toMap(each -> each.getKey().value(), each -> each.getValue().fields()));
    }

    /** Words that were only opened are nobody's. */
    private boolean isBegun(ShotId id, PromptFields.Draft typed) {
        return desk.plan()
                .flatMap(plan -> desk.shotOf(id).map(shot -> planned(plan, shot)))
                .filter(typed::equals)
                .isEmpty();
    }

    private static PromptFields.Draft planned(ShotPlan plan, Shot shot) {
        return new PromptFields.Draft(ShotPrompt.of(plan, shot), ShotPrompt.negative(plan, shot), "", "");
    }

    /** Shots of another project may be called the same. */
    private void begin(Map<String, List<String>> before) {
        shown.ifPresent(shot -> done(shot.id()));
        drafts.clear();
        shown = Optional.empty();
        before.forEach((shot, fields) -> PromptFields.Draft.of(fields)
                .ifPresent(draft -> drafts.put(new ShotId(shot), draft)));
    }

    private static void only(javafx.beans.value.ObservableValue<Boolean> when, Node... nodes) {
        for (Node node : nodes) {
            Presence.when(when, node);
        }
    }

    boolean holds(Node under) {
        return Stream.iterate(under, Objects::nonNull, Node::getParent).anyMatch(node -> node == section);
    }

    VBox node() {
        return section;
    }

    void show(Frame frame) {
        Shot shot = frame.shot();
        boolean other = shown.filter(before -> before.id().equals(shot.id())).isEmpty();
        if (other) {
            remember();
        }
        shown = Optional.of(shot);
        prompt.set(desk.plan().map(plan -> ShotPrompt.of(plan, shot)).orElse(""));
        negative.set(desk.plan().map(plan -> ShotPrompt.negative(plan, shot)).orElse(""));
        price(shot);
        if (other) {
            Optional<PromptFields.Draft> draft = Optional.ofNullable(drafts.get(shot.id()));
            draft.ifPresent(fields::fill);
            editing.set(draft.isPresent());
        }
    }

    private void price(Shot shot) {
        fields.priced(EffortText.of(retakes.effort(1, 1)), isWorded(shot));
    }

    /** Lets the words be edited. */
    void edit() {
        if (!editing.get()) {
            open(new PromptFields.Draft(prompt.get(), negative.get(), "", ""));
        }
        fields.focus();
    }

    /** The words and settings of another picture, to be looked over and asked for. */
    void reuse(Recipe recipe) {
        open(new PromptFields.Draft(recipe.prompt().isEmpty() ? prompt.get() : recipe.prompt(), recipe.negative(),
                recipe.settings().seed().map(Long::toUnsignedString).orElse(""),
                recipe.settings().size().map(Object::toString).orElse("")));
        fields.focus();
    }

    private void open(PromptFields.Draft draft) {
        fields.fill(draft);
        editing.set(true);
    }

    /** Whether the keys are in its fields. */
    boolean isTyping() {
        return editing.get() && holdsFocus();
    }

    /** Draws one more take by what is typed. */
    void send() {
        shown.ifPresent(shot -> fields.settings()
                .ifPresent(set -> retakes.ask(new Regeneration(List.of(shot.id()), 1, set.seed(), set.size(),
                        changed(shot)), () -> done(shot.id()))));
    }

    /** What is typed becomes the prompt; nothing is drawn. */
    private void keep() {
        shown.ifPresent(shot -> changed(shot).ifPresentOrElse(
                wording -> desk.light(table -> table.word(shot.id(), Optional.of(wording)), made -> done(shot.id())),
                () -> done(shot.id())));
    }

    /** The plan words it again. */
    private void forget() {
        shown.ifPresent(shot -> desk.light(table -> table.word(shot.id(), Optional.empty()), made -> done(shot.id())));
    }

    /** Words that are as they were change nothing, so that no take becomes stale. */
    private Optional<Wording> changed(Shot shot) {
        PromptFields.Draft typed = fields.draft();
        boolean same = typed.prompt().strip().equals(prompt.get()) && typed.negative().strip().equals(negative.get());
        return same ? Optional.empty() : Optional.of(new Wording(shot.id(), typed.prompt(), typed.negative()));
    }

    private boolean isWorded(Shot shot) {
        return desk.plan()
                .stream()
                .map(ShotPlan::wordings)
                .flatMap(List::stream)
                .anyMatch(each -> each.shot()
                        .equals(shot.id()));
    }

    private void remember() {
        if (editing.get()) {
            shown.ifPresent(shot -> drafts.put(shot.id(), fields.draft()));
        }
    }

    private void done(ShotId shot) {
        drafts.remove(shot);
        if (shown.filter(now -> now.id().equals(shot)).isPresent() && editing.get()) {
            boolean focused = holdsFocus();
            editing.set(false);
            if (focused) {
                leave.run();
            }
        }
    }

    private boolean holdsFocus() {
        return fields.getScene() != null && Stream
                .iterate(fields.getScene().getFocusOwner(), Objects::nonNull, Node::getParent)
                .anyMatch(node -> node == fields);
    }

    private void key(KeyEvent key) {
        if (key.getCode() == KeyCode.ESCAPE) {
            shown.ifPresent(shot -> done(shot.id()));
            key.consume();
        }
    }
}
