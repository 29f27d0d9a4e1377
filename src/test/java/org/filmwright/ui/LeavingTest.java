package org.filmwright.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.filmwright.ui.shell.StudioSnapshots;
import org.junit.jupiter.api.Test;

/** Leaving with running jobs, and coming back after an unclean end. */
class LeavingTest {
    private final SampleQueue queue = SampleQueue.busy();

    @Test
    void withNothingRunningTheWindowClosesAtOnce() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole(SampleQueue.of(0)))) {
            studio.press(KeyCode.Q, KeyCode.CONTROL);
            assertTrue(studio.hasQuit());
        }
    }

    @Test
    void withRunningJobsItAsksAndPausesFirst() throws IOException {
        try (TestStudio studio = opened()) {
            studio.press(KeyCode.Q, KeyCode.CONTROL);
            assertFalse(studio.hasQuit());
            StudioSnapshots.write(studio.window(), Path.of("target", "screenshots", "leaving.png"));
            press(studio, "leaving-pause");
            Fx.until("it has quit", studio::hasQuit);
            assertEquals(List.of("pause"), queue.asked());
        }
    }

    @Test
    void orStopsThemFirst() {
        try (TestStudio studio = opened()) {
            studio.press(KeyCode.Q, KeyCode.CONTROL);
            press(studio, "leaving-stop");
            Fx.until("it has quit", studio::hasQuit);
            assertEquals(List.of("stop all"), queue.asked());
        }
    }

    @Test
    void orStays() {
        try (TestStudio studio = opened()) {
            studio.press(KeyCode.Q, KeyCode.CONTROL);
            press(studio, "leaving-wait");
            Fx.run(() -> {});
            assertFalse(studio.hasQuit());
            assertEquals(List.of(), queue.asked());
        }
    }

    @Test
    void afterAnUncleanEndABarSaysWhatWasFoundAndLetsTheJobsGoOn() throws IOException {
        try (TestStudio studio = TestStudio.with(SampleProject.whole(queue).recovered(2))) {
            String words = ((Labeled) studio.all("#recovery > .label").iterator().next()).getText();
            assertTrue(words.startsWith("Filmwright closed unexpectedly. Everything up to ") && words.endsWith(
                    " was recovered; 2 jobs were stopped."), words);
            StudioSnapshots.write(studio.window(), Path.of("target", "screenshots", "recovery.png"));
            press(studio, "recovery-resume");
            Fx.until("they go on", () -> queue.asked().contains("resume"));
            assertFalse(Fx.get(() -> studio.window().scene().lookup("#recovery").isVisible()));
        }
    }

    @Test
    void whatWasMendedWhenTheProjectWasOpenedIsSaidUntilSomebodyHasReadIt() throws IOException {
        String mended = "The database of this project is damaged: it cannot be opened. It was made anew from the backup"
                + " backups/backup-000002-20261121.zip and the journal, with 93 takes, 31 clips, 31 verdicts and the"
                + " decisions of 2 workflows: nothing that was confirmed is lost. The old file lies in"
                + " trash/damaged-1/project.mv.db. Steps done since are done again when they are needed.";
        try (TestStudio studio = TestStudio.with(SampleProject.whole(queue).mended(mended))) {
            assertEquals(mended, ((Labeled) studio.all("#news .label").iterator().next()).getText());
            StudioSnapshots.write(studio.window(), Path.of("target", "screenshots", "mended.png"));
            press(studio, "news-close");
            assertFalse(Fx.get(() -> studio.window().scene().lookup("#news").isVisible()));
        }
    }

    @Test
    void afterACleanEndThereIsNoBar() {
        try (TestStudio studio = TestStudio.with(SampleProject.whole(queue))) {
            assertFalse(Fx.get(() -> studio.window().scene().lookup("#news").isVisible()));
            assertFalse(Fx.get(() -> studio.window().scene().lookup("#recovery").isVisible()));
        }
    }

    @Test
    void theWindowIsGoneOnlyWhenTheProjectIsClosed() {
        SampleProject project = SampleProject.whole(queue);
        try (TestStudio _ = TestStudio.with(project)) {
            assertFalse(project.isClosed());
        }
        assertTrue(project.isClosed(), "else the next opening would take it for a crash");
    }

    private TestStudio opened() {
        TestStudio studio = TestStudio.with(SampleProject.whole(queue));
        Fx.until("one runs", () -> ((Labeled) studio.window().scene().lookup("#chip-jobs")).getText().startsWith("3"));
        return studio;
    }

    private static void press(TestStudio studio, String button) {
        Button found = (Button) studio.node(button);
        Fx.run(found::fire);
    }
}
