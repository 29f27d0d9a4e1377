package org.filmwright.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filmwright.base.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An engine that is run by hand, whatever keeps its rows, and the words in which its contracts speak of work. */
public abstract class EngineFloor {
    static final Question WHICH = new Question("Which take?", List.of(
            new Question.Option("first", "The first", "It is sharp.", Question.Then.SUCCEED, "{\"take\":1}"),
            Question.Option.toHandler("redo", "Draw again", "None is good."),
            new Question.Option("none", "None", "Leave it out.", Question.Then.FAIL, "{}")));

    static final Question WHETHER = new Question("Go on?",
            List.of(WHICH.option("first").orElseThrow(), WHICH.option("none").orElseThrow()));

    @TempDir
    protected Path folder;

    final Map<String, StepHandler> handlers = new HashMap<>();
    final List<String> done = new ArrayList<>();
    ManualEngine desk;

    /** An empty ledger. */
    protected abstract Ledger ledger();

    /** The ledger of before, with what it holds. */
    protected abstract Ledger sameLedger();

    @BeforeEach
    void open() {
        handlers.put("work", context -> {
            done.add(context.step().path());
            return StepResult.done("{\"by\":\"" + context.step().path() + "\"}");
        });
        handlers.put("ask", context -> context.answer()
                .<StepResult>map(choice -> StepResult.done("\"" + choice.choice() + "\""))
                .orElse(new StepResult.NeedsDecision(WHICH)));
        handlers.put("flaky", context -> {
            done.add(context.step().path());
            return context.step().tries().attempt() < 3
                    ? new StepResult.Failed(new Failure.Transient("The line was busy.", Duration.ZERO))
                    : StepResult.done("{}");
        });
        handlers.put("refuse", context -> new StepResult.Failed(new Failure.Refused("Not a picture.", "Draw one.")));
        handlers.put("break", context -> {
            throw new IllegalStateException("oops");
        });
        handlers.put("plan", context -> new StepResult.Succeeded("{}", List.of(), List.of(
                work("shot/1", "plan"), work("shot/2", "plan"), work("cut", "shot/1", "shot/2"))));
        handlers.put("bad plan", context -> new StepResult.Succeeded("{}", List.of(), List.of(work("cut", "nowhere"))));
        desk = new ManualEngine(ledger(), handlers, folder.resolve("staging"));
    }

    @AfterEach
    void everyLogTellsWhatItsRowsSay() {
        for (Run run : desk.engine().runs()) {
            assertEquals(List.of(), EventFold.differences(desk.engine().events(run.id()), run,
                    desk.engine().steps(run.id())));
        }
        closeLedger();
    }

    /** Called after each test. */
    protected void closeLedger() {}

    static StepSpec work(String path, String... after) {
        return StepSpec.task(path, "work", "cpu", "{}", List.of(after));
    }

    static StepSpec by(String handler, String path, String... after) {
        return StepSpec.task(path, handler, "cpu", "{}", List.of(after));
    }

    static RunSpec film(StepSpec... steps) {
        return new RunSpec("make", "film", "{}", List.of(steps));
    }

    StepState state(Run run, String path) {
        return desk.step(run.id(), path).state();
    }

    static Choice choice(ManualEngine desk, String word) {
        return new Choice(word, "", "ann", desk.clock().instant());
    }
}
