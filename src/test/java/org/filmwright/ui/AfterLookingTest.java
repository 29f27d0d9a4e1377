package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.filmwright.base.FrameSize;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.shell.Looks;
import org.junit.jupiter.api.Test;

/** What was wrong in pictures of the studio, so that it stays right. */
class AfterLookingTest {
    private static final FrameSize SMALL = new FrameSize(1280, 720);

    @Test
    void inASmallWindowAtTwiceTheSizeTheMenusMakeRoomForTheWorkspaceSwitch() {
        try (TestStudio studio = new TestStudio(SMALL, Theme.DARK, 2)) {
            studio.layOut();
            assertEquals(4, menus(studio, "#menus"), "without a film there is room for them");
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            Fx.until("the jobs are counted", () -> studio.seen("chip-jobs"));
            studio.layOut();
            assertEquals(1, menus(studio, "#menus-folded"));
            Bounds menus = place(studio, "menus-folded");
            Bounds middle = place(studio, "workspace-story");
            Bounds last = place(studio, "workspace-timeline");
            Bounds chip = place(studio, "chip-jobs");
            assertTrue(menus.getMaxX() <= middle.getMinX(), menus + " and " + middle);
            assertTrue(last.getMaxX() <= chip.getMinX(), last + " and " + chip);
            MenuBar folded = (MenuBar) studio.node("menus-folded");
            assertEquals(List.of("File", "Edit", "View", "Shot", "Cut", "Run", "Help"), Fx.get(() -> folded.getMenus()
                    .getFirst()
                    .getItems()
                    .stream()
                    .map(menu -> menu.getText())
                    .toList()));
            Fx.run(() -> studio.window().look().scale().set(1.0));
            studio.layOut();
            assertEquals(7, menus(studio, "#menus"), "and they unfold again");
        }
    }

    private static long menus(TestStudio studio, String bar) {
        return studio.all(bar + " .menu-button").stream().filter(Node::isVisible).count();
    }

    private static Bounds place(TestStudio studio, String id) {
        Node node = studio.node(id);
        return Fx.get(() -> node.localToScene(node.getLayoutBounds()));
    }

    @Test
    void inASmallWindowAtTwiceTheSizeNothingOfTheImagesIsCutOff() {
        try (TestStudio studio = new TestStudio(SMALL, Theme.DARK, 2)) {
            Fx.run(() -> studio.window().open(SampleProject.whole()));
            studio.show(Scope.IMAGES);
            studio.settle();
            studio.layOut();
            assertFalse(studio.seen("filmstrip"), "the room is the picture's");
            Region arrow = (Region) studio.node("filter-stars").lookup(".arrow");
            assertTrue(Fx.get(arrow::isScaleShape), "arrows grow with everything");
            Bounds picture = place(studio, "loupe");
            assertTrue(picture.getHeight() >= 200, "the picture: " + picture);
            Bounds header = place(studio, "view-loupe");
            Bounds tree = place(studio, "scenes");
            Bounds words = place(studio, "filter-words");
            Bounds status = place(studio, "status");
            double top = place(studio, "workspace-images").getMaxY();
            assertTrue(header.getMinY() >= top && tree.getMinY() >= top, header + ", " + tree + " below " + top);
            assertTrue(words.getMaxY() <= status.getMinY(), words + " above " + status);
            Fx.run(() -> studio.window().look().scale().set(1.0));
            studio.layOut();
            assertTrue(studio.seen("filmstrip"), "where there is room it is back");
        }
    }

