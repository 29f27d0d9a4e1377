package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.filmwright.base.Failure;
import org.filmwright.base.FrameSize;
import org.filmwright.production.Job;
import org.filmwright.ui.kit.Scope;
import org.filmwright.ui.kit.Theme;
import org.filmwright.ui.kit.ThreePanes;
import org.junit.jupiter.api.Test;

/** The drawer under every page: what stands in it, its keys, and that thousands of jobs cost it nothing. */
class JobsDrawerTest {
    private final SampleQueue queue = SampleQueue.busy();

    @Test
    void theOpenDrawerLeavesThePageInFrontWhatItNeedsEvenAtTwiceTheSize() {
        try (TestStudio large = new TestStudio(new FrameSize(1920, 1080), Theme.DARK, 2)) {
            Fx.run(() -> large.window().open(SampleProject.whole(SampleQueue.busy()).recovered(2)));
            large.show(Scope.IMAGES);
            large.press(KeyCode.J, KeyCode.CONTROL);
            Region loupe = (Region) large.node("loupe");
            assertTrue(Fx.get(() -> Stream.iterate(loupe.getParent(), Objects::nonNull, Node::getParent)
                    .filter(ThreePanes.class::isInstance)
                    .map(Region.class::cast)
                    .allMatch(page -> page.getHeight() >= page.minHeight(-1))));
        }
    }

    @Test
    void failedComesFirstThenRunningThenWaitingThenDoneAsOneLine() {
        try (TestStudio studio = opened()) {
            assertEquals(List.of("1-C clip", "2-B take 3", "2-C take 1", "2-C clip", "2-A take 40"), names(studio));
            assertEquals(6, lines(studio), "the other 39 are one line");
            assertEquals("Failed 1", studio.text("jobs-failed"));
            assertEquals("Done 40", studio.text("jobs-done"));
        }
    }

    @Test
    void aModelSaysWhatItDoesAndWhyItFailed() {
        try (TestStudio studio = opened()) {
            Job.Work painted = new Job.Work(Job.Task.DRAW, "2-B", 3, "local:sdxl-base", "gpu",
                    Optional.of(FrameSize.HD));
            queue.change(SampleQueue.job("r", 1, painted, Job.State.RUNNING, SampleQueue.started(Instant.now())));
            queue.progress("r", 0.5, "step 2 of 4");
            Fx.until("it says so", () -> words(cells(studio).get(1)).contains("50 %, step 2 of 4"));
            assertTrue(words(cells(studio).get(1)).containsAll(List.of("sdxl-base", "Models")));
            queue.change(new Job("r", "run", new Job.Place(1, 1), painted, Job.State.FAILED, Job.Times.NONE, Optional
                    .of(new Failure.Misconfigured("The model sdxl-base is no longer in /models.",
                            "Import it again."))));
            Fx.until("what and what to do", () -> cells(studio).stream()
                    .anyMatch(row -> words(row).contains(
                            "The model sdxl-base is no longer in /models. Import it again.")));
        }
    }

    @Test
    void theFailedRowSaysReasonAndRemedyOnOneLineOfFortyPixels() {
        try (TestStudio studio = opened()) {
            ListCell<?> row = cells(studio).getFirst();
            assertEquals(40, Fx.get(row::getHeight), 0.5);
            assertEquals(32, Fx.get(cells(studio).get(1)::getHeight), 0.5);
            assertTrue(Fx.get(row::getAccessibleText).contains("it needs 22 GB, 18 GB are free"));
            assertTrue(words(row).contains("Retry at 640 × 360"), words(row).toString());
        }
    }

    @Test
    void itStaysRedUntilSomebodyHasSeenIt() {
        try (TestStudio studio = opened()) {
            ListCell<?> first = cells(studio).getFirst();
            assertFalse(isRed(first), "it was chosen when the drawer opened, so it is seen");
            queue.change(SampleQueue.failed("r", "2-B", new Failure.Bug("x", "It broke.")));
            Fx.until("the other one failed", () -> isRed(cells(studio).get(1)));
            studio.press(KeyCode.DOWN);
            Fx.until("it is seen", () -> !isRed(cells(studio).get(1)));
        }
    }

