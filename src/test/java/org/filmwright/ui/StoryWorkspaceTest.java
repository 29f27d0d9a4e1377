package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.filmwright.ui.kit.Scope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The script as a page, found and copied; scenes and the plan of their shots. */
class StoryWorkspaceTest {
    private TestStudio studio;

    @BeforeEach
    void openTheSample() {
        studio = TestStudio.with(SampleProject.planned());
        studio.show(Scope.STORY);
    }

    @AfterEach
    void close() {
        studio.close();
    }

    @Test
    void findCountsTheMatchesAndEnterGoesRound() {
        studio.press(KeyCode.F, KeyCode.CONTROL);
        TextField field = (TextField) studio.node("find");
        Fx.run(() -> field.setText("suitcase"));
        assertEquals("1 of 3", studio.text("find-count"));
        studio.press(KeyCode.ENTER);
        studio.press(KeyCode.ENTER);
        assertEquals("3 of 3", studio.text("find-count"));
        studio.press(KeyCode.ENTER);
        assertEquals("1 of 3", studio.text("find-count"));
        Fx.run(() -> field.setText("submarine"));
        assertEquals("no match", studio.text("find-count"));
        studio.press(KeyCode.ESCAPE);
        assertFalse(Fx.get(() -> studio.window().scene().lookup("#find").getParent().isVisible()));
    }

    @Test
    void everythingIsSelectedAndCopiedAsPlainText() {
        studio.press(KeyCode.A, KeyCode.CONTROL);
        studio.press(KeyCode.C, KeyCode.CONTROL);
        String copied = Fx.get(() -> Clipboard.getSystemClipboard().getString());
        assertTrue(copied.startsWith("EXT. HARBOUR - NIGHT\n\nFog over black water."), copied);
        assertTrue(copied.contains("MARA\n(quietly)\nWho crossed you out?"), copied);
    }

    @Test
    void choosingASceneBringsItsHeadingIntoView() {
        ListView<?> scenes = (ListView<?>) studio.node("scenes");
        Fx.run(() -> scenes.getSelectionModel().select(scenes.getItems().size() - 1));
        studio.layOut();
        VirtualFlow<?> flow = (VirtualFlow<?>) studio.node("script").lookup(".virtual-flow");
        assertTrue(Fx.get(() -> isSeen(flow, "EXT. SEA - DAWN")));
    }

    @Test
    void ctrlPageDownGoesToTheNextSceneAndItsShots() {
        studio.press(KeyCode.PAGE_DOWN, KeyCode.CONTROL);
        assertEquals(5, studio.all(".fw-shot-card").size());
        studio.press(KeyCode.PAGE_UP, KeyCode.CONTROL);
        assertEquals(3, studio.all(".fw-shot-card").size());
    }

    @Test
    void theFilterKeepsTheScenesAndShotsThatMatch() {
        ListView<?> scenes = (ListView<?>) studio.node("scenes");
        TextField filter = (TextField) studio.node("filter-scenes");
        Fx.run(() -> filter.setText("sea"));
        assertTrue(Fx.get(() -> scenes.getItems().getFirst().toString().contains("EXT. SEA - DAWN")));
        Fx.run(() -> filter.setText("submarine"));
        assertEquals(0, (int) Fx.get(() -> scenes.getItems().size()));
    }

    private static boolean isSeen(VirtualFlow<?> flow, String words) {
        IndexedCell<?> first = flow.getFirstVisibleCell();
        IndexedCell<?> last = flow.getLastVisibleCell();
        for (int i = first.getIndex(); i <= last.getIndex(); i++) {
            if (words.equals(flow.getVisibleCell(i).getAccessibleText())) {
                return true;
            }
        }
        return false;
    }
}
