package org.filmwright.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.base.Progress;
import org.filmwright.production.ProviderKeys;
import org.filmwright.production.ProviderKeys.Held;
import org.filmwright.production.ProviderKeys.Safe;
import org.filmwright.ui.fx.Offstage;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Words;

/** The key of each provider: where it comes from, a field for another one, a test. What is kept is never shown again. */
final class KeysCard extends VBox implements SettingsPage.Live {
    private final Fittings fittings;
    private final Supplier<ProviderKeys> keys;
    /** Of its own: a provider may take long to answer, and nothing else may wait for that. */
    private final Offstage line = new Offstage("filmwright-keys");
    private final StringProperty how = new SimpleStringProperty("");
    private final PasswordField passphrase = field("keys-passphrase", "settings.keys.passphrase");
    private final Button close = Buttons.plain("keys-lock", "settings.keys.lock", this::lockOrUnlock);
    private final HBox safe = Rows.row("settings.keys.safe", how, passphrase, close);
    private boolean locked;
    private int asking;

    KeysCard(Fittings fittings, Supplier<ProviderKeys> keys) {
        this.fittings = fittings;
        this.keys = keys;
        setId("keys");
        getStyleClass().add("fw-settings-card");
        passphrase.setOnAction(enter -> lockOrUnlock());
    }

    private static PasswordField field(String id, String words) {
        PasswordField field = new PasswordField();
        field.setId(id);
        field.setPromptText(Words.of(words));
        field.setAccessibleText(Words.of(words));
        field.getStyleClass().add("fw-keys-field");
        return field;
    }

    private record Read(List<Held> held, Outcome<Safe> safe) {}

    @Override
    public void refresh() {
        ask(rack -> new Read(rack.all(), rack.safe()), this::show);
    }

    /** Rows are made once: what is being typed stays. */
    private void show(Read read) {
        if (getChildren().isEmpty()) {
            read.held.forEach(held -> getChildren().add(new Row(held)));
            getChildren().add(safe);
        }
        read.held.forEach(held -> getChildren().stream()
                .filter(Row.class::isInstance)
                .map(Row.class::cast)
                .filter(row -> row.id.equals(held.id()))
                .forEach(row -> row.show(held)));
        answered(read.safe, this::show);
    }

    private void show(Safe now) {
        locked = now.lock() == ProviderKeys.Lock.LOCKED;
        String file = Words.of("settings.keys.safe." + now.lock().name());
        how.set(now.keyring()
                .map(ring -> Words.of("settings.keys.safe.keyring", "keyring", ring) + " " + file)
                .orElse(file));
        close.setText(Words.of(locked ? "settings.keys.unlock" : "settings.keys.lock"));
    }

    /** One provider. */
    private final class Row extends VBox {
        private final String id;
        private final StringProperty from = new SimpleStringProperty("");
        private final PasswordField typed;
        private final Button test;
        private final Button forget;

        Row(Held held) {
            id = held.id();
            typed = field("key-" + id, "settings.keys.type");
            typed.setAccessibleText(Words.of("settings.keys.type.spoken", "title", held.title()));
            typed.setOnAction(enter -> keep());
            Button keep = Buttons.plain("key-keep-" + id, "settings.keys.keep", this::keep);
            keep.disableProperty().bind(typed.textProperty().isEmpty());
            test = Buttons.plain("key-test-" + id, "settings.keys.test", this::test);
            forget = Buttons.plain("key-forget-" + id, "settings.keys.forget", this::forget);
            List.of(keep, test, forget)
                    .forEach(button -> button.setAccessibleText(held.title() + ": " + button.getText()));
            HBox row = Rows.titled(held.title(), from, typed, keep, test, forget);
            getChildren().add(row);
        }

        private void show(Held held) {
            from.set(held.from()
                    .map(where -> Words.of("settings.keys.from." + where.where().name(), "name", where.name()))
                    .orElseGet(() -> Words.of("settings.keys.none", "variables",
                            String.join(Words.of("settings.keys.or"), held.variables()))));
            test.setDisable(held.from().isEmpty());
            forget.setDisable(held.from()
                    .filter(where -> where.where() != ProviderKeys.Where.ENVIRONMENT)
                    .isEmpty());
        }

        private void keep() {
            String secret = typed.getText();
            if (!secret.isBlank()) {
                ask(rack -> rack.keep(id, secret, false), kept -> answered(kept, done -> {
                    if (typed.getText().equals(secret)) {
                        typed.clear();
                    }
                    refresh();
                }));
            }
        }

        private void forget() {
            ask(rack -> rack.forget(id), gone -> answered(gone, done -> refresh()));
        }

        private void test() {
            test.setDisable(true);
            from.set(Words.of("settings.keys.asking"));
            asking++;
            line.ask(() -> keys.get().test(id, Progress.NONE), told -> {
                asking--;
                test.setDisable(false);
                refresh();
                answered(told, words -> fittings.toasts().done(words));
            }, KeysCard.this::unforeseen);
        }
    }

    private void lockOrUnlock() {
        String typed = passphrase.getText();
        if (locked && typed.isEmpty()) {
            return;
        }
        boolean opens = locked;
        ask(rack -> opens ? rack.unlock(typed) : rack.lock(typed), answer -> answered(answer, now -> {
            passphrase.clear();
            show(now);
            fittings.toasts().done(Words.of("settings.keys.done." + (opens ? "OPEN" : now.lock().name())));
        }));
    }

    private <T> void answered(Outcome<T> answer, Consumer<T> done) {
        switch (answer) {
            case Outcome.Ok<T>(T value) -> done.accept(value);
            case Outcome.Failed<T>(Failure failure) -> fittings.toasts().failed(Failures.words(failure));
        }
    }

    private <T> void ask(Function<ProviderKeys, T> work, Consumer<T> answer) {
        asking++;
        fittings.desk().offstage().ask(() -> work.apply(keys.get()), told -> {
            asking--;
            answer.accept(told);
        }, this::unforeseen);
    }

    private void unforeseen(RuntimeException trouble) {
        asking--;
        fittings.desk()
                .tell(new Failure.Bug("keys", "Something happened that was not foreseen: " + trouble
                        + ". The keys that were kept are kept."));
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
