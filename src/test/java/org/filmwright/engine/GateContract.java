package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.filmwright.base.Digest;
import org.filmwright.base.MediaRef;
import org.filmwright.base.Failure;
import org.filmwright.engine.flow.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gates ask and what answers do, whatever keeps the rows. */
abstract class GateContract {
    @TempDir
    protected Path folder;

    final Map<String, StepHandler> handlers = new HashMap<>();
    final Map<String, String> outputs = new HashMap<>();
    final List<String> done = new ArrayList<>();
    private final Catalog catalog = new Catalog();
    Ledger ledger;
    ManualEngine desk;

    /** An empty ledger. */
    protected abstract Ledger ledger();

    /** Called after each test. */
    protected void closeLedger() {}

    @BeforeEach
    void open() {
        handlers.put("do", context -> {
            done.add(context.step().path());
            return StepResult.done(outputs.getOrDefault(context.step().path(), "{}"));
        });
        handlers.put("break", context -> new StepResult.Failed(new Failure.Refused("It broke.", "Mend it.")));
        handlers.put("unsure", context -> {
            done.add(context.step().path());
            return new StepResult.Succeeded("{\"x\":" + done.size() + "}", List.of(), List.of(), Optional.of(0.4));
        });
        ledger = ledger();
        desk = new ManualEngine(ledger, handlers, folder.resolve("staging"));
    }

    @AfterEach
    void everyLogTellsWhatItsRowsSay() {
        for (Run run : desk.engine().runs()) {
            assertEquals(List.of(), EventFold.differences(desk.engine().events(run.id()), run,
                    desk.engine().steps(run.id())));
        }
        closeLedger();
    }

    void define(String name, String nodes, String... more) {
        String json = """
                {"name": "%s", "version": 1, "title": "T", "input": {"n": "integer?"}, "nodes": [%s]%s}"""
                .formatted(name, nodes, String.join("", more))
                .replace('\'', '"')
                .replace('`', '\'');
        catalog.add(name, json);
        assertEquals(Map.of(), catalog.refused());
    }

    Run start(String name) {
        RunSpec spec = Blueprint.run(ManualEngine.value(catalog.pinned(name)), name, "{\"n\": 2}");
        return desk.finish(spec);
    }

    Run flow(String nodes) {
        define("flow", nodes);
        return start("flow");
    }

    static String task(String name, String... after) {
        return "{'name':'%s','kind':'task','handler':'do','after':[%s]}".formatted(name, String.join(",", after));
    }

    StepState state(Run run, String path) {
        return desk.step(run.id(), path).state();
    }

    Run now(Run run) {
        return desk.engine().run(run.id()).orElseThrow();
    }

    void answer(String path, String choice) {
        answer(path, choice, Optional.empty());
    }

    void answer(String path, String choice, Optional<String> edited) {
        OpenQuestion open = desk.engine()
                .questions()
                .stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
        ManualEngine.value(
                desk.engine().decide(open.step(), new Choice(choice, "", "ann", desk.clock().instant(), edited)));
        desk.crew().runAll();
    }

