package org.filmwright.production;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.filmwright.base.Failure;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Progress;
import org.filmwright.base.Region;
import org.filmwright.base.TakeId;
import org.filmwright.engine.ManualEngine;
import org.filmwright.engine.RunId;
import org.filmwright.engine.Step;
import org.filmwright.engine.StepId;
import org.filmwright.engine.StepSpec;
import org.filmwright.engine.StepState;
import org.filmwright.generate.ScriptedCompanions;
import org.filmwright.images.ImageBrief;
import org.filmwright.images.ImageTake;
import org.filmwright.images.Lookalikes;
import org.filmwright.production.sense.Senses;
import org.filmwright.store.ProjectFolder;
import org.filmwright.story.FountainReader;
import org.filmwright.story.Planner;
import org.filmwright.story.Scripts;
import org.filmwright.story.Shot;
import org.filmwright.story.ShotPlan;
import org.filmwright.story.ShotPrompt;
import org.filmwright.story.Wording;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Takes are compared with their prompts behind everybody, and whatever becomes of the model, everything else stands. */
class LikeningTest {
    private static final String TEXT = """
            INT. KITCHEN - NIGHT

            MARA pours tea.

            EXT. HARBOUR - DAY

            A ferry leaves in the fog.
            """;
    private static final String LANE = "gpu";
    private static final int TAKES = 3;

    private final ScriptedCompanions model = new ScriptedCompanions();
    @TempDir
    private Path folder;
    private ProjectFolder kept;
    private Records records;
    private Likening likening;
    private ExecutorService thread;

    @BeforeEach
    void open() {
        model.shows = LikeningTest::words;
        kept = ManualEngine
                .value(ProjectFolder.openOrCreate(folder.resolve("film.filmwright"), InstantSource.system()));
        records = new Records(kept.scripts(), kept.takes(), kept.verdicts(), kept.clips(), kept.cuts(),
                kept.history(), new KeptVault(kept.vault(), folder.resolve("unfinished")));
        if (records.scripts().current().isEmpty()) {
            records.scripts()
                    .save(new Scripts.Script("tea.fountain", TEXT, Planner.plan(FountainReader.read(TEXT), 1)));
            plan().shots().forEach(shot -> IntStream.rangeClosed(1, TAKES).forEach(number -> draw(shot, number)));
        }
        compare();
    }

    /** As a program does that has just opened the project. */
    private void compare() {
        thread = Executors.newSingleThreadExecutor();
        likening = new Likening(records, kept.matches(), new Senses(model, kept.root().resolve("cache")), thread,
                Set.of(LANE));
    }

    @AfterEach
    void close() {
        likening.close();
        kept.close();
    }

    private void reopen() {
        close();
        open();
    }

    private ShotPlan plan() {
        return records.scripts().current().orElseThrow().plan();
    }

    private List<Shot> shots() {
        return plan().shots();
    }

    /** The first take of a shot shows what was asked for, the second some of it, the others something else. */
    private void draw(Shot shot, int number) {
        String prompt = ShotPrompt.of(plan(), shot);
        draw(shot, number, switch (number) {
            case 1 -> prompt;
            case 2 -> prompt + " elephant violet zebra crossing umbrella piano";
            default -> "xylophone number" + "abc".charAt(number % 3) + " " + shot.label().replaceAll("[^A-Z]", "x");
        });
    }

