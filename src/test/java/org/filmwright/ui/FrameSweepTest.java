package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.shell.Looks;
import org.filmwright.ui.shell.StudioWindow;
import org.junit.jupiter.api.Test;

/** What must hold on every page: whoever cannot see it can hear it. */
class FrameSweepTest {
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
}
