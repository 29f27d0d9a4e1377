package org.filmwright.ui.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.filmwright.base.Failure;
import org.filmwright.base.Outcome;
import org.filmwright.production.Judgement;
import org.filmwright.production.Preferences;
import org.filmwright.production.Remembered;
import org.filmwright.production.Standing;
import org.filmwright.ui.kit.Buttons;
import org.filmwright.ui.kit.Failures;
import org.filmwright.ui.kit.Fittings;
import org.filmwright.ui.kit.Labels;
import org.filmwright.ui.kit.Words;

/** What is remembered of the person who sits here, in plain words: each can be forgotten, and all of it. */
final class PreferencesCard extends VBox implements SettingsPage.Live {
    private final Fittings fittings;
    private final Supplier<Preferences> preferences;
    private int asking;

    PreferencesCard(Fittings fittings, Supplier<Preferences> preferences) {
        this.fittings = fittings;
        this.preferences = preferences;
        setId("remembered");
        getStyleClass().add("fw-settings-card");
    }

    private record Read(Remembered remembered, Optional<String> trouble) {}

    @Override
    public void refresh() {
        ask(memory -> Outcome.ok(memory.remembered()));
    }

    /** Shows what is remembered after {@code change}. */
    private void ask(Function<Preferences, Outcome<Remembered>> change) {
        asking++;
        fittings.desk().recorder().ask(() -> {
            Preferences memory = preferences.get();
            return change.apply(memory).then(all -> Outcome.ok(new Read(all, memory.trouble())));
        }, answer -> {
            asking--;
            switch (answer) {
                case Outcome.Ok<Read>(Read read) -> show(read);
                case Outcome.Failed<Read>(Failure failure) -> fittings.toasts().failed(Failures.words(failure));
            }
        }, trouble -> {
            asking--;
            fittings.toasts().failed(Words.of("settings.remembered.unforeseen", "trouble", trouble));
        });
    }

    private void show(Read read) {
        Remembered all = read.remembered;
        List<Node> rows = new ArrayList<>();
        read.trouble.ifPresent(sentence -> rows.add(row("", Words.of("settings.remembered.trouble"), sentence)));
        all.known()
                .forEach(known -> rows.add(row(known.agent(), known.title(), Words.of("settings.remembered.known",
                        "said", said(known), "place", place(known)))));
        all.last()
                .ifPresent(asked -> rows.add(row(Preferences.LAST, Words.of("settings.remembered.last"), Words.of(
                        asked.script() ? "settings.remembered.last.script" : "settings.remembered.last.scene", "title",
                        asked.title()))));
        all.refused().forEach(refusal -> rows.add(row(refusal)));
        rows.add(everything(rows.isEmpty()));
        getChildren().setAll(rows);
    }

    private HBox row(Judgement refusal) {
        Judgement.Words words = refusal.about().orElseThrow();
        return row(words.id(), Words.of("settings.remembered.refused", "title", refusal.title()),
                Words.of("settings.remembered.words", "before", words.before(), "after", words.after()));
    }

    private static String said(Remembered.Known known) {
        List<String> said = new ArrayList<>();
        if (known.suggestions().of() > 0) {
            said.add(counted("settings.remembered.suggestions", known.suggestions()));
        }
        if (known.answers().of() > 0) {
            said.add(counted("settings.remembered.answers", known.answers()));
        }
        return String.join(" ", said);
    }

    private static String counted(String key, Standing standing) {
        return Words.count(key, standing.of(), "taken", standing.taken());
    }

    private static String place(Remembered.Known known) {
        String place = known.all().isTrusted()
                ? "settings.remembered.up"
                : known.all().isDoubted() ? "settings.remembered.down" : "settings.remembered.level";
        return Words.of(place) + (known.folded() ? " " + Words.of("settings.remembered.folded") : "");
    }

    /** @param id by which it is forgotten; empty for what goes only with everything */
    private HBox row(String id, String title, String words) {
        HBox row = words(title, words);
        if (!id.isEmpty()) {
            Button forget = Buttons.plain("forget-" + id, "settings.remembered.forget",
                    () -> ask(memory -> memory.forget(id)));
            forget.setAccessibleText(Words.of("settings.remembered.forget.spoken", "what", title + ": " + words));
            row.getChildren().add(forget);
        }
        return row;
    }

    private HBox everything(boolean nothing) {
        Button forget = Buttons.plain("forget-everything", "settings.remembered.everything",
                () -> ask(Preferences::forgetAll));
        forget.setDisable(nothing);
        HBox row = words(Words.of(nothing ? "settings.remembered.nothing" : "settings.remembered.all"), Words.of(
                "settings.remembered.all.hint"));
        row.getChildren().add(forget);
        return row;
    }

    private static HBox words(String title, String hint) {
        Label below = Labels.of(hint, "fw-caption", "fw-muted");
        below.setWrapText(true);
        below.setMinHeight(Region.USE_PREF_SIZE);
        VBox words = new VBox(Labels.of(title), below);
        words.getStyleClass().add("fw-settings-words");
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(words);
        row.getStyleClass().add("fw-settings-row");
        return row;
    }

    @Override
    public boolean isSettled() {
        return asking == 0;
    }
}
