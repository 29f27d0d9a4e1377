package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who writes for the agents, in the settings: a key stands nowhere once it is kept, and a slow server holds up nothing. */
class WritersCardTest extends OnTheSample {
    private static final int PROVIDERS = 3;

    @Override
    protected Scope room() {
        return Scope.SETTINGS;
    }

    @BeforeEach
    void openTheProviders() {
        Fx.run(() -> ((ListView<?>) studio.node("settings-nav")).getSelectionModel().select(PROVIDERS));
        studio.settle();
    }

    private void choose(String id) {
        @SuppressWarnings("unchecked")
        ComboBox<String> who = (ComboBox<String>) studio.node("writer");
        Fx.run(() -> who.setValue(id));
    }

    private TextField field(String id) {
        return (TextField) studio.node(id);
    }

    private void type(String id, String text) {
        TextField field = field(id);
        Fx.run(() -> field.setText(text));
    }

    private String typed(String id) {
        TextField field = field(id);
        return Fx.get(field::getText);
    }

    private Map<String, String> keys() {
        return studio.script().writers.keys();
    }

    private boolean says(String words) {
        return studio.said(".label").contains(words);
    }

    @Test
    void aKeyThatIsKeptStandsInTheFieldNoLonger() {
        choose("anthropic");
        type("writer-key", "s3cret");
        studio.fire("writer-use");
        Fx.until("it is kept and gone", () -> keys().containsKey("anthropic")
                && ((TextField) studio.window().scene().lookup("#writer-key")).getText().isEmpty());
        studio.settle();
        assertTrue(says("A key is kept"));
    }

    @Test
    void whoeverIsChosenIsNotWaitedForBecauseAnotherOneKeptFailing() {
        choose("anthropic");
        type("writer-key", "s3cret");
        assertEquals(List.of(), project.jobs().woken);
        studio.fire("writer-use");
        Fx.until("its lane goes on", () -> project.jobs().woken.equals(List.of("text")));
    }

    @Test
    void whatIsTypedWhileAKeyIsBeingKeptIsNoPartOfIt() {
        CountDownLatch busy = new CountDownLatch(1);
        Fx.run(() -> Looks.desk(studio.window()).offstage().run(() -> {
            try {
                busy.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        choose("anthropic");
        type("writer-key", "s3cret");
        studio.fire("writer-use");
        type("writer-key", "another");
        busy.countDown();
        studio.settle();
        assertEquals(Map.of("anthropic", "s3cret"), keys());
        assertEquals("another", typed("writer-key"));
    }

    @Test
    void aKeyThatWasTypedForOneIsNotGivenToAnother() {
        choose("anthropic");
        type("writer-key", "s3cret");
        choose("");
        choose("ollama");
        studio.fire("writer-use");
        studio.settle();
        assertEquals(Map.of(), keys());
    }

    @Test
    void aServerThatTakesItsTimeHoldsUpNothingElse() {
        Runnable answer = studio.script().writers.silent();
        try {
            choose("ollama");
            studio.fire("writer-test");
            studio.settle();
            assertTrue(says("Asking http://127.0.0.1:11434"));
            assertTrue(studio.node("writer-test").isDisabled(), "asked once");
        } finally {
            answer.run();
        }
        Fx.until("it has answered", () -> says("It answers and has 2 models."));
        assertFalse(studio.node("writer-test").isDisabled());
        assertEquals("8192", typed("writer-context"), "as the first of them says");
    }

    @Test
    void anAnswerThatComesAfterAnotherWasChosenIsNotShown() {
        Runnable answer = studio.script().writers.silent();
        try {
            choose("ollama");
            studio.fire("writer-test");
            choose("anthropic");
        } finally {
            answer.run();
        }
        Fx.until("it has answered", () -> !studio.node("writer-test").isDisabled());
        assertTrue(says("Rules answer. Nothing leaves this machine."));
        @SuppressWarnings("unchecked")
        ComboBox<String> model = (ComboBox<String>) studio.node("writer-model");
        assertEquals("haiku", Fx.get(() -> model.getEditor().getText()));
        assertEquals(0, Fx.get(() -> model.getItems().size()));
    }
}
