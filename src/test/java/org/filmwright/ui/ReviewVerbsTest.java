package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import javafx.scene.control.Menu;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.filmwright.base.FrameSize;
import org.filmwright.base.TakeId;
import org.filmwright.review.Decision;
import org.filmwright.review.Ruling;
import org.filmwright.ui.kit.Scope;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every verb in every view of the light table, by key, by button and under the right button of the mouse. */
class ReviewVerbsTest {
    private SampleProject project;
    private TestStudio studio;

    /** A view, how one comes to it, and where its keys go. */
    enum Place {
        LOUPE("loupe"), GRID("takes", KeyCode.G), COMPARE("compare", KeyCode.C), SURVEY("survey", KeyCode.C,
                KeyCode.SHIFT), FULL("full-loupe", KeyCode.BACK_QUOTE);

        private final String node;
        private final KeyCode[] keys;

        Place(String node, KeyCode... keys) {
            this.node = node;
            this.keys = keys;
        }
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyVerbHasItsKey(Place place) {
        with(place, () -> {
            TakeId rated = current();
            studio.press(KeyCode.DIGIT4);
            Fx.until("4 stars", () -> project.snapshot().verdicts().get(rated).marks().stars() == 4);
            ruled(Ruling.REJECTED, () -> studio.press(KeyCode.X));
            ruled(Ruling.APPROVED, () -> studio.press(KeyCode.P));
            rejected();
            ruled(Ruling.NEW, () -> studio.press(KeyCode.U));
            ruled(Ruling.APPROVED, () -> studio.press(KeyCode.H));
            ruled(Ruling.REJECTED, () -> {
                studio.press(KeyCode.X, KeyCode.ALT);
                studio.press(KeyCode.DIGIT2);
            });
            enter(place);
            ruled(Ruling.CHANGES, () -> {
                studio.press(KeyCode.N);
                write();
                studio.press(KeyCode.ENTER);
            });
            enter(place);
            trashed(() -> studio.press(KeyCode.DELETE));
        });
    }

    @ParameterizedTest
    @EnumSource(Place.class)
    void everyVerbStandsUnderTheRightButton(Place place) {
        with(place, () -> {
            TakeId rated = current();
            choose(place, "images.stars-2");
            Fx.until("2 stars", () -> project.snapshot().verdicts().get(rated).marks().stars() == 2);
            ruled(Ruling.REJECTED, () -> choose(place, "images.reject"));
            ruled(Ruling.APPROVED, () -> choose(place, "images.approve"));
            rejected();
            ruled(Ruling.NEW, () -> choose(place, "images.renew"));
            ruled(Ruling.APPROVED, () -> choose(place, "images.use"));
            ruled(Ruling.CHANGES, () -> {
                choose(place, "images.changes");
                write();
                press("note-send");
            });
            enter(place);
            trashed(() -> choose(place, "images.trash"));
        });
    }

    @ParameterizedTest
    @EnumSource(value = Place.class, names = "FULL", mode = EnumSource.Mode.EXCLUDE)
    void theVerbsHaveButtons(Place place) {
        with(place, () -> {
            TakeId rated = current();
            press("images-stars-3");
            Fx.until("3 stars", () -> project.snapshot().verdicts().get(rated).marks().stars() == 3);
            ruled(Ruling.REJECTED, () -> press("images-reject"));
            ruled(Ruling.APPROVED, () -> press("images-approve"));
            ruled(Ruling.REJECTED, () -> {
                press("images-reject-why");
                press("flaw-light");
            });
            ruled(Ruling.CHANGES, () -> {
                press("images-changes");
                write();
                press("note-send");
            });
            ruled(Ruling.APPROVED, () -> press("images-use"));
            trashed(() -> press("images-trash"));
        });
    }

    private void with(Place place, Runnable test) {
        project = SampleProject.whole();
        studio = TestStudio.standing(project, new FrameSize(1280, 720));
        try {
            studio.show(Scope.IMAGES);
            enter(place);
            test.run();
        } finally {
            studio.close();
        }
    }

    /** Into the view, if one is not there. */
    private void enter(Place place) {
        if (!isIn(place) && place != Place.LOUPE) {
            KeyCode[] held = Stream.of(place.keys).skip(1).toArray(KeyCode[]::new);
            studio.press(place.keys[0], held);
        }
        studio.layOut();
        Fx.until("the keys are in " + place, () -> isIn(place));
    }

    private boolean isIn(Place place) {
        return Fx.get(() -> studio.window().scene().lookup("#" + place.node).isFocusWithin());
    }

    private TakeId current() {
        return (TakeId) Fx.get(() -> studio.window().scene().lookup("#loupe").getUserData());
    }

    /** What the verb is about is the take one looked at before it. */
    private void ruled(Ruling ruling, Runnable verb) {
        TakeId take = current();
        verb.run();
        Fx.until(ruling + " " + take, () -> project.snapshot().rulingOf(take) == ruling);
        studio.settle();
    }

    /** So that there is something to take back. */
    private void rejected() {
        TakeId take = current();
        project.decide(List.of(take), new Decision.Rules(Ruling.REJECTED));
        assertEquals(Ruling.REJECTED, project.snapshot().rulingOf(take));
        studio.settle();
    }

    private void trashed(Runnable verb) {
        TakeId take = current();
        verb.run();
        Fx.until(take + " lies in the trash", () -> project.snapshot()
                .edits()
                .trash()
                .stream()
                .anyMatch(each -> each.take().id().equals(take)));
    }

    private void write() {
        Fx.until("the field has the keys", () -> studio.window().scene().lookup("#note").isFocused());
        TextField field = (TextField) studio.node("note");
        Fx.run(() -> field.setText("Warmer light."));
    }

    private void press(String button) {
        Fx.run(((Button) studio.node(button))::fire);
    }

    private void choose(Place place, String command) {
        Node node = studio.node(place.node);
        Fx.run(() -> node.fireEvent(new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, 10, 10, 10, 10, false,
                null)));
        Fx.until("the menu is there", () -> menus().anyMatch(Window::isShowing));
        Fx.run(() -> {
            ContextMenu menu = menus().filter(Window::isShowing).findFirst().orElseThrow();
            MenuItem item = menu.getItems()
                    .stream()
                    .flatMap(each -> each instanceof Menu more ? more.getItems().stream() : Stream.of(each))
                    .filter(has(command))
                    .findFirst()
                    .orElseThrow();
            menu.hide();
            item.fire();
        });
    }

    private static Predicate<MenuItem> has(String command) {
        return item -> command.equals(item.getId());
    }

    private static Stream<ContextMenu> menus() {
        return Window.getWindows()
                .stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .filter(menu -> "review-menu".equals(menu.getId()));
    }
}
