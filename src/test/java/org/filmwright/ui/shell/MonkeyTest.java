package org.filmwright.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.filmwright.base.FrameSize;
import org.filmwright.base.ShotId;
import org.filmwright.base.TakeId;
import org.filmwright.images.ImageTake;
import org.filmwright.production.Snapshot;
import org.filmwright.review.Ruling;
import org.filmwright.review.Verdict;
import org.filmwright.story.Scripts;
import org.filmwright.ui.Fx;
import org.filmwright.ui.LogTrouble;
import org.filmwright.ui.SampleProject;
import org.filmwright.ui.SampleQueue;
import org.filmwright.ui.TestStudio;
import org.filmwright.ui.kit.Scope;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is pressed and clicked, nothing is thrown, nothing is complained of, and undo leads back to the start.
 * {@code -Dmonkey.seed=7 -Dmonkey.moves=5000} plays another or a longer game.
 */
class MonkeyTest {
    private static final long SEED = Long.getLong("monkey.seed", 1);
    private static final int MOVES = Integer.getInteger("monkey.moves", 100);

    @ParameterizedTest
    @EnumSource(names = {"STORY", "IMAGES", "TIMELINE", "MODELS", "SETTINGS", "JOBS"})
    void nothingBreaksAndUndoLeadsBackToTheStart(Scope room) {
        Fx.run(() -> {});
        SampleProject project = SampleProject.whole(SampleQueue.busy());
        Recorded start = Recorded.of(project.snapshot());
        System.out.println("Monkey in " + room + " with seed " + SEED);
        try (LogTrouble log = new LogTrouble();
                TestStudio studio = TestStudio.standing(project, new FrameSize(1280, 720))) {
            Monkey monkey = new Monkey(studio, project, room, SEED);
            try {
                monkey.play(MOVES);
                Fx.expectNoTrouble();
                assertEquals(List.of(), log.heard());
                undoAll(studio);
                Set<TakeId> gone = project.gone();
                assertEquals(start.without(gone), Recorded.of(project.snapshot()).without(gone));
            } catch (AssertionError broken) {
                throw new AssertionError("Seed " + SEED + " in " + room + " broke it: " + broken
                        + "\nIts last moves:\n" + monkey.story(), broken);
            }
        }
    }

    private static void undoAll(TestStudio studio) {
        var undo = studio.window().commands().of("edit.undo");
        while (Fx.get(undo::run)) {
            studio.settle();
        }
    }

    /** What undo must bring back: the words, the wishes for shots, the takes, the decisions, the cut. */
    private record Recorded(String script, List<?> wishes, Map<ShotId, List<ImageTake>> takes,
            Map<TakeId, Ruling> decisions, Object cut) {
        /** But for what went with the trash when that was emptied. */
        Recorded without(Set<TakeId> gone) {
            Map<ShotId, List<ImageTake>> left = takes.values()
                    .stream()
                    .flatMap(List::stream)
                    .filter(take -> !gone.contains(take.id()))
                    .collect(Collectors.groupingBy(ImageTake::shot));
            Map<TakeId, Ruling> kept = new HashMap<>(decisions);
            kept.keySet().removeAll(gone);
            return new Recorded(script, wishes, left, kept, cut);
        }

        static Recorded of(Snapshot now) {
            Map<TakeId, Ruling> decisions = now.verdicts()
                    .values()
                    .stream()
                    .filter(verdict -> verdict.ruling() != Ruling.NEW)
                    .collect(Collectors.toMap(Verdict::take, Verdict::ruling, (one, other) -> other));
            return new Recorded(now.script().map(Scripts.Script::text).orElse(""),
                    now.script().map(Scripts.Script::overrides).orElse(List.of()), now.takes(), decisions, now.cut());
        }
    }
}
