package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.filmwright.ui.kit.PseudoTexts;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold on every page: it can be spoken, it is not clipped in a longer language, no key or click breaks it. */
class FrameSweepTest {
    private static final int STEPS = 500;
    private static final List<KeyCode> KEYS = List.of(KeyCode.A, KeyCode.B, KeyCode.C, KeyCode.D, KeyCode.E, KeyCode.F,
            KeyCode.G, KeyCode.I, KeyCode.J, KeyCode.K, KeyCode.L, KeyCode.M, KeyCode.N, KeyCode.P, KeyCode.R,
            KeyCode.S, KeyCode.U, KeyCode.X, KeyCode.Z, KeyCode.DIGIT0, KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3,
            KeyCode.SPACE, KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.UP, KeyCode.DOWN,
            KeyCode.HOME, KeyCode.END, KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.F1, KeyCode.F6, KeyCode.TAB,
            KeyCode.EQUALS, KeyCode.MINUS, KeyCode.COMMA, KeyCode.OPEN_BRACKET, KeyCode.BACK_SLASH, KeyCode.DELETE);

    @Test
    void everyControlCanBeSpoken() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            TreeSet<String> mute = new TreeSet<>();
            for (Scope page : Looks.pages(studio.window())) {
                studio.show(page);
                studio.layOut();
                Fx.run(() -> seen(studio.window()).filter(FrameSweepTest::isAnswering)
                        .filter(FrameSweepTest::isMute)
                        .forEach(node -> mute.add(page + ": " + node)));
            }
            assertEquals(new TreeSet<>(), mute);
        }
    }

    @Test
    void aLongerLanguageIsNotClippedAndEveryTextComesFromABundle() {
        try (PseudoTexts _ = new PseudoTexts(); TestStudio studio = TestStudio.with(SampleProject.whole())) {
            TreeSet<String> clipped = new TreeSet<>();
            for (Scope page : Looks.pages(studio.window())) {
                studio.show(page);
                studio.layOut();
                Fx.run(() -> seen(studio.window()).filter(Labeled.class::isInstance)
                        .map(Labeled.class::cast)
                        .filter(FrameSweepTest::isClipped)
                        .forEach(label -> clipped.add(page + ": " + label.getText())));
            }
            assertEquals(new TreeSet<>(), clipped);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"STORY", "IMAGES", "TIMELINE"})
    void fiveHundredKeysAndClicksEndWithoutAnException(Scope workspace) {
        SplittableRandom random = new SplittableRandom(workspace.ordinal());
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(workspace);
            for (int i = 0; i < STEPS; i++) {
                if (random.nextInt(4) == 0) {
                    click(studio, random);
                } else {
                    press(studio, random);
                }
            }
            studio.layOut();
            Fx.expectNoTrouble();
        }
    }

    private static void press(TestStudio studio, SplittableRandom random) {
        KeyCode key = KEYS.get(random.nextInt(KEYS.size()));
        switch (random.nextInt(6)) {
            case 0 -> studio.press(key, KeyCode.CONTROL);
            case 1 -> studio.press(key, KeyCode.SHIFT);
            case 2 -> studio.press(key, KeyCode.ALT);
            default -> studio.press(key);
        }
    }

    private static void click(TestStudio studio, SplittableRandom random) {
        Fx.run(() -> {
            List<ButtonBase> buttons = seen(studio.window()).filter(ButtonBase.class::isInstance)
                    .map(ButtonBase.class::cast)
                    .filter(button -> !button.isDisabled())
                    .toList();
            if (!buttons.isEmpty()) {
                buttons.get(random.nextInt(buttons.size())).fire();
            }
        });
    }

    private static Stream<Node> seen(StudioWindow window) {
        return below(window.scene().getRoot());
    }

    private static Stream<Node> below(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable()
                        .stream()
                        .flatMap(
                                FrameSweepTest::below))
                : Stream.of(node);
    }

    /** Controls that somebody acts on; buttons inside a skin belong to their control. */
    private static boolean isAnswering(Node node) {
        boolean kind = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ListView<?>
                || node instanceof Slider || node instanceof ComboBoxBase<?>;
        return kind && node.isFocusTraversable() && ((Control) node).getSkin() != null;
    }

    private static boolean isMute(Node node) {
        boolean named = node.getAccessibleText() != null && !node.getAccessibleText().isBlank();
        boolean written = node instanceof ButtonBase button && button.getText() != null && !button.getText().isBlank();
        return !named && !written;
    }

    /** Bundled texts stand in brackets; one whose end is not drawn was cut. */
    private static boolean isClipped(Labeled label) {
        boolean bundled = label.getText() != null && label.getText().startsWith("[") && label.getText().endsWith("]");
        return bundled && label.getChildrenUnmodifiable()
                .stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .anyMatch(drawn -> !drawn.getText().endsWith("]"));
    }
}