    @Test
    void progressFillsTheBarAndSaysHowLongItStillTakes() {
        try (TestStudio studio = opened()) {
            queue.progress("r", 0.5, "drawn");
            Fx.until("half is done", () -> words(cells(studio).get(1)).contains("50 %"));
            Fx.until("the time is said", () -> words(cells(studio).get(1)).stream()
                    .anyMatch(text -> text.endsWith(
                            " left")));
            assertTrue(Fx.get(() -> cells(studio).get(1).getAccessibleText()).contains("2-B take 3, generating, 50 %"));
        }
    }

    @Test
    void waitingJobsSayTheirPlaceAndWhatTheyUsuallyTake() {
        try (TestStudio studio = opened()) {
            assertTrue(words(cells(studio).get(2)).containsAll(Set.of("next", "about 0:20", "$0.00")),
                    words(cells(studio).get(2)).toString());
            assertTrue(words(cells(studio).get(3)).contains("waits for what comes before it"));
        }
    }

    @Test
    void theKeysOfTheDrawerActOnTheChosenJob() {
        try (TestStudio studio = opened()) {
            studio.press(KeyCode.R);
            Fx.until("retried", () -> queue.asked().contains("retry f"));
            studio.press(KeyCode.DOWN);
            studio.press(KeyCode.DELETE);
            Fx.until("stopped", () -> queue.asked().contains("stop r"));
            studio.press(KeyCode.SPACE);
            Fx.until("paused", () -> queue.asked().contains("pause"));
            studio.press(KeyCode.L);
            Fx.until("the log is open", () -> studio.window().scene().lookup("#job-log") != null);
            studio.press(KeyCode.L);
            assertTrue(Fx.get(() -> studio.window().scene().lookup("#job-log") == null));
        }
    }

    @Test
    void whatRunsIsStoppedFromAnywhereWhoeverStartedIt() {
        try (TestStudio studio = opened()) {
            studio.show(Scope.STORY);
            studio.press(KeyCode.ENTER, KeyCode.CONTROL, KeyCode.ALT);
            Fx.until("stopped", () -> queue.asked().contains("stop r"));
        }
    }

    @Test
    void altUpAndDownMoveAWaitingJobAndItStaysChosen() {
        SampleQueue three = SampleQueue.of(3);
        try (TestStudio studio = TestStudio.with(SampleProject.whole(three))) {
            studio.press(KeyCode.J, KeyCode.CONTROL);
            Fx.until("all are there", () -> lines(studio) == 3);
            studio.press(KeyCode.DOWN, KeyCode.ALT);
            Fx.until("it stands second", () -> names(studio).equals(List.of("0-B take 1", "0-A take 1", "0-C take 1")));
            assertTrue(words(cells(studio).get(1)).contains("waiting, 2nd in the queue"));
            studio.press(KeyCode.DOWN, KeyCode.ALT);
            Fx.until("it stands last", () -> names(studio).getLast().equals("0-A take 1"));
            studio.press(KeyCode.UP, KeyCode.ALT);
            Fx.until("it stands second again", () -> names(studio).get(1).equals("0-A take 1"));
            assertEquals(List.of("LATER w0", "LATER w0", "SOONER w0"), three.asked());
        }
    }

    @Test
    void whatDoesNotWaitForRoomHasNoPlaceToChange() {
        try (TestStudio studio = opened()) {
            studio.press(KeyCode.DOWN, KeyCode.ALT);
            studio.press(KeyCode.SPACE);
            Fx.until("the queue was paused after that", () -> !queue.asked().isEmpty());
            assertEquals(List.of("pause"), queue.asked());
        }
    }

    @Test
    void rowsSayWhatTheirJobBoughtAndTheHeaderWhatWasBoughtToday() {
        SampleProject project = SampleProject.whole(queue);
        try (TestStudio studio = TestStudio.with(project)) {
            studio.press(KeyCode.J, KeyCode.CONTROL);
            Fx.until("the jobs are there", () -> lines(studio) > 0);
            assertEquals("Today $0.00", studio.text("jobs-today"));
            project.spent().spend();
            queue.change(SampleQueue.job("w1", 2, SampleQueue.draw("2-C", 1), Job.State.WAITING, Job.Times.NONE));
            Fx.until("it is read", () -> studio.text("jobs-today").equals("Today $5.40"));
            assertTrue(words(cells(studio).get(1)).contains("~$0.40"), "an estimate until the provider has said");
            assertTrue(words(cells(studio).get(2)).contains("$0.00"), "made here");
            assertTrue(words(cells(studio).get(4)).contains("$1.84"), "what it really cost");
        }
    }

