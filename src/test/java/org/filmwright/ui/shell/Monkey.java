package org.filmwright.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Slider;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.filmwright.production.Project;
import org.filmwright.ui.Fx;
import org.filmwright.ui.Hands;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Keys;
import org.filmwright.ui.kit.Scope;

/** Plays with the studio: keys that mean something, keys that mean nothing, letters, clicks on all that can be clicked. */
final class Monkey {
    private static final int REMEMBERED = 40;
    private static final String LETTERS = "ABCabc xyz.,-019\n\n";

    /** What ends the game rather than playing it; the palette has it all the same. */
    private static final Set<String> SPARED = Set.of("file.close", "file.quit");
    private static final List<KeyCode> PLAIN = List.of(KeyCode.ENTER, KeyCode.ESCAPE, KeyCode.TAB, KeyCode.BACK_SPACE,
            KeyCode.DELETE, KeyCode.UP, KeyCode.DOWN, KeyCode.LEFT, KeyCode.RIGHT, KeyCode.HOME, KeyCode.END,
            KeyCode.PAGE_UP, KeyCode.PAGE_DOWN, KeyCode.SPACE, KeyCode.F2, KeyCode.F10);

    private final TestStudio studio;
    private final Project project;
    private final Scope room;
    private final Random dice;
    private final Hands hands;
    private final Deque<String> moves = new ArrayDeque<>();
    private final List<KeyCodeCombination> keys;

    Monkey(TestStudio studio, Project project, Scope room, long seed) {
        this.project = project;
        this.studio = studio;
        this.room = room;
        dice = new Random(seed * 31 + room.ordinal());
        hands = new Hands(studio.window().scene());
        keys = new TreeMap<>(studio.window().commands().keys().of()).entrySet()
                .stream()
                .filter(entry -> !SPARED.contains(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .toList();
    }

    /** The last moves, oldest first. */
    String story() {
        return String.join("\n", moves);
    }

    void play(int count) {
        for (int i = 0; i < count; i++) {
            if (i % 12 == 0) {
                enter();
            }
            move();
            studio.settle();
            Fx.expectNoTrouble();
        }
        enter();
        studio.settle();
    }

    /** Back to where the game is played, however far it has strayed. */
    private void enter() {
        leaveAll();
        Fx.run(() -> {
            if (Looks.desk(studio.window()).project().get().isEmpty()) {
                studio.window().open(project);
            }
            if (room == Scope.JOBS) {
                studio.window().openDrawer();
                studio.window().scene().lookup("#jobs-list").requestFocus();
            } else {
                studio.window().show(room);
            }
        });
    }

    private void leaveAll() {
        for (int modes = 0; modes < 3; modes++) {
            hands.press(KeyCode.ESCAPE);
        }
    }

    private void move() {
        int kind = dice.nextInt(10);
        if (kind < 5) {
            press(keys.get(dice.nextInt(keys.size())));
        } else if (kind < 6) {
            press(new KeyCodeCombination(PLAIN.get(dice.nextInt(PLAIN.size()))));
        } else if (kind < 7) {
            char letter = LETTERS.charAt(dice.nextInt(LETTERS.length()));
            note("types " + (int) letter);
            hands.type(letter);
        } else {
            click();
        }
    }

    private void press(KeyCodeCombination key) {
        note("presses " + Keys.text(key));
        hands.press(key);
    }

    private void click() {
        studio.layOut();
        List<Node> seen = Fx.get(() -> below(top()).filter(Monkey::isClickable).toList());
        if (!seen.isEmpty()) {
            Node node = seen.get(dice.nextInt(seen.size()));
            note("clicks " + node);
            hands.click(node, 1 + dice.nextInt(2));
        }
    }

    /** A card over the window keeps the mouse from what is under it. */
    private Node top() {
        Node card = studio.window().scene().lookup("#sheet");
        return card.isVisible() ? card : studio.window().scene().getRoot();
    }

    private void note(String move) {
        moves.addLast(move + ", focus on " + Fx.get(() -> studio.window().scene().getFocusOwner()));
        if (moves.size() > REMEMBERED) {
            moves.removeFirst();
        }
    }

    private static Stream<Node> below(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Monkey::below))
                : Stream.of(node);
    }

    private static boolean isClickable(Node node) {
        boolean kind = node instanceof ButtonBase || node instanceof TextInputControl || node instanceof Slider
                || node instanceof ComboBoxBase<?> || node instanceof IndexedCell<?> cell && !cell.isEmpty()
                || node.getOnMouseClicked() != null || node.getOnMousePressed() != null;
        return kind && node.getBoundsInLocal().getWidth() > 0;
    }
}
