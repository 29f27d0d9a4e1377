package org.filmwright.ui.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.AgentWork;
import org.filmwright.production.Project;
import org.filmwright.production.Writers;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Choices;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Presence;
import org.filmwright.ui.kit.Words;

/** Who writes for the agents: chosen, addressed and tried here. Nobody, as long as a person chooses nobody. */
final class WritersCard extends VBox implements SettingsPage.Live {
    /** Stands for rules in the list. */
    private static final String NOBODY = "";

    private final Fittings fittings;
    /** Asked behind the window only: who answers first may take long to get ready. */
    private final Supplier<Writers> writers;
    private final ComboBox<String> who = Choices.dropDown();
    private final TextField address = field("address");
    private final ComboBox<String> model = Choices.dropDown();
    private final TextField context = field("context");
    private final PasswordField key = new PasswordField();
    private final Button forget = Buttons.plain("writer-forget", "settings.writer.forget", this::forgetKey);
    private final StringProperty state = new SimpleStringProperty("");
    private final StringProperty kept = new SimpleStringProperty("");
    private final StringProperty leaves = new SimpleStringProperty(Words.of("settings.leaves.nothing"));
    /** Of its own: a server may take long to answer, and nothing else may wait for that. */
    private final Offstage line = new Offstage("filmwright-writers");
    private final Button test = Buttons.plain("writer-test", "settings.writer.test", this::test);
    private List<Writers.Writer> all = List.of();
    private String now = "";
    private int asking;

    WritersCard(Fittings fittings, Supplier<Writers> writers) {
        this.fittings = fittings;
        this.writers = writers;
        getStyleClass().add("fw-settings-group");
        who.setId("writer");
        who.setAccessibleText(Words.of("settings.writer"));
        who.setMinWidth(Region.USE_PREF_SIZE);
        who.setConverter(new Titles());
        Choices.whenChosen(who.getSelectionModel(), this::fill);
        model.setId("writer-model");
        model.setEditable(true);
        List.of(address, model, key).forEach(field -> field.getStyleClass().add("fw-writer-field"));
        model.setAccessibleText(Words.of("settings.writer.model"));
        key.setId("writer-key");
        key.setAccessibleText(Words.of("settings.writer.key"));
        key.setOnAction(enter -> keepKey());
        VBox setup = new VBox(Rows.row("settings.writer.address", address), Rows.row("settings.writer.model", model),
                Rows.row("settings.writer.context", context), Rows.row("settings.writer.key", kept, key, forget));
        Presence.when(who.valueProperty().map(id -> !id.equals(NOBODY)).orElse(false), setup);
        Presence.when(setup.visibleProperty(), test);
        getChildren().add(Rows.card(Rows.row("settings.writer", who), setup, Rows.row("settings.writer.now", state,
                test, Buttons.plain("writer-use", "settings.writer.use", this::use))));
    }

    private static TextField field(String name) {
        TextField field = new TextField();
        field.setId("writer-" + name);
        field.setAccessibleText(Words.of("settings.writer." + name));
        field.getStyleClass().add("fw-mono");
        return field;
    }

    /** What leaves this machine, in words. */
    ObservableValue<String> leaves() {
        return leaves;
    }

    private final class Titles extends StringConverter<String> {
        @Override
        public String toString(String id) {
            return id == null || id.equals(NOBODY)
                    ? Words.of("settings.writer.rules")
                    : find(id).map(Writers.Writer::title).orElse(id);
        }

        @Override
        public String fromString(String title) {
            return title;
        }
    }

    private Optional<Writers.Writer> find(String id) {
        return all.stream().filter(writer -> writer.id().equals(id)).findFirst();
    }

    private record Read(List<Writers.Writer> all, Optional<Writers.Writer> chosen) {}

    @Override
    public void refresh() {
        ask(() -> new Read(writers.get().all(), writers.get().chosen()), this::show);
    }

    private void show(Read read) {
        all = read.all;
        if (who.getItems().isEmpty()) {
            who.getItems().add(NOBODY);
            all.forEach(writer -> who.getItems().add(writer.id()));
            who.setValue(read.chosen.map(Writers.Writer::id).orElse(NOBODY));
        }
        now = read.chosen.map(writer -> Words.of("settings.writer.writes", "title", writer.title(), "model", writer
                .setup()
                .model(), "address", writer.setup().address().getAuthority()))
                .orElseGet(() -> Words.of("settings.writer.nobody"));
        state.set(now);
        leaves.set(read.chosen.map(writer -> Words.of("settings.leaves.writer", "address", writer.setup()
                .address()
                .getAuthority())).orElseGet(() -> Words.of("settings.leaves.nothing")));
        keyKnown();
    }

    /** As that writer is set up. */
    private void fill(String id) {
        find(id).ifPresent(writer -> {
            address.setText(writer.setup().address().toString());
            model.getItems().clear();
            model.getEditor().setText(writer.setup().model());
            context.setText(Integer.toString(writer.setup().contextTokens()));
        });
        key.clear();
        keyKnown();
    }