    private ImageTake draw(Shot shot, int number, String words) {
        try {
            Path staged = Files.writeString(folder.resolve(shot.label() + number), words + " " + shot.label() + number);
            MediaRef media = ManualEngine.value(kept.vault().publish(staged, "png"));
            return records.takes()
                    .add(new ImageTake(new TakeId(shot.label() + "-" + number), shot.id(), number, media,
                            ImageBrief.of(plan(), shot).digest(), new ImageTake.Origin("draft", 1), Region.WHOLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String words(Path picture) {
        try {
            return Files.readString(picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Matching of(int shot) {
        return likening.of(plan(), shots().get(shot));
    }

    private int all() {
        return shots().size() * TAKES;
    }

    private int compared() {
        return IntStream.range(0, shots().size()).map(shot -> of(shot).known().size()).sum();
    }

    /** Waits until the thread has nothing to do. */
    private void settle() {
        try {
            Future<?> last = thread.submit(() -> {});
            last.get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void begin() {
        likening.begin();
        settle();
    }

    @Test
    void takesAreComparedAndTheBestOfAShotIsTheOneThatShowsIt() {
        assertEquals(0, compared(), "nobody has begun");
        begin();
        assertEquals(all(), compared());
        Matching first = of(0);
        assertEquals(1, first.place(new TakeId(shots().get(0).label() + "-1")));
        assertEquals(2, first.place(new TakeId(shots().get(0).label() + "-2")));
        assertEquals(3, first.place(new TakeId(shots().get(0).label() + "-3")));
        assertTrue(first.known().get(new TakeId(shots().get(0).label() + "-1")).ofHundred() > 70);
        assertFalse(first.coming());
        assertEquals(all(), new HashSet<>(model.pictures).size());
        assertEquals(all(), model.pictures.size(), "each was seen once");
    }

    @Test
    void withoutAModelNothingIsAskedAndNothingIsSaid() {
        model.here = EnumSet.noneOf(org.filmwright.generate.Companions.Skill.class);
        begin();
        assertEquals(Matching.NONE, of(0));
        assertEquals(List.of(), model.pictures);
        assertFalse(Files.exists(kept.root().resolve("cache/vectors")));
        assertEquals(0, likening.known(plan(), shots().getFirst()).size());
    }

    @Test
    void whatWasComparedIsNotComparedAgainWhenTheProjectIsOpenedAgain() {
        begin();
        model.pictures.clear();
        model.texts.clear();
        reopen();
        assertEquals(all(), compared());
        begin();
        assertEquals(List.of(), model.pictures);
        assertEquals(List.of(), model.texts);
    }

    @Test
    void aModelThatFailsInTheMiddleLeavesWhatWasComparedAndSaysWhy() {
        AtomicInteger questions = new AtomicInteger();
        model.asked = progress -> {
            if (questions.incrementAndGet() == 3) {
                model.fails = Optional.of(new Failure.Exhausted("memory", "The model ran out of memory."));
            }
        };
        begin();
        assertEquals(TAKES, compared());
        assertEquals(Optional.of("The model ran out of memory."), of(1).stopped().map(Failure::what));
        assertFalse(of(1).coming());
        int asked = questions.get();
        settle();
        assertEquals(asked, questions.get(), "who only looks does not have it asked again");
        model.fails = Optional.empty();
        likening.wake();
        settle();
        assertEquals(all(), compared());
        assertEquals(Optional.empty(), of(1).stopped());
    }

    @Test
    void aModelThatThrowsOrAnswersNonsenseLeavesEverythingStanding() {
        model.asked = progress -> {
            throw new IllegalStateException("the process is gone");
        };
        begin();
        assertTrue(of(0).stopped().orElseThrow().what().contains("the process is gone"));
        model.asked = progress -> {};
        model.shows = picture -> {
            throw new IllegalStateException("nobody knows");
        };
        likening.wake();
        settle();
        assertTrue(of(0).stopped().orElseThrow().what().contains("nobody knows"));
    }

    @Test
    void aModelThatIsTakenAwayInTheMiddleLeavesNothingToSay() {
        AtomicInteger questions = new AtomicInteger();
        model.asked = progress -> {
            if (questions.incrementAndGet() == 3) {
                model.here = EnumSet.noneOf(org.filmwright.generate.Companions.Skill.class);
                model.fails = Optional.of(new Failure.Misconfigured("The model is gone.", "Add it again."));
            }
        };
        begin();
        assertEquals(Matching.NONE, of(0));
        assertEquals(Matching.NONE, of(1));
    }

    @Test
    void aPictureThatCannotBeReadKeepsTheOthersFromNothing() throws IOException {
        ImageTake broken = records.takes().of(shots().getFirst().id()).getFirst();
        ImageTake gone = records.takes().of(shots().getLast().id()).getFirst();
        model.broken = Set.of(kept.vault().file(broken.media()));
        Files.delete(kept.vault().file(gone.media()));
        begin();
        assertEquals(all() - 2, compared());
        assertFalse(of(0).known().containsKey(broken.id()));
        assertFalse(of(0).coming(), "nobody waits for it");
        assertEquals(Optional.empty(), of(0).stopped());
    }

    @Test
    void anotherVersionOfTheModelComparesAnewAndNeverMixesWithTheOld() {
        begin();
        model.version = "scripted 2";
        model.pictures.clear();
        assertEquals(0, of(0).known().size());
        likening.wake();
        settle();
        assertEquals(all(), compared());
        assertEquals(all(), model.pictures.size());
        model.version = "scripted 1";
        assertEquals(0, of(0).known().size(), "what the old one said is gone");
    }

    @Test
    void aNewPromptIsComparedWithPicturesThatWereSeenBefore() {
        begin();
        Shot shot = shots().getFirst();
        model.pictures.clear();
        records.scripts()
                .save(records.scripts()
                        .current()
                        .orElseThrow()
                        .worded(List.of(new Wording(shot.id(), "a xylophone", ""))));
        assertTrue(of(0).coming());
        settle();
        assertEquals(TAKES, of(0).known().size());
        assertEquals(1, of(0).place(new TakeId(shot.label() + "-3")));
        assertEquals(List.of(), model.pictures);
    }

    @Test
    void whatWasKilledInTheMiddleGoesOnWhereItWas() {
        AtomicInteger questions = new AtomicInteger();
        model.asked = progress -> {
            if (questions.incrementAndGet() == 3) {
                throw new IllegalStateException("killed");
            }
        };
        begin();
        int seen = TAKES;
        reopen();
        model.asked = progress -> {};
        model.pictures.clear();
        begin();
        assertEquals(all(), compared());
        assertEquals(all() - seen, model.pictures.size());
    }

    @Test
    void anEmptiedCacheIsFilledAgainAndLosesNoMatch() throws IOException {
        begin();
        close();
        for (Path file : List.of(folder.resolve("film.filmwright/cache/vectors").toFile().listFiles())
                .stream()
                .map(java.io.File::toPath)
                .toList()) {
            Files.delete(file);
        }
        model.pictures.clear();
        open();
        assertEquals(all(), compared());
        begin();
        assertEquals(all(), model.pictures.size());
    }

    @Test
    void closingStopsTheModelAndNothingKeepsTheProjectOpen() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        model.asked = progress -> blocked(progress, asked);
        likening.begin();
        asked.await();
        close();
        assertTrue(thread.isTerminated());
        model.asked = progress -> {};
        open();
        begin();
        assertEquals(all(), compared());
    }

    @Test
    void whoPaintsHereIsGivenWayAndWhatIsLeftFollows() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        model.asked = progress -> blocked(progress, asked);
        likening.begin();
        asked.await();
        likening.stepChanged(step(StepState.RUNNING));
        settle();
        model.asked = progress -> {};
        assertEquals(0, compared());
        likening.wake();
        settle();
        assertEquals(0, compared(), "while somebody paints");
        assertEquals(Optional.empty(), of(0).stopped());
        likening.stepChanged(step(StepState.SUCCEEDED));
        likening.wake();
        settle();
        assertEquals(all(), compared());
    }

    @Test
    void theShotThatSomebodyLooksAtComesBeforeTheOthers() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        model.asked = progress -> {
            asked.countDown();
            await(goOn);
        };
        likening.begin();
        asked.await();
        int last = shots().size() - 1;
        assertTrue(of(last).coming());
        goOn.countDown();
        settle();
        List<Path> second = model.pictures.subList(TAKES, 2 * TAKES);
        assertEquals(records.takes()
                .of(shots().get(last).id())
                .stream()
                .map(take -> kept.vault().file(take.media()))
                .toList(), second);
    }

    @Test
    void whatIsKnownToShowTheSameLooksAlikeAndWhatIsNotDoesNot() {
        Shot shot = shots().getFirst();
        List<ImageTake> takes = records.takes().of(shot.id());
        takes.forEach(take -> records.takes()
                .keep(take.media(), new org.filmwright.images.Fingerprint(take.number(), "00".repeat(216))));
        Senses senses = new Senses(model, kept.root().resolve("cache"));
        assertEquals(List.of(takes), new Looks(records, Senses.NONE).among(takes).groups());
        assertEquals(List.of(takes), new Looks(records, senses).among(takes).groups(), "nobody has looked yet");
        model.shows = picture -> words(picture).contains("xylophone") ? "a xylophone" : "tea in a kitchen";
        begin();
        Lookalikes alike = new Looks(records, likening.senses()).among(takes);
        assertEquals(List.of(takes.subList(0, 2)), alike.groups());
    }

    private static void blocked(Progress progress, CountDownLatch asked) {
        CountDownLatch cancelled = new CountDownLatch(1);
        progress.onCancel(cancelled::countDown);
        asked.countDown();
        await(cancelled);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A picture that is being painted here, or was. */
    private static Step step(StepState state) {
        RunId run = RunId.ofKey("a");
        return new Step(new StepId("painting"), run, "shot/1/draw",
                new StepSpec.Work.Task(MakeSteps.DRAW, LANE, "{}", 1),
                Optional.empty(), 0, 0, state, 0, new Step.Tries(1, 1, 0),
                new Step.Ending(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                        Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
