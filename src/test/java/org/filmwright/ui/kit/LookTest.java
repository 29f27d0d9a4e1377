package org.filmwright.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.Fx;
import org.filmwright.ui.Hands;
import org.filmwright.ui.LogTrouble;
import org.filmwright.ui.SampleProject;
import org.filmwright.ui.SampleQueue;
import org.filmwright.ui.TestStudio;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LookTest {
    static List<KeyCodeCombination> themeAndScale() {
        return List.of(new KeyCodeCombination(KeyCode.L, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN),
                new KeyCodeCombination(KeyCode.EQUALS, KeyCombination.SHORTCUT_DOWN));
    }

    @ParameterizedTest
    @MethodSource("themeAndScale")
    void aListThatIsOpenClosesBeforeTheWindowIsDressedAnew(KeyCodeCombination key) {
        Fx.run(() -> {});
        try (LogTrouble log = new LogTrouble();
                TestStudio studio = TestStudio.standing(SampleProject.whole(SampleQueue.busy()),
                        new FrameSize(1280, 720))) {
            Fx.run(() -> studio.window().show(Scope.STORY));
            studio.settle();
            ComboBox<?> types = (ComboBox<?>) studio.window().scene().lookup("#element-type");
            Fx.run(() -> {
                types.requestFocus();
                types.show();
            });
            Fx.until("the list is open", () -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance));
            new Hands(studio.window().scene()).press(key);
            studio.settle();
            assertFalse(Fx.get(types::isShowing));
            assertEquals(List.of(), log.heard());
        }
    }
}
