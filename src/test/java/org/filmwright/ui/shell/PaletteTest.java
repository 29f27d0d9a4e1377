package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.filmwright.ui.Fx;
import org.filmwright.ui.SampleProject;
import org.filmwright.ui.SampleQueue;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Command;
import org.filmwright.ui.kit.Fuzzy;
import org.filmwright.ui.kit.Scope;
import org.junit.jupiter.api.Test;

class PaletteTest {
    @Test
    void aFewLettersFindACommandAndStartsOfWordsCountMore() {
        assertTrue(Fuzzy.score("np", "Next pane").orElseThrow() > Fuzzy.score("np", "Open project").orElse(-99));
        assertTrue(Fuzzy.score("full", "Full screen").orElseThrow() > Fuzzy.score("full", "Fill up all").orElse(-99));
        assertTrue(Fuzzy.score("zq", "Zoom in").isEmpty());
        assertTrue(Fuzzy.score("rej", "Reject with a reason").orElseThrow() > Fuzzy.score("rej", "Retry job")
                .orElse(
                        -99),
                "what was typed stands there as it was typed");
    }

    @Test
    void aRowKeepsItsNodesWhateverItShows() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            type(studio, "reject");
            Node before = Fx.get(() -> firstRow(studio).getGraphic());
            TextField field = (TextField) studio.node("palette");
            Fx.run(() -> field.setText("approve"));
            studio.layOut();
            assertEquals("images.approve", Fx.get(() -> firstRow(studio).getItem().id()));
            assertSame(before, Fx.get(() -> firstRow(studio).getGraphic()),
                    "new ones would have no looks until they are drawn again");
        }
    }

    @SuppressWarnings("unchecked")
    private static ListCell<Command> firstRow(TestStudio studio) {
        studio.layOut();
        return list(studio).lookupAll(".list-cell")
                .stream()
                .map(node -> (ListCell<Command>) node)
                .filter(cell -> cell.isVisible() && cell.getIndex() == 0)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void thePaletteOffersEveryCommandButThoseThatLastWhileAKeyIsHeld() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.press(KeyCode.K, KeyCode.CONTROL);
            Set<String> offered = Fx.get(() -> list(studio).getItems()
                    .stream()
                    .map(Command::id)
                    .collect(Collectors.toCollection(TreeSet::new)));
            assertEquals(studio.window()
                    .commands()
                    .all()
                    .stream()
                    .filter(command -> !command.held())
                    .map(Command::id)
                    .collect(Collectors.toCollection(TreeSet::new)), offered);
            assertFalse(offered.contains("images.hold-previous"));
        }
    }

    @Test
    void enterDoesTheCommandWhereItBelongs() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.STORY);
            type(studio, "surround");
            assertEquals("images.surround", Fx.get(() -> list(studio).getSelectionModel().getSelectedItem().id()));
            studio.press(KeyCode.ENTER);
            assertEquals(Scope.IMAGES, Fx.get(() -> studio.window().model().workspace().get()));
            assertEquals("GREY", Fx.get(() -> studio.window().look().surround().get().name()));
            assertFalse(Fx.get(() -> studio.window().scene().lookup("#sheet").isVisible()));
        }
    }

    @Test
    void arrowsChooseAndEscGoesBackToWhereOneWas() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole())) {
            studio.show(Scope.IMAGES);
            String before = Fx.get(() -> studio.window().scene().getFocusOwner().getId());
            type(studio, "next");
            studio.press(KeyCode.DOWN);
            assertEquals(1, Fx.get(() -> list(studio).getSelectionModel().getSelectedIndex()));
            studio.press(KeyCode.ESCAPE);
            assertEquals(before, Fx.get(() -> studio.window().scene().getFocusOwner().getId()));
        }
    }

    @Test
    void whatIsImpossibleNowIsSaid() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole(SampleQueue.of(0)))) {
            type(studio, "stop");
            studio.press(KeyCode.ENTER);
            assertEquals(1, studio.all(".fw-toast").size());
        }
    }

    private static void type(TestStudio studio, String letters) {
        studio.press(KeyCode.K, KeyCode.CONTROL);
        TextField field = (TextField) studio.node("palette");
        Fx.run(() -> field.setText(letters));
        assertFalse(Fx.get(() -> list(studio).getItems()).equals(List.of()), "something fits " + letters);
    }

    @SuppressWarnings("unchecked")
    private static ListView<Command> list(TestStudio studio) {
        return (ListView<Command>) studio.window().scene().lookup("#palette-list");
    }
}