    @Test
    void theStatusBarCountsThePagesOfTheScriptThatIsOpen() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            Fx.run(() -> studio.window().open(SampleProject.feature()));
            Fx.until("its pages are counted", () -> studio.said("#status .label").contains("Page 1 of 87"));
            Fx.run(() -> studio.window().open(SampleProject.unwritten()));
            Fx.until("nothing is written", () -> !studio.said("#status .label").contains("Page"));
        }
    }

    @Test
    void aQuestionShowsWhichAnswerEnterGives() {
        try (TestStudio studio = TestStudio.standing(SampleProject.whole(), SMALL)) {
            studio.press(KeyCode.Q, KeyCode.CONTROL);
            assertRinged(studio, "leaving-pause");
            studio.press(KeyCode.ESCAPE);
            studio.show(Scope.IMAGES);
            studio.fire("images-trash");
            studio.settle();
            studio.press(KeyCode.K, KeyCode.CONTROL);
            TextField palette = (TextField) studio.node("palette");
            Fx.run(() -> palette.setText("empty trash"));
            studio.press(KeyCode.ENTER);
            Fx.until("it asks", () -> studio.seen("trash-keep"));
            assertRinged(studio, "trash-keep");
        }
    }

    private static void assertRinged(TestStudio studio, String id) {
        Node answer = studio.node(id);
        assertEquals(answer, Fx.get(() -> studio.window().scene().getFocusOwner()));
        assertTrue(Fx.get(answer::isFocusVisible), id);
    }

    @Test
    void withoutAFilmEscLeadsBackToTheWelcome() {
        try (TestStudio studio = new TestStudio()) {
            studio.press(KeyCode.DIGIT4, KeyCode.CONTROL);
            studio.press(KeyCode.ESCAPE);
            assertTrue(studio.seen("file-new"), "not to a story that is not there");
            assertTrue(studio.seen("find-project"));
        }
    }

    @Test
    void beforeAnythingIsWrittenThereIsOneWayAndItLeadsToTheStory() {
        for (Scope room : List.of(Scope.IMAGES, Scope.TIMELINE)) {
            try (TestStudio studio = TestStudio.with(SampleProject.unwritten())) {
                studio.show(room);
                List<Button> ways = studio.all(".fw-empty .button")
                        .stream()
                        .filter(AfterLookingTest::isSeen)
                        .map(Button.class::cast)
                        .toList();
                assertEquals(List.of("view-story"), ways.stream().map(Node::getId).toList(), room.toString());
                assertFalse(ways.getFirst().isDisabled());
                Fx.run(ways.getFirst()::fire);
                assertTrue(studio.seen("story-write"));
            }
        }
    }

    private static boolean isSeen(Node node) {
        return Stream.iterate(node, Objects::nonNull, Node::getParent).allMatch(Node::isVisible);
    }

    @Test
    void whatIsImpossibleIsGreyButNotGreyOnGrey() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole(SampleQueue.done()))) {
            studio.press(KeyCode.J, KeyCode.CONTROL);
            Node pause = studio.node("jobs-pause");
            assertTrue(pause.isDisabled());
            assertEquals(List.of(1.0), Fx.get(() -> pause.lookupAll(".label")
                    .stream()
                    .map(Node::getOpacity)
                    .distinct()
                    .toList()));
        }
    }

    @Test
    void whereThereIsLittleRoomAJobStillSaysWhatItDoes() {
        try (TestStudio studio = new TestStudio(new FrameSize(1920, 1080), Theme.DARK, 2)) {
            Fx.run(() -> studio.window().open(SampleProject.whole(SampleQueue.ofEveryKind())));
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.J, KeyCode.CONTROL);
            ListView<?> list = (ListView<?>) studio.node("jobs-list");
            Fx.until("the jobs are there", () -> !list.getItems().isEmpty());
            for (int line = 0; line < list.getItems().size(); line++) {
                int at = line;
                Fx.run(() -> list.scrollTo(at));
                assertEquals(List.of(), cut(studio));
                assertEquals(List.of(), overlapping(studio));
            }
            Fx.run(() -> list.scrollTo(0));
            studio.press(KeyCode.L);
            Fx.until("beside the log as well", () -> overlapping(studio).isEmpty());
        }
    }

    /** Shortened sentences of what jobs do; those that may take two lines stay in their place. */
    private static List<String> cut(TestStudio studio) {
        return studio.all("#jobs-list .fw-job-now")
                .stream()
                .filter(AfterLookingTest::isSeen)
                .map(Label.class::cast)
                .filter(label -> Fx.get(() -> label.isWrapText() ? sticksOut(label) : Nodes.isShortened(label)))
                .map(Labeled::getText)
                .toList();
    }

    private static boolean sticksOut(Label label) {
        double room = label.getParent().getLayoutBounds().getWidth() + 1;
        return label.getWidth() > room
                || label.lookupAll(".text").stream().anyMatch(text -> text.getLayoutBounds().getWidth() > room);
    }

    private static List<String> overlapping(TestStudio studio) {
        return studio.all("#jobs-list .fw-job-row")
                .stream()
                .filter(AfterLookingTest::isSeen)
                .flatMap(row -> Fx.get(() -> sticking((Parent) row)).stream())
                .toList();
    }

    private static Optional<String> sticking(Parent row) {
        double end = 0;
        for (Node part : row.getChildrenUnmodifiable()) {
            Bounds here = part.localToParent(part.getLayoutBounds());
            if (part.isManaged()
                    && (here.getMinX() < end - 1 || here.getMaxX() > row.getLayoutBounds().getWidth() + 1)) {
                return Optional.of(part + " at " + here + " of " + row.getLayoutBounds().getWidth());
            }
            end = part.isManaged() ? here.getMaxX() : end;
            boolean spilt = part instanceof Parent group && part.getStyleClass().contains("fw-job-buttons")
                    && group.getChildrenUnmodifiable().stream().anyMatch(button -> button.getLayoutX() < -1);
            if (spilt) {
                return Optional.of(part + " has less room than its buttons");
            }
        }
        return Optional.empty();
    }

    @Test
    void indexCardsAreWalkedByKeysAndEnterLeadsBackToThePage() {
        try (TestStudio studio = TestStudio.with(SampleProject.feature())) {
            studio.show(Scope.STORY);
            studio.press(KeyCode.D, KeyCode.CONTROL, KeyCode.SHIFT);
            studio.layOut();
            studio.press(KeyCode.END);
            assertEquals(Optional.of(120), Fx.get(() -> Looks.desk(studio.window()).scene().get()));
            studio.press(KeyCode.ENTER);
            assertEquals("script", Fx.get(() -> studio.window().scene().getFocusOwner().getId()));
        }
    }
}