    @Test
    void whatPeopleWereAskedAboutAStepIsToldAlsoWhatWasSentBackAndCountsFromWheneverTheyWish() {
        outputs.put("a", "{\"title\":\"Ferry\"}");
        Run run = flow(gated(""));
        answer("gate", "redo");
        answer("gate", "accept");
        List<Reviewed> told = desk.engine().reviewed("d");
        assertEquals(List.of("a", "b"), told.stream().map(each -> each.step().path()).toList());
        assertEquals(List.of("redo", "accept"), told.getFirst()
                .reviews()
                .stream()
                .map(review -> review.choice().orElseThrow().choice())
                .toList());
        assertFalse(told.getFirst().reviews().getFirst().own());
        assertEquals(List.of(), told.getLast().reviews());
        assertEquals(List.of(), desk.engine().reviewed("draw"));
        assertEquals(Map.of(), desk.engine().countedFrom());
        ManualEngine.value(desk.engine().countAnew("do"));
        Instant second = ManualEngine.value(desk.engine().countAnew("do"));
        assertEquals(Map.of("do", second), desk.engine().countedFrom());
        assertEquals(2, desk.engine().reviewed("do").size(), "nothing is deleted");
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    static String gated(String gate) {
        return task("a") + ",{'name':'gate','kind':'gate','question':'Good, {a.title}?','about':'a','after':['a']"
                + gate
                + "}," + task("b", "'gate'");
    }

    @Test
    void aGateOffersFourOptionsAndShowsWhatItIsAbout() {
        outputs.put("a", "{\"title\":\"Ferry\"}");
        Run run = flow(gated(""));
        OpenQuestion open = desk.engine().questions().getFirst();
        assertEquals("Good, Ferry?", open.question().text());
        assertEquals(List.of("accept", "redo", "edit", "reject"),
                open.question().options().stream().map(Question.Option::choice).toList());
        assertTrue(run.waitsForPerson());
        answer("gate", "accept");
        assertEquals("{\"choice\":\"accept\",\"then\":\"accept\",\"comment\":\"\",\"about\":{\"title\":\"Ferry\"}}",
                desk.step(run.id(), "gate").ending().output().orElseThrow());
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void whatFollowsAGateIsGivenWhatAPersonWroteInsteadOfTheResult() {
        outputs.put("a", "{\"title\":\"Ferry\"}");
        List<String> given = new ArrayList<>();
        handlers.put("see", context -> {
            given.addAll(context.upstream().values());
            return StepResult.done("{}");
        });
        desk.restart();
        flow(gated("") + ",{'name':'c','kind':'task','handler':'see','after':['gate']}");
        answer("gate", "edit", Optional.of("{\"title\":\"Boat\"}"));
        assertEquals(1, given.size());
        assertTrue(given.getFirst().contains("Boat") && !given.getFirst().contains("Ferry"), given.toString());
    }

    @Test
    void aGateShowsTheFilesOfWhatItIsAboutAtTheAnswerThatTakesThem() {
        MediaRef picture = new MediaRef(Digest.of("picture"), "png");
        handlers.put("do", context -> StepResult.done("{}", picture));
        desk.restart();
        flow(gated(""));
        Question asked = desk.engine().questions().getFirst().question();
        assertEquals(List.of(picture), asked.option("accept").orElseThrow().preview());
        assertEquals(List.of(), asked.option("reject").orElseThrow().preview());
    }

    @Test
    void anEditTakesThePlaceOfTheResult() {
        Run run = flow(gated(""));
        OpenQuestion open = desk.engine().questions().getFirst();
        Choice bare = new Choice("edit", "", "ann", desk.clock().instant());
        assertInstanceOf(Failure.Refused.class, ManualEngine.failure(desk.engine().decide(open.step(), bare)));
        answer("gate", "edit", Optional.of("{\"title\":\"Boat\"}"));
        assertTrue(desk.step(run.id(), "gate")
                .ending()
                .output()
                .orElseThrow()
                .contains("\"about\":{\"title\":\"Boat\"}"));
        assertEquals(List.of("a", "b"), done);
    }

    @Test
    void redoGoesBackUntilItIsUsedUp() {
        Run run = flow(gated(",'redo_limit':2"));
        answer("gate", "redo");
        answer("gate", "redo");
        assertEquals(List.of("a", "a", "a"), done);
        assertTrue(desk.engine().questions().getFirst().question().option("redo").isEmpty());
        desk.restart();
        answer("gate", "accept");
        assertEquals(List.of("a", "a", "a", "b"), done);
        assertEquals(2, desk.log(run.id()).stream().filter("loop.taken"::equals).count());
        assertEquals(2, desk.log(run.id()).stream().filter("anew.asked"::equals).count());
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void rejectEndsTheRunAndARetryAsksAgain() {
        Run run = flow(gated(""));
        answer("gate", "reject");
        assertEquals(RunState.FAILED, now(run).state());
        ManualEngine.value(desk.engine().retry(StepId.of(run.id(), "gate")));
        desk.crew().runAll();
        answer("gate", "accept");
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void aDeadlineDecidesByDefaultAlsoAfterARestart() {
        Run run = flow(gated(",'deadline':{'after':'PT48H','policy':'default','choice':'accept'}"));
        desk.pass(Duration.ofHours(47));
        assertEquals(StepState.WAITING_DECISION, state(run, "gate"));
        desk.restart();
        desk.pass(Duration.ofHours(2));
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void aDeadlineThatPassedWhileNothingWasOpenIsKeptAtTheNextStart() {
        Run run = flow(gated(",'deadline':{'after':'PT48H','policy':'fail'}"));
        desk.clock().advance(Duration.ofDays(3));
        desk.restart();
        assertEquals(RunState.FAILED, now(run).state());
        assertTrue(now(run).failure().orElseThrow().what().startsWith("Nobody answered in time"));
    }

    @Test
    void aDeadlineMayOnlyRemind() {
        Run run = flow(gated(",'deadline':{'after':'PT1H','policy':'wait'}"));
        desk.pass(Duration.ofHours(2));
        assertEquals(StepState.WAITING_DECISION, state(run, "gate"));
        assertTrue(desk.log(run.id()).contains("question.late"));
    }

    private static final String REVIEWED = "{'name':'a','kind':'task','handler':'unsure','review_below':0.5},"
            + "{'name':'b','kind':'task','handler':'do','after':['a']}";

    @Test
    void aResultThatIsNotSureIsShownFirst() {
        Run run = flow(REVIEWED);
        assertEquals(List.of("accept", "redo", "edit", "reject"), desk.engine()
                .questions()
                .getFirst()
                .question()
                .options()
                .stream()
                .map(Question.Option::choice)
                .toList());
        answer("a", "redo");
        assertEquals(List.of("a", "a"), done);
        answer("a", "accept");
        assertEquals(Optional.of("{\"x\":2}"), desk.step(run.id(), "a").ending().output());
        assertEquals(RunState.SUCCEEDED, now(run).state());
    }

    @Test
    void aReviewedResultMayBeEditedOrRejected() {
        Run run = flow(REVIEWED);
        answer("a", "reject");
        assertEquals(RunState.FAILED, now(run).state());
        ManualEngine.value(desk.engine().resume(run.id()));
        desk.crew().runAll();
        answer("a", "edit", Optional.of("{\"x\":9}"));
        assertEquals(Optional.of("{\"x\":9}"), desk.step(run.id(), "a").ending().output());
    }
}