    @Test
    void deleteDropsATakeThatWaitsAndStopsNoFilm() {
        try (TestStudio studio = opened()) {
            studio.press(KeyCode.DOWN);
            studio.press(KeyCode.DOWN);
            studio.press(KeyCode.DELETE);
            Fx.until("dropped", () -> !queue.asked().isEmpty());
            assertEquals(List.of("drop w1"), queue.asked());
        }
    }

    @Test
    void whatWaitsCanBePutFirstAndDroppedByItsButtons() {
        SampleQueue three = SampleQueue.of(3);
        try (TestStudio studio = TestStudio.with(SampleProject.whole(three))) {
            studio.press(KeyCode.J, KeyCode.CONTROL);
            studio.layOut();
            Fx.run(() -> buttons(cells(studio).get(2)).getFirst().fire());
            Fx.until("put first", () -> three.asked().contains("FIRST w2"));
            studio.press(KeyCode.DOWN);
            studio.press(KeyCode.HOME, KeyCode.ALT);
            Fx.until("the key does the same", () -> three.asked().size() == 2);
            Fx.run(() -> buttons(cells(studio).get(1)).getLast().fire());
            Fx.until("dropped", () -> three.asked().getLast().startsWith("drop "));
        }
    }

    private static List<Button> buttons(Node cell) {
        return cell.lookupAll(".button").stream().filter(Node::isVisible).map(Button.class::cast).toList();
    }

    @Test
    void enterOpensTheGroupAndBringsAResultToTheFront() {
        try (TestStudio studio = opened()) {
            for (int i = 0; i < 4; i++) {
                studio.press(KeyCode.DOWN);
            }
            studio.press(KeyCode.DOWN);
            studio.press(KeyCode.ENTER);
            Fx.until("all done jobs are listed", () -> lines(studio) == 45);
            studio.press(KeyCode.UP);
            studio.press(KeyCode.ENTER);
            studio.layOut();
            assertTrue(studio.all(".fw-header .label")
                    .stream()
                    .anyMatch(node -> ((Labeled) node).getText()
                            .equals(
                                    "2-A")),
                    "the shot of the job is looked at");
        }
    }

    @Test
    void theKeysMeanNothingHereWhileTheFocusIsElsewhere() {
        try (TestStudio studio = opened()) {
            studio.press(KeyCode.F6);
            studio.press(KeyCode.DELETE);
            Fx.run(() -> {});
            assertEquals(List.of(), queue.asked());
        }
    }

    @Test
    void clearedDoneJobsAreGoneAndStayGone() {
        try (TestStudio studio = opened()) {
            Fx.run(() -> ((javafx.scene.control.Button) studio.window().scene().lookup("#jobs-clear")).fire());
            Fx.until("no done job is left", () -> studio.text("jobs-done").equals("Done 0"));
            assertEquals(4, lines(studio));
        }
        try (TestStudio again = opened()) {
            assertEquals(4, lines(again));
        }
    }

    @Test
    void theChipCountsJobsAndSaysWhenTheQueueIsEmpty() {
        try (TestStudio studio = opened()) {
            Fx.until("it counts", () -> chip(studio).startsWith("3 jobs"));
            queue.change(SampleQueue.job("w2", 3, SampleQueue.draw("2-C", 2), Job.State.WAITING, Job.Times.NONE));
            Fx.until("it knows how long, since drawing was done here before", () -> chip(studio).matches(
                    "3 jobs · \\d:\\d\\d left"));
            queue.change(SampleQueue.job("w1", 2, SampleQueue.draw("2-C", 1), Job.State.PAUSED, Job.Times.NONE));
            Fx.until("it is paused", () -> chip(studio).equals("3 jobs · paused"));
            assertEquals("Resume queue", Fx.get(() -> studio.window()
                    .scene()
                    .lookup("#jobs-pause")
                    .getAccessibleText()));
        }
    }