    private void keyKnown() {
        Optional<Writers.Writer> writer = Optional.ofNullable(who.getValue()).flatMap(this::find);
        boolean has = writer.filter(Writers.Writer::hasKey).isPresent();
        forget.setDisable(!has);
        kept.set(Words.of(has
                ? "settings.writer.key.set"
                : writer.filter(Writers.Writer::charges).isPresent()
                        ? "settings.writer.key.needed"
                        : "settings.writer.key.none"));
    }

    private void use() {
        String id = who.getValue();
        Optional<Project> open = fittings.desk().project().get();
        if (NOBODY.equals(id)) {
            tell(() -> writers.get().chooseNobody().then(chosen -> wake(open, chosen)), done -> refresh());
        } else {
            String typed = key.getText();
            typed().ifPresent(setup -> tell(() -> kept(id, typed).then(_ -> writers.get().choose(id, setup))
                    .then(chosen -> wake(open, chosen)), done -> keyKept(typed)));
        }
    }

    /** Whoever writes now is not waited for because another one kept failing. */
    private static <T> Outcome<T> wake(Optional<Project> open, T chosen) {
        open.ifPresent(project -> project.jobs().wake(AgentWork.LANE));
        return Outcome.ok(chosen);
    }

    /** A key that was typed and not yet kept counts as well. */
    private Outcome<Boolean> kept(String id, String typed) {
        return typed.isBlank() ? Outcome.ok(false) : writers.get().setKey(id, typed).then(_ -> Outcome.ok(true));
    }

    /** What is kept stands nowhere any more; what was typed since stays. */
    private void keyKept(String typed) {
        if (key.getText().equals(typed)) {
            key.clear();
        }
        refresh();
    }

    private Optional<Writers.Setup> typed() {
        String tokens = context.getText().strip();
        Optional<URI> there = address(address.getText().strip());
        if (there.isEmpty() || !tokens.matches("\\d{1,8}")) {
            fittings.toasts()
                    .failed(there.isEmpty()
                            ? Words.of("settings.writer.no-address", "typed", address.getText())
                            : Words.of("settings.writer.no-number", "typed", tokens));
            return Optional.empty();
        }
        return there.map(uri -> new Writers.Setup(uri, model.getEditor().getText().strip(), Integer.parseInt(tokens)));
    }

    private static Optional<URI> address(String typed) {
        try {
            return typed.isEmpty() ? Optional.empty() : Optional.of(new URI(typed));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private void keepKey() {
        String id = who.getValue();
        String typed = key.getText();
        tell(() -> kept(id, typed), done -> keyKept(typed));
    }

    private void forgetKey() {
        String id = who.getValue();
        tell(() -> writers.get().removeKey(id), done -> refresh());
    }

    /** Asks who is set up here now what it has. The answer is for nobody once another one is. */
    private void test() {
        String id = who.getValue();
        typed().ifPresent(setup -> {
            test.setDisable(true);
            state.set(Words.of("settings.writer.asking", "address", setup.address()));
            ask(line, () -> writers.get().models(id, setup.address(), Progress.NONE), answer -> {
                test.setDisable(false);
                state.set(now);
                boolean same = id.equals(who.getValue())
                        && address(address.getText().strip()).filter(setup.address()::equals).isPresent();
                if (same) {
                    answered(answer, this::offer);
                }
            });
        });
    }

    /** What it has goes into the list of models; the first one is taken where none was named. */
    private void offer(List<Writers.Model> models) {
        String named = model.getEditor().getText();
        model.getItems().setAll(models.stream().map(Writers.Model::name).toList());
        model.getEditor().setText(named.isBlank() && !models.isEmpty() ? models.getFirst().name() : named);
        models.stream()
                .filter(each -> each.name().equals(model.getEditor().getText()) && each.contextTokens() > 0)
                .findFirst()
                .ifPresent(each -> context.setText(Integer.toString(each.contextTokens())));
        state.set(Words.count("settings.writer.answers", models.size()));
    }

    private <T> void tell(Supplier<Outcome<T>> work, Consumer<T> done) {
        ask(work, answer -> answered(answer, done));
    }

    private <T> void answered(Outcome<T> answer, Consumer<T> done) {
        switch (answer) {
            case Outcome.Ok<T>(T value) -> done.accept(value);
            case Outcome.Failed<T>(Failure failure) -> fittings.toasts().failed(Failures.words(failure));
        }
    }

    private <T> void ask(Supplier<T> work, Consumer<T> answer) {
        ask(fittings.desk().offstage(), work, answer);
    }

    private <T> void ask(Offstage where, Supplier<T> work, Consumer<T> answer) {
        asking++;
        where.ask(work, told -> {
            asking--;
            answer.accept(told);
        }, this::unforeseen);
    }

    private void unforeseen(RuntimeException trouble) {
        asking--;
        test.setDisable(false);
        state.set(now);
        fittings.desk()
                .tell(new Failure.Bug("writers", "Something happened that was not foreseen: " + trouble
                        + ". What was set up is kept."));
    }

    @Override
    public boolean isSettled() {
        return asking == 0;
    }

    @Override
    public void close() {
        line.close();
    }
}
