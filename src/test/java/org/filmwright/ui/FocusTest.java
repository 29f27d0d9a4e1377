package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.embed.swing.SwingFXUtils;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ListView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Typing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The keyboard gets everywhere, is seen to be there, and gets away again. A list has its ring on a row, a pulse later. */
class FocusTest {
    private static final Color ACCENT = Color.web("#6cb2ff");
    /** Fits on the headless desktop. */
    private static final FrameSize SMALL = new FrameSize(1280, 720);
    private static final int MOST = 150;
    private static final int LOOKS = 5;

    @ParameterizedTest
    @EnumSource(names = {"WELCOME", "STORY", "IMAGES", "TIMELINE", "MODELS", "SETTINGS"})
    void tabReachesEveryControlWithARingAndLeavesItAgain(Scope page) {
        try (TestStudio studio = TestStudio.standing(SampleProject.whole(), SMALL)) {
            studio.show(page);
            studio.settle();
            studio.layOut();
            Hands hands = new Hands(studio.window().scene());
            Set<Node> reached = new LinkedHashSet<>();
            Set<String> unseen = new TreeSet<>();
            for (int i = 0; i < MOST; i++) {
                Node focus = Fx.get(() -> studio.window().scene().getFocusOwner());
                hands.press(key(focus instanceof Typing ? KeyCode.F6 : KeyCode.TAB, i >= MOST / 2));
                Node now = Fx.get(() -> studio.window().scene().getFocusOwner());
                if (reached.add(now) && !(now instanceof Typing) && !(now instanceof ListView<?>)
                        && !showsRing(studio, now)) {
                    unseen.add(Nodes.name(now) + Fx.get(() -> told(studio, now)));
                }
            }
            Set<String> left = Fx.get(() -> Nodes.seen(studio.window().scene().getRoot())
                    .filter(node -> node.isFocusTraversable() && !node.isDisabled() && !reached.contains(node))
                    .map(Nodes::name)
                    .collect(Collectors.toCollection(TreeSet::new)));
            assertEquals(Set.of(), left, "out of reach");
            assertEquals(Set.of(), unseen, "without a ring");
        }
    }

    @Test
    void aCardKeepsTheFocusUntilItIsClosedAndGivesItBack() {
        try (TestStudio studio = TestStudio.standing(SampleProject.whole(), SMALL)) {
            studio.show(Scope.IMAGES);
            Fx.until("a job runs", () -> studio.window().scene().lookup("#chip-jobs").isVisible());
            Hands hands = new Hands(studio.window().scene());
            Node before = Fx.get(() -> studio.window().scene().getFocusOwner());
            studio.press(KeyCode.Q, KeyCode.CONTROL);
            Node card = studio.node("sheet");
            Set<Node> reached = new LinkedHashSet<>();
            for (int i = 0; i < 8; i++) {
                hands.press(key(KeyCode.TAB, i >= 4));
                Node focus = Fx.get(() -> studio.window().scene().getFocusOwner());
                assertTrue(Fx.get(() -> isBelow(focus, card)), "the focus went to " + focus);
                assertTrue(Fx.get(focus::isFocusVisible), "no ring on " + focus);
                reached.add(focus);
            }
            assertEquals(3, reached.size(), "all its buttons");
            studio.press(KeyCode.ESCAPE);
            assertEquals(before, Fx.get(() -> studio.window().scene().getFocusOwner()));
        }
    }

    private static KeyCodeCombination key(KeyCode code, boolean back) {
        return back ? new KeyCodeCombination(code, KeyCombination.SHIFT_DOWN) : new KeyCodeCombination(code);
    }

    private static boolean isBelow(Node node, Node place) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).anyMatch(part -> part == place);
    }

    /** Whether there is more of the accent colour around it than without the focus. */
    private static boolean showsRing(TestStudio studio, Node node) {
        for (int look = 0; look < LOOKS; look++) {
            if (showsRingNow(studio, present(studio, node))) {
                return true;
            }
            studio.front(); // a window of before may have gone late
            studio.settle();
            studio.pulse();
        }
        return false;
    }

    /** For whoever has to find out why; with a picture in the build folder. */
    private static String told(TestStudio studio, Node node) {
        Bounds place = node.localToScene(node.getLayoutBounds());
        Path picture = Path.of("target", "without-ring-" + node.getId() + ".png");
        try {
            ImageIO.write(SwingFXUtils.fromFXImage(studio.window().scene().getRoot().snapshot(null, null), null), "png",
                    picture.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return " focused " + node.isFocused() + ", visibly " + node.isFocusVisible() + ", in its window "
                + (node.getScene() != null) + ", which has the focus "
                + studio.window().scene().getWindow().isFocused() + ", at " + place.getMinX() + " " + place.getMinY()
                + " " + place.getWidth() + " x " + place.getHeight() + ", dressed as " + node.getPseudoClassStates()
                + ", see " + picture;
    }

    /** What arrives from behind the window moves its neighbours, and a card that changed is another one. */
    private static Node present(TestStudio studio, Node node) {
        return Fx.get(() -> node.getScene() == null ? studio.window().scene().getFocusOwner() : node);
    }

    private static SnapshotParameters near(Bounds place) {
        SnapshotParameters around = new SnapshotParameters();
        around.setViewport(new Rectangle2D(place.getMinX() - 5, place.getMinY() - 5, place.getWidth() + 10, place
                .getHeight() + 10));
        return around;
    }

    private static boolean showsRingNow(TestStudio studio, Node node) {
        return Fx.get(() -> {
            studio.layOutNow();
            Node root = studio.window().scene().getRoot();
            Bounds place = node.localToScene(node.getLayoutBounds());
            return accents(root.snapshot(near(place), null)) >= 40;
        });
    }

    private static int accents(WritableImage picture) {
        PixelReader pixels = picture.getPixelReader();
        int count = 0;
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                Color pixel = pixels.getColor(x, y);
                double away = Math.abs(pixel.getRed() - ACCENT.getRed())
                        + Math.abs(pixel.getGreen() - ACCENT.getGreen())
                        + Math.abs(pixel.getBlue() - ACCENT.getBlue());
                count += away < 0.1 ? 1 : 0;
            }
        }
        return count;
    }
}