    @Test
    void anEmptyQueueSaysSo() {
        SampleQueue empty = SampleQueue.of(0);
        try (TestStudio studio = TestStudio.with(SampleProject.whole(empty))) {
            studio.press(KeyCode.J, KeyCode.CONTROL);
            assertTrue(studio.all(".fw-jobs .fw-empty-title")
                    .stream()
                    .anyMatch(node -> ((Labeled) node).getText()
                            .equals("Queue is empty.") && node.getParent().isVisible()));
            assertEquals("", chip(studio));
        }
    }

    @Test
    void theDrawerComesAndGoesAndGivesTheFocusBack() {
        try (TestStudio studio = opened()) {
            assertEquals("jobs-list", focus(studio));
            studio.press(KeyCode.J, KeyCode.CONTROL);
            studio.layOut();
            assertFalse(Fx.get(() -> studio.window().scene().lookup("#jobs-drawer").isVisible()));
            assertEquals("loupe", focus(studio));
        }
    }

    @Test
    void fiveThousandJobsTakeNoMoreRowsThanFitAndTheChosenOneStaysChosen() {
        SampleQueue many = SampleQueue.of(5000);
        try (TestStudio studio = TestStudio.with(SampleProject.whole(many))) {
            studio.show(Scope.IMAGES);
            studio.press(KeyCode.J, KeyCode.CONTROL);
            Fx.until("all are there", () -> lines(studio) == 5000);
            studio.layOut();
            assertTrue(cells(studio).size() < 20, cells(studio).size() + " rows were made");
            studio.press(KeyCode.DOWN);
            String chosen = chosenLine(studio);
            many.change(SampleQueue.job("w0", 0, SampleQueue.draw("0-A", 1), Job.State.RUNNING, SampleQueue.started(
                    Instant.now())));
            Fx.until("one runs", () -> studio.text("jobs-running").equals("Running 1"));
            assertEquals(chosen, chosenLine(studio));
        }
    }

    private TestStudio opened() {
        TestStudio studio = TestStudio.with(SampleProject.whole(queue));
        studio.show(Scope.IMAGES);
        studio.press(KeyCode.J, KeyCode.CONTROL);
        Fx.until("the jobs are there", () -> lines(studio) > 0);
        studio.layOut();
        return studio;
    }

    private static String chip(TestStudio studio) {
        return Fx.get(() -> ((Labeled) studio.window().scene().lookup("#chip-jobs")).getText());
    }

    private static String focus(TestStudio studio) {
        return Fx.get(() -> studio.window().scene().getFocusOwner().getId());
    }

    private static ListView<?> list(TestStudio studio) {
        return (ListView<?>) studio.window().scene().lookup("#jobs-list");
    }

    private static String chosenLine(TestStudio studio) {
        return Fx.get(() -> String.valueOf(list(studio).getSelectionModel().getSelectedItem()));
    }

    private static int lines(TestStudio studio) {
        return Fx.get(() -> list(studio) == null ? 0 : list(studio).getItems().size());
    }

    private static List<ListCell<?>> cells(TestStudio studio) {
        studio.layOut();
        return Fx.get(() -> list(studio).lookupAll(".fw-job-cell")
                .stream()
                .map(node -> (ListCell<?>) node)
                .filter(cell -> cell.getGraphic() != null && cell.isVisible())
                .sorted(Comparator.comparing(ListCell::getIndex))
                .<ListCell<?>>map(cell -> cell)
                .toList());
    }

    private static List<String> names(TestStudio studio) {
        return cells(studio).stream()
                .flatMap(cell -> Fx.get(() -> cell.lookupAll(".fw-job-name")).stream())
                .map(node -> ((Labeled) node).getText())
                .toList();
    }

    private static List<String> words(Node row) {
        return Fx.get(() -> Stream.concat(row.lookupAll(".label").stream(), row.lookupAll(".button").stream())
                .filter(Node::isVisible)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    private static boolean isRed(ListCell<?> row) {
        return Fx.get(() -> row.getPseudoClassStates()
                .stream()
                .anyMatch(state -> state.getPseudoClassName()
                        .equals(
                                "failed")));
    }
}
